import { expect, test } from 'vitest'
import type { FakeSlack } from './fake-slack.ts'
import { startFakeSlack } from './start-fake-slack.ts'

const author = { team: 'T1', user: 'UBOT00001', bot_id: 'B00000001' }

/** A Slack with one message of the app, and the response_url of a click on it. */
async function startWithMessage(): Promise<FakeSlack> {
  const slack = await startFakeSlack()
  slack.posted.add({ channel: 'C1', ts: '1.1', text: 'Which one?', blocks: undefined, ...author })
  slack.responseUrls.create('R1', { channel: 'C1', user: 'U1', messageTs: '1.1' })
  return slack
}

async function respond(slack: FakeSlack, body: object): Promise<number> {
  const headers = { 'content-type': 'application/json' }
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  return (await fetch(`${slack.baseUrl}/response/R1`, init)).status
}

test('answers the person alone unless told otherwise', async () => {
  await using slack = await startWithMessage()
  expect(await respond(slack, { text: 'for you' })).toBe(200)
  expect(await respond(slack, { text: 'for all', response_type: 'in_channel' })).toBe(200)
  expect(slack.ephemerals).toMatchObject([{ channel: 'C1', user: 'U1', text: 'for you' }])
  expect(slack.messages).toMatchObject([{ text: 'Which one?' }, { text: 'for all' }])
  expect(slack.responses.map(({ effect }) => effect)).toEqual(['ephemeral', 'message'])
})

test('replaces and deletes the message that was acted on', async () => {
  await using slack = await startWithMessage()
  await respond(slack, { text: 'This one', replace_original: true })
  expect(slack.messages).toMatchObject([{ text: 'This one', updates: 1, deleted: false }])
  await respond(slack, { delete_original: true })
  expect(slack.messages).toMatchObject([{ deleted: true }])
})

test('can be used five times', async () => {
  await using slack = await startWithMessage()
  const statuses = []
  for (let at = 0; at < 6; at += 1) statuses.push(await respond(slack, { text: 'again' }))
  expect(statuses).toEqual([200, 200, 200, 200, 200, 404])
})

test('takes no message that breaks Block Kit', async () => {
  await using slack = await startWithMessage()
  expect(await respond(slack, { text: 'x', blocks: [{ type: 'accordion' }] })).toBe(400)
  expect(slack.violations).toEqual(['response_url: blocks[0].type: "accordion" is not known here'])
})
