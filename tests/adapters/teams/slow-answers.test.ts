import { expect, test } from 'vitest'
import { slowFocalPoint } from '../own-focal-point.ts'
import { aMessage, type Said } from './fake/activities/message.ts'
import type { FakeConnector } from './fake/fake-connector.ts'
import { startAdapter } from './running-adapter.ts'
import { saidIn } from './shown-card.ts'

const question = 'Who runs the secretariat of the Almaty Process?'

function typesOf({ messages }: FakeConnector): unknown[] {
  return messages.map(({ body }) => body.type)
}

test.each<[where: string, said: Partial<Said>]>([
  ['in person', { place: 'personal' }],
  ['in a channel', { place: 'channel' }],
  ['in a group', { place: 'groupChat' }],
])('whoever waits %s for two seconds is shown that the answer is on its way', async (_where, said) => {
  const { promise: until, resolve: letGo } = Promise.withResolvers<void>()
  await using running = await startAdapter({ focalPoint: slowFocalPoint(until) })
  const { teams, clock } = running
  const asked = aMessage(teams, { text: question, place: 'personal', ...said })
  const sending = running.send(asked)
  await clock.passSleepOf(2000)
  await teams.until(() => teams.messages.length > 0, 'somebody typing')
  letGo()
  expect(await sending).toMatchObject({ status: 200 })
  expect(typesOf(teams)).toEqual(['typing', 'message'])
  expect(teams.messages).toMatchObject([{ conversationId: asked.conversation.id }, { replyToId: asked.id }])
})

test('whoever is answered at once is not shown that somebody types', async () => {
  await using running = await startAdapter()
  await running.send(aMessage(running.teams, { text: question, place: 'personal' }))
  running.clock.advance(60_000)
  await running.adapter.stop(5000)
  expect(typesOf(running.teams)).toEqual(['message'])
})

test('others see no more of a slow private answer than that somebody types', async () => {
  const { promise: until, resolve: letGo } = Promise.withResolvers<void>()
  await using running = await startAdapter({ focalPoint: slowFocalPoint(until) })
  const { teams, clock } = running
  const sending = running.send(aMessage(teams, { text: question, place: 'channel', targeted: true }))
  await clock.passSleepOf(2000)
  await teams.until(() => teams.messages.length > 0, 'somebody typing')
  letGo()
  expect(await sending).toMatchObject({ status: 200 })
  const [typing, answer] = teams.messages
  expect(typing?.body).toEqual({ type: 'typing' })
  expect(answer).toMatchObject({ targeted: true, body: { type: 'message' } })
})

test('Teams is answered after nine seconds, so that it does not ask again, and the person when the answer is there', async () => {
  const { promise: until, resolve: letGo } = Promise.withResolvers<void>()
  await using running = await startAdapter({ focalPoint: slowFocalPoint(until) })
  const { teams, clock } = running
  const asked = aMessage(teams, { text: question, place: 'channel' })
  const sending = running.send(asked)
  const startedAt = clock.now()
  await clock.passSleepOf(2000)
  await teams.until(() => teams.messages.length > 0, 'somebody typing')
  await clock.passSleepOf(9000)
  expect(await sending).toMatchObject({ status: 200 })
  expect(clock.now().since(startedAt).total('seconds')).toBeLessThan(10)
  expect(typesOf(teams)).toEqual(['typing'])
  expect(await running.send(asked)).toMatchObject({ status: 200 })
  letGo()
  await teams.until(() => teams.messages.length > 1, 'the answer')
  await running.adapter.stop(5000)
  expect(typesOf(teams)).toEqual(['typing', 'message'])
  expect(teams.messages[1]).toMatchObject({
    kind: 'replied',
    conversationId: asked.conversation.id,
    replyToId: asked.id,
  })
  expect(saidIn(teams.messages[1])).toMatch(/UNHCR/)
})

test('an answer comes although Teams does not show that it is on its way', async () => {
  const { promise: until, resolve: letGo } = Promise.withResolvers<void>()
  await using running = await startAdapter({ focalPoint: slowFocalPoint(until) })
  const { teams, clock } = running
  teams.fault({ area: 'connector', path: '/activities', status: 403 })
  const sending = running.send(aMessage(teams, { text: question, place: 'personal' }))
  await clock.passSleepOf(2000)
  await teams.until(() => teams.calls.some(({ status }) => status === 403), 'typing refused')
  letGo()
  expect(await sending).toMatchObject({ status: 200 })
  expect(typesOf(teams)).toEqual(['message'])
})
