import { afterEach, expect, test, vi } from 'vitest'
import { aMessage } from './fake/activities/message.ts'
import type { FakeConnector } from './fake/fake-connector.ts'
import type { Fault } from './fake/state/faults.ts'
import { clear, topicsFocalPoint } from './own-topics.ts'
import { type RunningAdapter, startAdapter } from './running-adapter.ts'

const minute = 60_000
const day = 24 * 60 * minute

afterEach(() => vi.useRealTimers())

function start(arm?: (teams: FakeConnector) => void): Promise<RunningAdapter> {
  return startAdapter({ focalPoint: topicsFocalPoint(), arm })
}

async function ask({ teams, send }: RunningAdapter): Promise<number> {
  return (await send(aMessage(teams, { text: clear, place: 'personal' }))).status
}

/** How often keys were asked for; it takes two calls. */
function timesAsked({ teams }: RunningAdapter): number {
  return teams.calls.filter(({ area, path }) => area === 'openid' && path.endsWith('/openidconfiguration')).length
}

const broken: readonly (readonly [what: string, fault: Fault])[] = [
  ['answers 500', { status: 500 }],
  ['answers 429', { status: 429, retryAfter: 60 }],
  ['cuts connections', { drop: 'before' }],
  ['answers 404 for the keys', { path: '/keys', status: 404 }],
]

test.each(broken)(
  'while the key server %s at the start, calls get 503, and are answered as soon as it works',
  async (_, fault) => {
    await using running = await start((teams) => teams.fault({ area: 'openid', times: -1, ...fault }))
    expect([await ask(running), await ask(running)]).toEqual([503, 503])
    expect(running.teams.messages).toEqual([])
    running.teams.clearFaults()
    expect(await ask(running)).toBe(200)
    expect(running.teams.messages).toHaveLength(1)
  },
)

test.each(broken)('once keys are known, calls are answered although the key server %s for days', async (_, fault) => {
  vi.useFakeTimers({ toFake: ['Date'] })
  await using running = await start()
  expect(await ask(running)).toBe(200)
  running.teams.fault({ area: 'openid', times: -1, ...fault })
  for (const _day of [1, 2, 3]) {
    // All clocks there are, as tokens are made and checked by several.
    running.clock.advance(day + minute)
    vi.setSystemTime(Date.now() + day + minute)
    expect(await ask(running)).toBe(200)
  }
  expect(timesAsked(running)).toBe(4)
})

test('keys are asked for once, however many calls wait for them', async () => {
  await using running = await start()
  expect(timesAsked(running)).toBe(0)
  const statuses = await Promise.all(Array.from({ length: 10 }, () => ask(running)))
  expect(new Set(statuses)).toEqual(new Set([200]))
  expect(timesAsked(running)).toBe(1)
})

test('tokens with made-up keys make us ask at most every five minutes, and delay nobody', async () => {
  await using running = await start()
  const { teams, send, clock } = running
  await ask(running)
  const forged = () => send(aMessage(teams, { text: clear, place: 'personal' }), { token: 'unknown-key' })
  for (const _try of Array(50).keys()) expect((await forged()).status).toBe(401)
  expect(timesAsked(running)).toBe(1)
  const { promise, resolve } = Promise.withResolvers<void>()
  teams.fault({ area: 'openid', hold: promise })
  clock.advance(5 * minute + 1)
  const waiting = forged()
  await teams.until(() => timesAsked(running) === 2, 'keys are asked for again')
  expect(await ask(running)).toBe(200)
  resolve()
  expect((await waiting).status).toBe(401)
  expect((await forged()).status).toBe(401)
  expect(timesAsked(running)).toBe(2)
})
