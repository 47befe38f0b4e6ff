import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { DeliveryLoop } from '../../src/reminders/delivery-loop.ts'
import { unpaced } from '../../src/reminders/pacing.ts'
import type { Sender } from '../../src/reminders/sender.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { TestClock } from '../adapters/test-clock.ts'
import { aDelivery, DAY, MINUTE, NOW, place } from '../store/reminder-builders.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'

const due = 40
const later = 5

/** A platform that notes what it gets. */
class NotingPlatform implements Sender<string> {
  readonly said: string[] = []
  onSend: (count: number) => Promise<void> = async () => undefined

  async send({ key }: { readonly key: string }) {
    await this.onSend(this.said.push(key))
    return { kind: 'sent', ref: key } as const
  }
}

class ReadablePlatform extends NotingPlatform {
  readonly readBack = async ({ key }: { readonly key: string }) => (this.said.includes(key) ? 'there' : 'absent')
}

test.for<[string, NotingPlatform, number]>([
  ['is found there where the platform lets us look', new ReadablePlatform(), 0],
  ['is told as unknown where it does not', new NotingPlatform(), 1],
])(
  'after going back to a copy made in the middle of sending, nothing is sent twice, and what went out since %s',
  async ([, platform, leastUnknown]) => {
    using folder = temporaryFolder()
    const lost = join(folder.path, 'lost')
    const restored = join(folder.path, 'restored')
    mkdirSync(restored)
    const clock = new TestClock(Temporal.Instant.fromEpochMilliseconds(NOW))
    platform.onSend = async (count) => {
      if (count === due / 2) await copy(lost, restored)
    }
    {
      await using store = await openStore(lost)
      await planAll(store)
      await sendAll(store, platform, clock)
    }
    expect(platform.said).toHaveLength(due)

    await using store = await openStore(restored)
    await store.deliveries.doubt(clock.now().epochMilliseconds)
    await sendAll(store, platform, clock)
    clock.advance(DAY)
    await sendAll(store, platform, clock)
    expect([platform.said.length, new Set(platform.said).size]).toEqual([due + later, due + later])
    const [sent, unknown] = await Promise.all([
      store.deliveries.inState('sent', 100),
      store.deliveries.inState('unknown', 100),
    ])
    expect(sent.length + unknown.length).toBe(due + later)
    expect(Math.min(unknown.length, 1)).toBe(leastUnknown)
  },
)

/** While it is written to. */
async function copy(from: string, to: string): Promise<void> {
  using database = new DatabaseSync(join(from, 'store.sqlite'), { readOnly: true })
  await backup(database, join(to, 'store.sqlite'))
}

async function planAll(store: Store): Promise<void> {
  const wanted = Array.from({ length: due + later }, (_, index) => {
    const dueAtMs = index < due ? NOW : NOW + DAY
    return aDelivery({ conversationId: `C${index}`, dueAtMs, expiresAtMs: NOW + 3 * DAY })
  })
  await store.deliveries.plan(wanted, { conversations: [place], kinds: ['reminder'] }, NOW)
}

/** All that is due, and in the end what somebody has left behind. */
async function sendAll(store: Store, platform: NotingPlatform, clock: TestClock): Promise<void> {
  const loop = new DeliveryLoop<string>({
    deliveries: store.deliveries,
    senders: { slack: platform },
    contentOf: async ({ key }) => key,
    clock,
    pacing: unpaced,
    onUnknown: 'never',
    onFailure: (error) => expect.unreachable(String(error)),
  })
  for (let round = 0; round < 10; round += 1) {
    await loop.round()
    clock.advance(MINUTE)
  }
}
