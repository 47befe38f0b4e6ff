import type { webApi } from '@slack/bolt'
import { BoundedMap } from '../../bounded-map.ts'
import { languageOf, type Reader, zoneOf } from '../../chat/reader.ts'
import { type Clock, within } from '../../clock.ts'

type Remembered = { readonly reader: Promise<Reader>; readonly untilMs: number; known?: Reader }

/** People seldom change their language. */
const keptMs = 24 * 60 * 60_000
/** After a failure, answers go on without until then. */
const failedMs = 60_000
/** Nobody waits longer for an answer only because of the language. */
const usualPatienceMs = 700
const mostKept = 10_000

/** The languages and time zones of people, asked of Slack once a day. */
export class Readers {
  readonly #clock: Clock
  readonly #remembered = new BoundedMap<string, Remembered>(mostKept)

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Never rejects, and takes at most `patienceMs` milliseconds. */
  async read(client: webApi.WebClient, workspace: string, user: string, patienceMs = usualPatienceMs): Promise<Reader> {
    const key = `${workspace}:${user}`
    const remembered = this.#remembered.get(key)
    const fresh = remembered && remembered.untilMs > this.#nowMs ? remembered : this.#lookUp(client, key, user)
    if (fresh.known) return fresh.known
    return (await within(patienceMs, fresh.reader, this.#clock)) ?? {}
  }

  get #nowMs(): number {
    return this.#clock.now().epochMilliseconds
  }

  #lookUp(client: webApi.WebClient, key: string, user: string): Remembered {
    const reader = askSlack(client, user).catch(() => {
      this.#remember(key, { reader: Promise.resolve({}), untilMs: this.#nowMs + failedMs })
      return {}
    })
    const looked: Remembered = { reader, untilMs: this.#nowMs + keptMs }
    void reader.then((known) => {
      looked.known = known
    })
    return this.#remember(key, looked)
  }

  #remember(key: string, remembered: Remembered): Remembered {
    this.#remembered.set(key, remembered)
    return remembered
  }
}

async function askSlack(client: webApi.WebClient, user: string): Promise<Reader> {
  const { user: found } = await client.users.info({ user, include_locale: true })
  return { language: languageOf(found?.locale), zone: zoneOf(found?.tz) }
}
