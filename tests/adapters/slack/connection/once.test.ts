import { describe, expect, test } from 'vitest'
import { httpDelivery } from '../fake/delivery/http-delivery.ts'
import { appMention } from '../fake/payloads/message-events.ts'
import { startAdapter, transports } from '../running-adapter.ts'

const question = 'Who runs the secretariat of the Almaty Process?'

describe.each(transports)('over %s', (transport) => {
  test('an event that was not answered because Slack refused is not answered when it comes again', async () => {
    await using running = await startAdapter(transport)
    const { slack, send } = running
    slack.faults.add({ on: 'chat.postMessage', fail: { error: 'is_archived' } })
    const mention = appMention(slack, { text: question })
    await send(mention)
    await slack.called('chat.postMessage')
    await send(mention)
    await running.adapter.stop(5000)
    expect(slack.messages).toEqual([])
  })
})

test('an event that comes over a socket and over HTTP is answered once', async () => {
  await using running = await startAdapter('sockets', { overBoth: true })
  const mention = appMention(running.slack, { text: question })
  const overHttp = httpDelivery(running.slack, running.url)
  const sent = await Promise.all([running.send(mention), overHttp(mention)])
  expect(sent).toEqual(sent.map(() => expect.objectContaining({ acknowledged: true })))
  await running.adapter.stop(5000)
  expect(running.slack.calls('chat.postMessage')).toHaveLength(1)
})
