import { afterAll, beforeAll, expect, test } from 'vitest'
import { aFolder, aKnowledgeFolder, badgeQuestion, type TemporaryFolder } from '../knowledge-fixture.ts'
import { socketDelivery } from './fake/delivery/socket-delivery.ts'
import { appMention } from './fake/payloads/message-events.ts'
import { startFakeSlack } from './fake/start-fake-slack.ts'
import { transports } from './running-adapter.ts'
import { startSlackService } from './slack-service.ts'

let knowledge: TemporaryFolder

beforeAll(() => {
  knowledge = aKnowledgeFolder()
})

afterAll(() => {
  knowledge[Symbol.dispose]()
})

test('the service ends while it connects again, although Slack does not answer', async () => {
  await using slack = await startFakeSlack()
  using data = aFolder()
  const where = { transport: 'sockets', knowledge: knowledge.path, data: data.path } as const
  const { service } = await startSlackService(slack, where)
  slack.faults.add({ on: 'apps.connections.open', fail: 'hang', times: 'always' })
  slack.sockets.drop()
  await slack.called('apps.connections.open', 4)
  const ended = service.stop()
  await service.logged('stopped')
  const stoppedAt = performance.now()
  expect(await ended).toBe(0)
  // The call itself would go on for ten seconds.
  expect(performance.now() - stoppedAt).toBeLessThan(5000)
})

test.each(transports)('what comes over %s after the service is told to stop is not acknowledged', async (transport) => {
  await using slack = await startFakeSlack()
  using data = aFolder()
  const where = { transport, knowledge: knowledge.path, data: data.path }
  const { service, send } = await startSlackService(slack, where)
  slack.faults.add({ on: 'chat.postMessage', fail: 'hang' })
  await send(appMention(slack, { text: badgeQuestion }))
  await slack.called('chat.postMessage')
  const ended = service.stop()
  await service.logged('stopping')
  const late = appMention(slack, { text: badgeQuestion })
  const sendLate = transport === 'http' ? send : socketDelivery(slack, 300)
  expect(await sendLate(late)).toMatchObject({ acknowledged: false })
  slack.faults.release()
  expect(await ended).toBe(0)
  expect(slack.messages).toHaveLength(1)
})
