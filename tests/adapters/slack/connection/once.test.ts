import { describe, expect, test } from 'vitest'
import { httpDelivery } from '../fake/delivery/http-delivery.ts'
import { appMention, directMessage } from '../fake/payloads/message-events.ts'
import { startAdapter, transports } from '../running-adapter.ts'

const question = 'Who runs the secretariat of the Almaty Process?'

describe.each(transports)('over %s', (transport) => {
  test.each([2, 4])('an event that comes %i times, one after the other, is answered once', async (times) => {
    await using running = await startAdapter(transport)
    const mention = appMention(running.slack, { text: question })
    for (let i = 0; i < times; i += 1) expect(await running.send(mention)).toMatchObject({ acknowledged: true })
    await running.adapter.stop(5000)
    expect(running.slack.calls('chat.postMessage')).toHaveLength(1)
  })

  test.each([2, 4])('an event that comes %i times at once is answered once', async (times) => {
    await using running = await startAdapter(transport)
    const mention = appMention(running.slack, { text: question })
    const sent = await Promise.all(Array.from({ length: times }, () => running.send(mention)))
    expect(sent).toEqual(sent.map(() => expect.objectContaining({ acknowledged: true })))
    await running.adapter.stop(5000)
    expect(running.slack.calls('chat.postMessage')).toHaveLength(1)
  })

  test('events that come again out of order are answered once each', async () => {
    await using running = await startAdapter(transport)
    const { slack, send } = running
    const mentions = Array.from({ length: 5 }, () => appMention(slack, { text: question }))
    for (const mention of [...mentions, ...mentions.toReversed()]) await send(mention)
    await running.adapter.stop(5000)
    const threads = slack.messages.map(({ thread_ts }) => thread_ts)
    expect(threads.toSorted()).toEqual(mentions.map(({ body }) => body.event.ts).toSorted())
  })

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

test('an event that comes again later does not take the conversation back', async () => {
  await using running = await startAdapter('http')
  const { slack, send } = running
  const first = directMessage(slack, { text: question })
  await send(first)
  await slack.called('chat.postMessage')
  await send(directMessage(slack, { text: 'process MIDSA' }))
  await slack.called('chat.postMessage', 2)
  await send(first)
  await slack.until(() => running.logged.some((line) => line.includes('slack event again')), 'that it came again')
  await send(directMessage(slack, { text: 'Who runs its secretariat?' }))
  await slack.called('chat.postMessage', 3)
  expect(slack.messages[2]?.text).toMatch(/MIDSA|Southern Africa/)
})
