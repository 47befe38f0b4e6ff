import { afterAll, beforeAll, expect, test } from 'vitest'
import { aFolder, aKnowledgeFolder, badgeQuestion, type TemporaryFolder } from '../knowledge-fixture.ts'
import { slowFocalPoint } from '../own-focal-point.ts'
import { type RunningService, startService } from '../running-service.ts'
import { aCardAction, aSearch } from './fake/activities/invoke.ts'
import { aMessage } from './fake/activities/message.ts'
import { send } from './fake/deliver.ts'
import type { FakeConnector } from './fake/fake-connector.ts'
import { startFakeConnector } from './fake/start-fake-connector.ts'
import { startAdapter } from './running-adapter.ts'
import { saidIn } from './shown-card.ts'

const question = 'Who runs the secretariat of the Almaty Process?'

test('what is in flight is finished and answered, and what comes after that is to come again', async () => {
  const { promise: until, resolve: letGo } = Promise.withResolvers<void>()
  await using running = await startAdapter({ focalPoint: slowFocalPoint(until) })
  const { teams, adapter, clock } = running
  const sending = running.send(aMessage(teams, { text: question, place: 'channel' }))
  await clock.passSleepOf(2000)
  const stopping = adapter.stop(60_000)
  const late = [
    aMessage(teams, { text: question, place: 'personal' }),
    aSearch(teams, { place: 'personal', text: 'Bali' }),
    aCardAction(teams, { place: 'personal', verb: 'choose' }),
  ]
  for (const activity of late) expect(await running.send(activity)).toMatchObject({ status: 503 })
  letGo()
  expect(await sending).toMatchObject({ status: 200 })
  await stopping
  expect(teams.messages.map(saidIn).filter((said) => said !== '')).toEqual([expect.stringContaining('UNHCR')])
})

test('an answer that comes after Teams has been answered is waited for', async () => {
  const { promise: until, resolve: letGo } = Promise.withResolvers<void>()
  await using running = await startAdapter({ focalPoint: slowFocalPoint(until) })
  const { teams, adapter, clock } = running
  const sending = running.send(aMessage(teams, { text: question, place: 'channel' }))
  await clock.passSleepOf(9000)
  expect(await sending).toMatchObject({ status: 200 })
  const stopping = adapter.stop(60_000)
  letGo()
  await stopping
  expect(saidIn(teams.messages.at(-1))).toMatch(/UNHCR/)
})

test('what takes too long is not waited for', async () => {
  await using running = await startAdapter({ focalPoint: slowFocalPoint() })
  const { teams, adapter, clock } = running
  const sending = running.send(aMessage(teams, { text: question, place: 'channel' }))
  await clock.passSleepOf(2000)
  const stopping = adapter.stop(5000)
  await clock.passSleepOf(5000)
  await stopping
  await clock.passSleepOf(9000)
  expect(await sending).toMatchObject({ status: 200 })
})

let knowledge: TemporaryFolder
let data: TemporaryFolder

beforeAll(() => {
  knowledge = aKnowledgeFolder()
  data = aFolder()
})

afterAll(() => {
  knowledge[Symbol.dispose]()
  data[Symbol.dispose]()
})

function serviceBeside(teams: FakeConnector): Promise<RunningService> {
  return startService(knowledge.path, { ...teams.settings, DATA_DIR: data.path })
}

test('the service finishes an answer that is on its way when it is told to end, and ends well', async () => {
  await using teams = await startFakeConnector()
  await using service = await serviceBeside(teams)
  const { promise: hold, resolve: letGo } = Promise.withResolvers<void>()
  teams.fault({ area: 'connector', method: 'POST', hold })
  const asked = aMessage(teams, { text: badgeQuestion, place: 'channel' })
  const sending = send(teams, `${service.url}/api/messages`, asked)
  await teams.until(() => teams.calls.some(({ area }) => area === 'connector'), 'an answer on its way', 20_000)
  const ended = service.stop()
  await service.logged('stopping')
  letGo()
  expect(await sending).toMatchObject({ status: 200 })
  expect(await ended).toBe(0)
  expect(teams.messages.map(saidIn)).toEqual([expect.stringContaining('Pelican')])
})
