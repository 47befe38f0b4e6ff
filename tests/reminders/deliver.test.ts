import { describe, expect, test } from 'vitest'
import { DeliveryLoop } from '../../src/reminders/delivery-loop.ts'
import type { Sender, SendOutcome } from '../../src/reminders/sender.ts'
import type { HeldDelivery, WantedDelivery } from '../../src/store/delivery.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { aFolder } from '../adapters/knowledge-fixture.ts'
import { TestClock } from '../adapters/test-clock.ts'
import { aDelivery, aReference, DAY, HOUR, NOW } from '../store/reminder-builders.ts'

function aWanted(changes: Partial<WantedDelivery> = {}): WantedDelivery {
  return aDelivery({ key: 'k1', dueAtMs: NOW, expiresAtMs: NOW + DAY, ...changes })
}

/** A platform that notes what it gets, and answers as it is told: the first answers first, then that it was sent. */
class FakePlatform implements Sender<string> {
  readonly got: { readonly key: string; readonly content: string; readonly isUncertain: boolean }[] = []
  readonly gone: string[] = []
  readonly answers: SendOutcome[] = []
  seen: 'there' | 'absent' | 'unreadable' = 'unreadable'

  async send({ key, isUncertain }: HeldDelivery, content: string): Promise<SendOutcome> {
    this.got.push({ key, content, isUncertain })
    return this.answers.shift() ?? { kind: 'sent', ref: `ref-${this.got.length}` }
  }

  readonly readBack = async () => this.seen

  readonly onGone = async (_: HeldDelivery, reason: string) => void this.gone.push(reason)
}

type Running = AsyncDisposable & {
  readonly store: Store
  readonly clock: TestClock
  readonly platform: FakePlatform
  readonly loop: DeliveryLoop<string>
  readonly failures: unknown[]
  /** Another process over the same store. */
  another(): DeliveryLoop<string>
  state(key?: string): Promise<string | undefined>
}

async function running(wanted: readonly WantedDelivery[] = [aWanted()], contentOf = sayIts): Promise<Running> {
  const folder = aFolder()
  const store = await openStore(folder.path)
  const clock = new TestClock(Temporal.Instant.fromEpochMilliseconds(NOW))
  const platform = new FakePlatform()
  const failures: unknown[] = []
  const another = () =>
    new DeliveryLoop<string>({
      deliveries: store.deliveries,
      senderFor: () => platform,
      contentOf,
      clock,
      onFailure: (error) => failures.push(error),
    })
  const conversations = wanted.map(({ platform: on, workspace, conversationId }) => ({
    platform: on,
    workspace,
    conversationId,
  }))
  await store.deliveries.plan(wanted, { conversations, kinds: ['reminder'] }, NOW)
  return {
    store,
    clock,
    platform,
    loop: another(),
    failures,
    another,
    state: async (key = 'k1') => (await store.deliveries.find(key))?.state,
    [Symbol.asyncDispose]: async () => {
      await store[Symbol.asyncDispose]()
      folder[Symbol.dispose]()
    },
  }
}

async function sayIts({ key }: HeldDelivery): Promise<string | undefined> {
  return `reminder ${key}`
}

describe('what is due', () => {
  test('is sent once, however often one looks', async () => {
    await using run = await running()
    await run.loop.round()
    await run.loop.round()
    expect(run.platform.got).toEqual([{ key: 'k1', content: 'reminder k1', isUncertain: false }])
    expect(await run.store.deliveries.find('k1')).toMatchObject({ state: 'sent', providerRef: 'ref-1' })
  })

  test('is sent by one of several that look at once', async () => {
    const all = Array.from({ length: 30 }, (_, i) => aWanted({ key: `k${i}`, conversationId: `D${i}` }))
    await using run = await running(all)
    await Promise.all([run.loop, run.another(), run.another()].map((loop) => loop.round()))
    expect(run.platform.got.map(({ key }) => key).sort()).toEqual(all.map(({ key }) => key).sort())
  })

  test('waits until it is due', async () => {
    await using run = await running([aWanted({ dueAtMs: NOW + HOUR })])
    await run.loop.round()
    expect(run.platform.got).toEqual([])
    run.clock.advance(HOUR)
    await run.loop.round()
    expect(run.platform.got).toHaveLength(1)
  })

  test('goes to a conversation one after the other, a second apart', async () => {
    await using run = await running([aWanted({ key: 'k1' }), aWanted({ key: 'k2' })])
    const sending = run.loop.round()
    await run.clock.passSleepOf(1000)
    await sending
    expect(run.platform.got.map(({ key }) => key)).toEqual(['k1', 'k2'])
  })

  test.for<[string, Partial<WantedDelivery>, undefined | (() => Promise<undefined>), string]>([
    ['is of no use any more', { expiresAtMs: NOW }, undefined, 'expired'],
    ['says nothing any more, as its meeting is cancelled', {}, async () => undefined, 'cancelled'],
  ])('is not sent when it %s', async ([, changes, contentOf, state]) => {
    await using run = await running([aWanted(changes)], contentOf)
    await run.loop.round()
    expect(run.platform.got).toEqual([])
    expect(await run.state()).toBe(state)
  })
})

describe('a platform that', () => {
  test('refuses is asked again after what it says, and nobody asks before', async () => {
    await using run = await running()
    await run.store.references.keep(aReference(), NOW)
    run.platform.answers.push({ kind: 'refused', waitMs: 30_000, error: 'ratelimited' })
    await run.loop.round()
    await run.another().round()
    expect(run.platform.got).toHaveLength(1)
    run.clock.advance(30_000)
    await run.another().round()
    expect(run.platform.got).toHaveLength(2)
    expect(await run.state()).toBe('sent')
  })

  test('lets nothing through any more ends the reminder, with the reason', async () => {
    await using run = await running()
    run.platform.answers.push({ kind: 'gone', reason: 'the app was removed' })
    await run.loop.round()
    expect(run.platform.gone).toEqual(['the app was removed'])
    expect(await run.store.deliveries.find('k1')).toMatchObject({ state: 'failed', lastError: 'the app was removed' })
  })

  test.for<['there' | 'absent' | 'unreadable', number, boolean, string]>([
    ['there', 1, false, 'it was sent after all'],
    ['absent', 2, false, 'it is sent again, for the first time as far as people see'],
    ['unreadable', 2, true, 'one possible double is better than a loss, and it says so'],
  ])(
    'does not confirm, and where the message is %s, is asked %d times in all: %s',
    async ([seen, times, isUncertain]) => {
      await using run = await running()
      run.platform.seen = seen
      run.platform.answers.push({ kind: 'unknown', error: 'connection lost' })
      await run.loop.round()
      expect(await run.state()).toBe('sending')
      run.clock.advance(60_000)
      await run.loop.round()
      expect(run.platform.got).toHaveLength(times)
      expect(run.platform.got.at(-1)?.isUncertain).toBe(isUncertain)
      expect(await run.state()).toBe('sent')
    },
  )

  test('never confirms is given up after the second time', async () => {
    await using run = await running()
    const lost = { kind: 'unknown', error: 'connection lost' } as const
    run.platform.answers.push(lost, lost, lost)
    for (let i = 0; i < 4; i += 1) {
      await run.loop.round()
      run.clock.advance(60_000)
    }
    expect(run.platform.got).toHaveLength(2)
    expect(await run.store.deliveries.find('k1')).toMatchObject({
      state: 'unknown',
      lastError: 'it was never confirmed',
    })
  })
})

describe('the loop', () => {
  test('goes on after a failure, and tells it', async () => {
    const all = [aWanted({ key: 'k1' }), aWanted({ key: 'k2', conversationId: 'D2' })]
    const fault = new Error('no content')
    await using run = await running(all, async (held) => {
      if (held.key === 'k1') throw fault
      return 'reminder'
    })
    await run.loop.round()
    expect(run.failures).toEqual([fault])
    expect(await run.state('k2')).toBe('sent')
  })

  test('gives back what it has not begun when it is stopped, and leaves nothing half done', async () => {
    const all = Array.from({ length: 5 }, (_, i) => aWanted({ key: `k${i}` }))
    await using run = await running(all)
    run.loop.start()
    await run.clock.passSleepOf(1000)
    await run.loop.stop()
    const states = await Promise.all(all.map(({ key }) => run.state(key)))
    expect(new Set(states)).toEqual(new Set(['sent', 'pending']))
    expect(run.platform.got).toHaveLength(states.filter((state) => state === 'sent').length)
  })

  test('sends what became due while nobody ran', async () => {
    await using run = await running()
    run.clock.advance(3 * HOUR)
    await run.loop.round()
    expect(run.platform.got).toHaveLength(1)
  })
})
