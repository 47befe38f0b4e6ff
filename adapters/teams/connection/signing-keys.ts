import { createPublicKey, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import { describeError, type Log } from '../../log.ts'
import { CannotVerifyError } from './refused-error.ts'

/** A key of the identity service, and the channels whose calls may be signed with it. */
export type SigningKey = { readonly key: KeyObject; readonly endorsements: readonly string[] }

/** Keys change about once a month. */
const freshMs = 24 * 60 * 60_000
/** A key that is not among them may be new, or made up by somebody who wants us to ask all the time. */
const leastMs = 5 * 60_000
const timeoutMs = 5000

const metadataSchema = z.object({ jwks_uri: z.url({ protocol: /^https?$/ }) })
const keySchema = z.object({
  kty: z.literal('RSA'),
  kid: z.string(),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).default([]),
})
const keysSchema = z.object({ keys: z.array(z.unknown()) })

type Options = { readonly metadataUrl: string; readonly clock: Clock; readonly log: Log }

/**
 * The keys that calls of Teams are signed with. Stands in for botbuilder's own, which takes an outage of the key server for
 * forged calls and forgets its keys a day later. Ours, once read, last through any outage.
 */
export class SigningKeys {
  readonly #options: Options
  #keys: ReadonlyMap<string, SigningKey> | undefined
  #askedAtMs = Number.NEGATIVE_INFINITY
  #asking: Promise<void> | undefined

  constructor(options: Options) {
    this.#options = options
  }

  /** Under the name that botbuilder calls. @throws {CannotVerifyError} while no key has ever been read */
  async getKey(keyId: string): Promise<SigningKey | null> {
    const ageMs = this.#options.clock.now().epochMilliseconds - this.#askedAtMs
    if (!this.#keys || ageMs > freshMs || (!this.#keys.has(keyId) && ageMs > leastMs)) await this.#refresh()
    return this.#keys?.get(keyId) ?? null
  }

  async #refresh(): Promise<void> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined
    })
    await this.#asking
  }

  async #ask(): Promise<void> {
    try {
      this.#keys = await readKeys(this.#options.metadataUrl)
    } catch (error) {
      this.#options.log.warn('teams keys not read', describeError(error))
      if (!this.#keys) throw new CannotVerifyError(error)
    }
    // Also after a failure: the keys that there are will do until then.
    this.#askedAtMs = this.#options.clock.now().epochMilliseconds
  }
}

async function readKeys(metadataUrl: string): Promise<ReadonlyMap<string, SigningKey>> {
  const { jwks_uri } = metadataSchema.parse(await readJson(metadataUrl))
  const { keys } = keysSchema.parse(await readJson(jwks_uri))
  const usable = keys.flatMap((key) => keySchema.safeParse(key).data ?? [])
  return new Map(
    usable.map(({ kty, kid, n, e, endorsements }) => [
      kid,
      { key: createPublicKey({ key: { kty, n, e }, format: 'jwk' }), endorsements },
    ]),
  )
}

async function readJson(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) })
  if (!response.ok) throw new Error(`expected a document, got status ${response.status}`)
  return await response.json()
}
