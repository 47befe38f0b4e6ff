import { describe, expect, test } from 'vitest'
import type { Fault } from '../fake/state/faults.ts'
import { aPerson } from '../fake/state/people.ts'
import { PROCESSES_CHANNEL } from '../fake/state/teams.ts'
import { cardIn, saidIn, textOf } from '../shown-card.ts'
import { countIn, startDelivering, toldOf } from './delivering.ts'
import { channelOf, personalOf } from './reminding.ts'

test('a reminder that is due is told once, by whichever of two processes, and not again after a restart', async () => {
  await using delivering = await startDelivering()
  await delivering.remind()
  const first = await delivering.begin()
  await delivering.begin()
  await delivering.passUntil(() => toldOf(delivering).length > 0)
  await delivering.pass(30_000)
  await first.stop()
  await delivering.begin()
  await delivering.pass(45_000)
  expect(toldOf(delivering).map(({ conversationId }) => conversationId)).toEqual([
    personalOf(delivering.running).conversationId,
  ])
  expect(saidIn(toldOf(delivering)[0])).toMatch(/^In 1 hour: Soon\n/)
  expect(await countIn(delivering, 'sent')).toBe(1)
  expect(delivering.failures).toEqual([])
})

test('500 reminders that are due in the same minute all come once, as fast as Teams takes them', async () => {
  await using delivering = await startDelivering({ teams: { rateLimits: true } })
  const people = Array.from({ length: 500 }, (_, i) => aPerson(`Person ${i}`))
  await Promise.all(people.map((person) => delivering.remind(person)))
  await delivering.begin()
  await delivering.passUntil(() => toldOf(delivering).length > 0)
  const startMs = delivering.running.clock.now().epochMilliseconds
  await delivering.passUntil(() => toldOf(delivering).length === 500)
  await delivering.pass(30_000)
  const took = delivering.running.clock.now().epochMilliseconds - startMs - 30_000
  const places = toldOf(delivering).map(({ conversationId }) => conversationId)
  expect(new Set(places).size).toBe(500)
  expect(places).toHaveLength(500)
  expect(delivering.running.teams.calls.filter(({ status }) => status === 429)).toEqual([])
  expect(await countIn(delivering, 'sent')).toBe(500)
  expect(took).toBeGreaterThan(20_000)
  expect(took).toBeLessThan(90_000)
  expect(delivering.failures).toEqual([])
}, 240_000)

describe('a fault that ends', () => {
  test.each<[string, Fault]>([
    ['429', { status: 429 }],
    ['429 with a time to wait', { status: 429, retryAfter: 20 }],
    ['412', { status: 412 }],
    ['503', { status: 503 }],
    ['503 with a time to wait', { status: 503, retryAfter: 20 }],
    ['500', { status: 500 }],
    ['502', { status: 502 }],
    ['504', { status: 504 }],
    ['a connection cut before', { drop: 'before' }],
    ['a token that is refused', { status: 401 }],
  ])('delays a reminder, and does not lose or double it: %s', async (_, fault) => {
    await using delivering = await startDelivering()
    await delivering.remind()
    delivering.running.teams.fault({ area: 'connector', method: 'POST', ...fault, times: 1 })
    await delivering.begin()
    await delivering.passUntil(() => toldOf(delivering).length > 0)
    await delivering.pass(45_000)
    expect(toldOf(delivering)).toHaveLength(1)
    expect(await countIn(delivering, 'sent')).toBe(1)
    expect(delivering.failures).toEqual([])
  })
})

test('where the answer gets lost it is told once more, and says that it may be there twice', async () => {
  await using delivering = await startDelivering()
  await delivering.remind()
  delivering.running.teams.fault({ area: 'connector', method: 'POST', drop: 'after' })
  await delivering.begin()
  await delivering.passUntil(() => toldOf(delivering).length > 1)
  await delivering.pass(100_000)
  const texts = toldOf(delivering).map((message) => textOf(cardIn(message)))
  expect(texts).toHaveLength(2)
  expect(texts[0]).not.toMatch(/twice|already|again/)
  expect(texts[1]).toMatch(/twice|already|again/)
})

test.each([403, 404])(
  'a channel that answers %i gets no more, and who asked is told once in person',
  async (status) => {
    await using delivering = await startDelivering()
    const { running } = delivering
    await delivering.remind()
    await delivering.remind(undefined, { conversationId: PROCESSES_CHANNEL })
    running.teams.fault({ area: 'connector', method: 'POST', path: 'migrationdeskprocesses', status, times: -1 })
    await delivering.begin()
    const isOver = () => running.teams.messages.some(({ body }) => /reminders/i.test(String(body.text ?? '')))
    await delivering.passUntil(isOver)
    await delivering.pass(45_000)
    const tried = running.teams.calls.filter(({ path }) => path.includes('migrationdeskprocesses'))
    expect(tried).toHaveLength(1)
    expect(await running.store.references.find(channelOf(running))).toMatchObject({
      unreachable: expect.stringMatching(status === 403 ? /blocked/ : /gone/),
    })
    expect(await running.store.subscriptions.listOf(channelOf(running))).toMatchObject([{ isActive: false }])
    const told = running.teams.messages.filter(({ body }) => body.text !== undefined)
    expect(told.map(({ conversationId }) => conversationId)).toEqual([personalOf(running).conversationId])
  },
)

test('while no token is to be had nothing is lost, and it goes out once there is one', async () => {
  await using delivering = await startDelivering()
  const { running } = delivering
  await delivering.remind()
  running.teams.revokeTokens()
  running.teams.fault({ area: 'token', status: 500, times: -1 })
  await delivering.begin()
  await delivering.passUntil(() => running.logged.some((line) => /teams token not to be had/.test(line)))
  expect(toldOf(delivering)).toEqual([])
  running.teams.clearFaults()
  await delivering.passUntil(() => toldOf(delivering).length > 0)
  expect(toldOf(delivering)).toHaveLength(1)
})
