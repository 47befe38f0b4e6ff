import { expect, test } from 'vitest'
import { aMessage } from './fake/activities/message.ts'
import { topicsFocalPoint } from './own-topics.ts'
import { startAdapter } from './running-adapter.ts'
import { saidIn } from './shown-card.ts'

const question = 'I lost my badge'
const places = ['personal', 'channel', 'groupChat'] as const

test.each(places)('a message in a %s that is delivered four times is answered once', async (place) => {
  await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
  const { teams, send } = running
  const asked = aMessage(teams, { text: question, place })
  for (const _time of [1, 2, 3, 4]) expect(await send(asked)).toMatchObject({ status: 200 })
  expect(teams.messages.map(saidIn)).toEqual([expect.stringContaining('Pelican')])
})

test('a message that is delivered four times at once is answered once', async () => {
  await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
  const { teams, send } = running
  const asked = aMessage(teams, { text: question, place: 'channel' })
  const answers = await Promise.all([1, 2, 3, 4].map(() => send(asked)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  await running.adapter.stop(5000)
  expect(teams.messages).toHaveLength(1)
})

test('a message that is delivered with other times is still the same', async () => {
  await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
  const { teams, send } = running
  const asked = aMessage(teams, { text: question, place: 'personal' })
  await send(asked)
  await send({ ...asked, timestamp: '2026-11-22T12:00:15.000Z', localTimestamp: '2026-11-22T13:00:15.000+01:00' })
  expect(teams.messages).toHaveLength(1)
})

test('a message that was answered before a restart is not answered again', async () => {
  await using before = await startAdapter({ focalPoint: topicsFocalPoint() })
  const { teams, store } = before
  const asked = aMessage(teams, { text: question, place: 'channel' })
  await before.send(asked)
  await before.adapter.stop(5000)
  await using after = await startAdapter({ focalPoint: topicsFocalPoint(), beside: teams, store })
  expect(await after.send(asked)).toMatchObject({ status: 200 })
  await after.adapter.stop(5000)
  expect(teams.messages).toHaveLength(1)
})

test('a message that two replicas on one store get at once is answered once', async () => {
  await using one = await startAdapter({ focalPoint: topicsFocalPoint() })
  const { teams, store } = one
  await using other = await startAdapter({ focalPoint: topicsFocalPoint(), beside: teams, store })
  const asked = aMessage(teams, { text: question, place: 'channel' })
  await Promise.all([one.send(asked), other.send(asked), one.send(asked), other.send(asked)])
  expect(teams.messages).toHaveLength(1)
})

test('the same words asked again are answered again, and so is the same id in another place', async () => {
  await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
  const { teams, send } = running
  const asked = aMessage(teams, { text: question, place: 'personal' })
  await send(asked)
  await send(aMessage(teams, { text: question, place: 'personal' }))
  await send(aMessage(teams, { text: question, place: 'groupChat', fields: { id: asked.id } }))
  expect(teams.messages).toHaveLength(3)
})

test('an empty mention that is delivered twice gets help once', async () => {
  await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
  const asked = aMessage(running.teams, { text: '', place: 'channel' })
  await Promise.all([running.send(asked), running.send(asked)])
  expect(running.teams.messages).toHaveLength(1)
})

test('a message that Teams delivers again while its answer is on the way is answered once', async () => {
  await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
  const { teams, send } = running
  const { promise: hold, resolve: letGo } = Promise.withResolvers<void>()
  teams.fault({ area: 'connector', method: 'POST', hold })
  const asked = aMessage(teams, { text: question, place: 'personal' })
  const first = send(asked)
  await teams.until(() => teams.calls.some(({ area }) => area === 'connector'), 'the answer on its way')
  expect(await send(asked)).toMatchObject({ status: 200 })
  letGo()
  expect(await first).toMatchObject({ status: 200 })
  expect(teams.messages).toHaveLength(1)
})
