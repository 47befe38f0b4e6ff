import { describe, expect, test, vi } from 'vitest'
import { LATER } from '../../src/reminders/deliver.ts'
import { DeliveryLoop, type LoopOptions } from '../../src/reminders/delivery-loop.ts'
import { unpaced } from '../../src/reminders/pacing.ts'
import type { Found, Sender, SendOutcome } from '../../src/reminders/sender.ts'
import type { HeldDelivery, WantedDelivery } from '../../src/store/delivery.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { aFolder } from '../adapters/knowledge-fixture.ts'
import { TestClock } from '../adapters/test-clock.ts'
import { aDelivery, aReference, DAY, HOUR, NOW } from '../store/reminder-builders.ts'

/** Each is of a meeting of its own. */
function aWanted({ key = 'k1', ...changes }: Partial<WantedDelivery> = {}): WantedDelivery {
  return aDelivery({ key, meetingId: key, dueAtMs: NOW, expiresAtMs: NOW + DAY, ...changes })
}

type Got = {
  readonly key: string
  readonly content: string
  readonly isUncertain: boolean
  readonly keys: readonly string[]
}

/** A platform that notes what it gets, and answers as it is told: the first answers first, then that it was sent. */
class FakePlatform implements Sender<string> {
  readonly got: Got[] = []
  readonly answers: SendOutcome[] = []
  seen: Found = 'unreadable'

  async send({ key, isUncertain }: HeldDelivery, content: string, keys: readonly string[]): Promise<SendOutcome> {
    this.got.push({ key, content, isUncertain, keys })
    return this.answers.shift() ?? { kind: 'sent', ref: `ref-${this.got.length}` }
  }

  readonly readBack = async () => this.seen
}

type Running = AsyncDisposable & {
  readonly store: Store
  readonly clock: TestClock
  readonly platform: FakePlatform
  readonly loop: DeliveryLoop<string>
  readonly failures: unknown[]
  /** Why nothing gets to a conversation any more, and how deliveries ended. */
  readonly gone: string[]
  readonly ends: string[]
  /** Another process over the same store. */
  another(options?: Partial<LoopOptions<string>>): DeliveryLoop<string>
  state(key?: string): Promise<string | undefined>
}

async function running(
  wanted: readonly WantedDelivery[] = [aWanted()],
  { contentOf = sayIts, ...options }: Partial<LoopOptions<string>> = {},
): Promise<Running> {
  const folder = aFolder()
  const store = await openStore(folder.path)
  const clock = new TestClock(Temporal.Instant.fromEpochMilliseconds(NOW))
  const platform = new FakePlatform()
  const failures: unknown[] = []
  const gone: string[] = []
  const ends: string[] = []
  const another = (others: Partial<LoopOptions<string>> = {}) =>
    new DeliveryLoop<string>({
      deliveries: store.deliveries,
      senders: { slack: platform },
      contentOf,
      clock,
      onFailure: (error) => failures.push(error),
      onGone: async (_, reason) => void gone.push(reason),
      onEnd: ({ key }, end) => ends.push(`${key} ${end}`),
      ...options,
      ...others,
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
    gone,
    ends,
    another,
    state: async (key = 'k1') => (await store.deliveries.find(key))?.state,
    [Symbol.asyncDispose]: async () => {
      await store[Symbol.asyncDispose]()
      folder[Symbol.dispose]()
    },
  }
}

async function sayIts({ key }: HeldDelivery): Promise<string | typeof LATER | undefined> {
  return `reminder ${key}`
}

describe('what is due', () => {
  test('is sent once, however often one looks', async () => {
    await using run = await running()
    await run.loop.round()
    await run.loop.round()
    expect(run.platform.got).toEqual([{ key: 'k1', content: 'reminder k1', isUncertain: false, keys: ['k1'] }])
    expect(await run.store.deliveries.find('k1')).toMatchObject({ state: 'sent', providerRef: 'ref-1' })
  })

  test('is sent by one of several that look at once', async () => {
    const all = Array.from({ length: 30 }, (_, i) => aWanted({ key: `k${i}`, conversationId: `D${i}` }))
    await using run = await running(all)
    const loops = [1, 2, 3].map(() => run.another({ pacing: unpaced }))
    await Promise.all(loops.map((loop) => loop.round()))
    await Promise.all(loops.map((loop) => loop.round()))
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
    await using run = await running([aWanted(changes)], contentOf && { contentOf })
    await run.loop.round()
    expect(run.platform.got).toEqual([])
    expect(await run.state()).toBe(state)
  })
})

test('what this process cannot say yet is left to others, and looked at again after a minute', async () => {
  await using run = await running([aWanted()], { contentOf: async () => LATER })
  await run.loop.round()
  await run.another({ contentOf: sayIts }).round()
  expect(run.platform.got).toEqual([])
  run.clock.advance(60_000)
  await run.another({ contentOf: sayIts }).round()
  expect(run.platform.got).toMatchObject([{ content: 'reminder k1', isUncertain: false }])
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

  test('refuses is left alone with the rest that was to follow in the conversation', async () => {
    await using run = await running([aWanted({ key: 'k1' }), aWanted({ key: 'k2' })], { pacing: unpaced })
    run.platform.answers.push({ kind: 'refused', waitMs: 30_000, error: 'ratelimited' })
    await run.loop.round()
    expect(run.platform.got.map(({ key }) => key)).toEqual(['k1'])
    expect(await run.store.deliveries.find('k2')).toMatchObject({
      state: 'pending',
      attempt: 0,
      nextAtMs: NOW + 30_000,
    })
    run.clock.advance(30_000)
    await run.loop.round()
    expect(run.platform.got.map(({ key }) => key).sort()).toEqual(['k1', 'k1', 'k2'])
  })

  test('lets nothing through any more ends the reminder, with the reason', async () => {
    await using run = await running()
    run.platform.answers.push({ kind: 'gone', reason: 'the app was removed' })
    await run.loop.round()
    expect(run.gone).toEqual(['the app was removed'])
    expect(await run.store.deliveries.find('k1')).toMatchObject({ state: 'failed', lastError: 'the app was removed' })
  })

  test.for<[Found, number, boolean, string]>([
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

  test('does not confirm, nor lets anybody look for a while, is looked at again until it does', async () => {
    await using run = await running()
    run.platform.seen = 'later'
    run.platform.answers.push({ kind: 'unknown', error: 'connection lost' })
    for (let i = 0; i < 5; i += 1) {
      await run.loop.round()
      run.clock.advance(60_000)
    }
    expect(await run.state()).toBe('checking')
    run.platform.seen = 'absent'
    await run.loop.round()
    expect(run.platform.got.map(({ isUncertain }) => isUncertain)).toEqual([false, false])
    expect(await run.state()).toBe('sent')
  })

  test('lets nobody look until the meeting has begun is noted as not known', async () => {
    await using run = await running([aWanted({ expiresAtMs: NOW + HOUR })])
    run.platform.seen = 'later'
    run.platform.answers.push({ kind: 'unknown', error: 'connection lost' })
    await run.loop.round()
    run.clock.advance(HOUR)
    await run.loop.round()
    expect(run.platform.got).toHaveLength(1)
    expect(await run.state()).toBe('unknown')
  })

  test('refuses first and then does not confirm is asked once more', async () => {
    await using run = await running()
    run.platform.answers.push(
      { kind: 'refused', waitMs: 0, error: 'busy' },
      { kind: 'unknown', error: 'connection lost' },
    )
    for (let i = 0; i < 4; i += 1) {
      await run.loop.round()
      run.clock.advance(60_000)
    }
    expect(run.platform.got.map(({ isUncertain }) => isUncertain)).toEqual([false, false, true])
    expect(await run.state()).toBe('sent')
  })

  test('does not confirm is never asked again where a loss is better than a double', async () => {
    await using run = await running([aWanted()], { onUnknown: 'never' })
    run.platform.answers.push({ kind: 'unknown', error: 'connection lost' })
    await run.loop.round()
    run.clock.advance(60_000)
    await run.loop.round()
    expect(run.platform.got).toHaveLength(1)
    expect(run.ends).toEqual(['k1 unconfirmed', 'k1 unknown'])
  })

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
    const contentOf = async ({ key }: HeldDelivery) => {
      if (key === 'k1') throw fault
      return 'reminder'
    }
    await using run = await running(all, { contentOf })
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

  test('does not let one conversation wait for another', async () => {
    const many = ['k1', 'k2', 'k3'].map((key) => aWanted({ key }))
    const all = [...many, aWanted({ key: 'other', conversationId: 'D2', dueAtMs: NOW + 1000 })]
    await using run = await running(all)
    run.loop.start()
    await run.clock.passSleepOf(1000)
    await vi.waitFor(() => expect(run.platform.got.map(({ key }) => key)).toContain('other'))
    await run.loop.stop()
    expect(run.platform.got.length).toBeLessThan(4)
  })

  test('sends nothing when it was held up between beginning and sending', async () => {
    await using run = await running()
    const { deliveries } = run.store
    const held = async (key: string, token: string, nowMs: number) => {
      const isBegun = await deliveries.begin(key, token, nowMs)
      run.clock.advance(55_000)
      return isBegun
    }
    await run.another({ deliveries: { ...deliveries, begin: held } }).round()
    expect(run.platform.got).toEqual([])
    expect(run.ends).toEqual(['k1 retry'])
    await run.loop.round()
    expect(run.platform.got).toMatchObject([{ isUncertain: false }])
  })

  test('leaves alone what goes to a platform that is not configured here', async () => {
    await using run = await running([aWanted({ platform: 'teams' })])
    await run.loop.round()
    expect(await run.state()).toBe('pending')
  })
})

describe('after a downtime', () => {
  const combine = (contents: readonly string[]) => contents.join(' + ')

  test('a conversation gets one message for all that is late', async () => {
    const late = Array.from({ length: 20 }, (_, i) => aWanted({ key: `k${10 + i}` }))
    await using run = await running(late, { combine })
    run.clock.advance(3 * HOUR)
    await run.loop.round()
    expect(run.platform.got.map(({ keys }) => keys)).toEqual([late.map(({ key }) => key)])
    expect(run.platform.got[0]?.content).toContain('reminder k10 + reminder k11')
    expect(run.ends).toHaveLength(20)
  })

  test('what fails is told of and tried again, and does not hold up what is told with it', async () => {
    const fault = new Error('no content')
    const contentOf = async (held: HeldDelivery) => {
      if (held.key === 'k1' && run.clock.now().epochMilliseconds < NOW + 2 * HOUR) throw fault
      return sayIts(held)
    }
    const late = ['k1', 'k2', 'k3'].map((key) => aWanted({ key }))
    await using run = await running(late, { combine, contentOf })
    run.clock.advance(HOUR)
    await run.loop.round()
    expect(run.failures).toEqual([fault])
    expect(run.platform.got.map(({ keys }) => keys)).toEqual([['k2', 'k3']])
    run.clock.advance(HOUR)
    await run.loop.round()
    expect(run.platform.got.map(({ keys }) => keys).slice(1)).toEqual([['k1']])
  })

  test('of several reminders of a meeting only the latest is sent', async () => {
    const leads = [
      aWanted({ key: 'week', meetingId: 'm', dueAtMs: NOW - DAY }),
      aWanted({ key: 'day', meetingId: 'm' }),
    ]
    await using run = await running(leads, { combine })
    run.clock.advance(HOUR)
    await run.loop.round()
    expect(run.platform.got.map(({ keys }) => keys)).toEqual([['day']])
    expect(await run.state('week')).toBe('superseded')
  })

  test('what is begun before another process died is one message again', async () => {
    const late = ['k1', 'k2'].map((key) => aWanted({ key }))
    await using run = await running(late, { combine })
    run.platform.seen = 'absent'
    run.platform.answers.push({ kind: 'unknown', error: 'connection lost' })
    run.clock.advance(HOUR)
    await run.loop.round()
    run.clock.advance(60_000)
    await run.loop.round()
    expect(run.platform.got.map(({ keys }) => [...keys].sort())).toEqual([
      ['k1', 'k2'],
      ['k1', 'k2'],
    ])
    expect(run.ends.toSorted()).toEqual([
      'k1 retry',
      'k1 sent',
      'k1 unconfirmed',
      'k2 retry',
      'k2 sent',
      'k2 unconfirmed',
    ])
  })
})
