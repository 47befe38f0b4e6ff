import { describe, expect, test } from 'vitest'
import { slackNotices } from '../../../adapters/slack/drawing/wording.ts'
import { elementsOf, shownTexts } from './drawing/an-answer.ts'
import type { FakeSlack } from './fake/fake-slack.ts'
import { slashCommand } from './fake/payloads/slash-command.ts'
import { largerFocalPoint } from './larger-knowledge.ts'
import { buttonNamed, handled, labelsIn, pressInMessage, pressInPrivate } from './pressing.ts'
import { type RunningAdapter, startAdapter, transports } from './running-adapter.ts'

const share = 'Share in channel'

/** What stands in the private answer to a command. */
async function askPrivately({ slack, send }: RunningAdapter, text: string): Promise<unknown> {
  return (await send(slashCommand(slack, { command: '/focal', text }))).body
}

/** The person named in what was shared. */
function sharersIn(shown: unknown): unknown[] {
  return elementsOf(shown, 'user').map(({ user_id }) => user_id)
}

function replacedIn({ responses }: FakeSlack): unknown[] {
  return responses.filter(({ effect }) => effect === 'replaced').map(({ body }) => body)
}

const refused = (status: number) => ({ on: 'response_url', fail: { status }, times: 'always' }) as const

describe.each(transports)('over %s', (transport) => {
  test('a shared answer stands in the channel once, with who shared it and what was asked', async () => {
    await using running = await startAdapter(transport)
    const { slack } = running
    const answer = await askPrivately(running, 'process MIDSA')
    const presses = [1, 2, 3].map(() => pressInPrivate(running, answer, share))
    expect(await Promise.all(presses)).toMatchObject(presses.map(() => ({ acknowledged: true })))
    await handled(running, 4)
    await pressInPrivate(running, answer, share)
    await handled(running, 5)
    expect(slack.messages).toMatchObject([{ channel: 'C00000001', text: expect.stringContaining('Southern Africa') }])
    const [shared] = slack.messages
    expect(sharersIn(shared?.blocks)).toEqual(['U00000001'])
    expect(shownTexts(shared?.blocks).join('')).toContain('shared this answer to: process MIDSA')
    expect(labelsIn(shared?.blocks)).not.toContain(share)
    expect(slack.ephemerals).toMatchObject([{ user: 'U00000001', text: slackNotices.shared.en }])
    expect(slack.violations).toEqual([])
  })
})

test('the private answer loses its button, on all of its pages', async () => {
  await using running = await startAdapter('http', { focalPoint: largerFocalPoint() })
  const { slack } = running
  const answer = await askPrivately(running, 'publications')
  expect(labelsIn(answer)).toContain(share)
  await pressInPrivate(running, answer, share)
  await handled(running, 2)
  const [without] = replacedIn(slack)
  expect(labelsIn(without)).not.toContain(share)
  await pressInPrivate(running, without, 'More')
  await handled(running, 3)
  expect(replacedIn(slack)).toHaveLength(2)
  expect(labelsIn(replacedIn(slack)[1])).toContain('Back')
  expect(labelsIn(replacedIn(slack)[1])).not.toContain(share)
})

test('a shared answer has pages of its own, each with who shared it', async () => {
  await using running = await startAdapter('http', { focalPoint: largerFocalPoint() })
  const { slack } = running
  await pressInPrivate(running, await askPrivately(running, 'publications'), share)
  await handled(running, 2)
  await pressInMessage(running, slack.messages[0], 'More', { user: 'U00000002' })
  await handled(running, 3)
  expect(slack.messages).toHaveLength(1)
  expect(shownTexts(slack.messages[0]?.blocks)).toContain('Page 2 of 2')
  expect(sharersIn(slack.messages[0]?.blocks)).toEqual(['U00000001'])
  expect(labelsIn(slack.messages[0]?.blocks)).not.toContain(share)
  expect(slack.violations).toEqual([])
})

test('a shared answer can be judged by everybody', async () => {
  await using running = await startAdapter('http')
  const { slack, store } = running
  await pressInPrivate(running, await askPrivately(running, 'process MIDSA'), share)
  await handled(running, 2)
  await pressInMessage(running, slack.messages[0], 'Helpful', { user: 'U00000001' })
  await pressInMessage(running, slack.messages[0], 'Helpful', { user: 'U00000002' })
  await handled(running, 4)
  expect(await store.feedback.list()).toHaveLength(2)
})

test('what was picked in a private answer can be shared', async () => {
  await using running = await startAdapter('http')
  const { slack } = running
  await pressInPrivate(running, await askPrivately(running, 'who runs the secretariat?'), 'focal.choose.0')
  await handled(running, 2)
  await pressInPrivate(running, replacedIn(slack)[0], share)
  await handled(running, 3)
  expect(slack.messages).toMatchObject([{ text: expect.stringContaining('Almaty Process') }])
  expect(shownTexts(slack.messages[0]?.blocks).join('')).toContain('secretariat of the Almaty Process?')
})

test.each([
  [404, 'the address is used up'],
  [403, 'Slack does not let the app post there'],
])('where sharing is refused (%i, %s) the person is told another way, and may try again', async (status) => {
  await using running = await startAdapter('http')
  const { slack } = running
  const answer = await askPrivately(running, 'process MIDSA')
  slack.faults.add(refused(status))
  await pressInPrivate(running, answer, share)
  await slack.called('chat.postEphemeral')
  await handled(running, 2)
  expect(slack.ephemerals).toMatchObject([{ user: 'U00000001', text: slackNotices.shareFailed.en }])
  expect(slack.messages).toEqual([])
  slack.faults.clear()
  await pressInPrivate(running, answer, share)
  await handled(running, 3)
  expect(slack.messages).toHaveLength(1)
})

test('while Slack fails, sharing is tried five times before the person is told', async () => {
  await using running = await startAdapter('http')
  const { slack, clock } = running
  const answer = await askPrivately(running, 'process MIDSA')
  slack.faults.add({ ...refused(500), times: 5 })
  await pressInPrivate(running, answer, share)
  for (const ms of [500, 1000, 2000, 4000]) await clock.passSleepOf(ms)
  await slack.until(() => slack.ephemerals.length > 0, 'a private word')
  expect(slack.ephemerals).toMatchObject([{ text: slackNotices.shareFailed.en }])
  expect(slack.messages).toEqual([])
})

test('a share whose confirmation got lost is not repeated, and the person is asked to look', async () => {
  await using running = await startAdapter('http')
  const { slack } = running
  const answer = await askPrivately(running, 'process MIDSA')
  slack.faults.add({ on: 'response_url', fail: 'reset-after-work' })
  await pressInPrivate(running, answer, share)
  await handled(running, 2)
  await pressInPrivate(running, answer, share)
  await handled(running, 3)
  expect(slack.messages).toHaveLength(1)
  expect(slack.ephemerals).toMatchObject([{ text: slackNotices.uncertain.en }])
})

test('where the thumbs are refused, the answer is shared with plain buttons', async () => {
  await using running = await startAdapter('http')
  const { slack } = running
  const answer = await askPrivately(running, 'process MIDSA')
  const match = ({ blocks }: Readonly<Record<string, unknown>>) => JSON.stringify(blocks).includes('context_actions')
  slack.faults.add({ on: 'response_url', fail: { error: 'invalid_blocks' }, times: 'always', match })
  await pressInPrivate(running, answer, share)
  await handled(running, 2)
  expect(slack.messages).toHaveLength(1)
  expect(elementsOf(slack.messages[0]?.blocks, 'context_actions')).toEqual([])
  expect(labelsIn(slack.messages[0]?.blocks)).toContain('Helpful')
})

test.each([
  ['an answer that was never kept', JSON.stringify({ answerId: 'of-nobody' }), slackNotices.answerGone.en],
  ['a value of an older version', 'share', slackNotices.unknownControl.en],
  ['more than we write', JSON.stringify({ answerId: 'a', channel: 'C00000009' }), slackNotices.unknownControl.en],
])('a button with %s shares nothing and says so', async (_, value, expected) => {
  await using running = await startAdapter('http')
  const { slack } = running
  const button = buttonNamed(await askPrivately(running, 'process MIDSA'), share)
  await pressInPrivate(running, [], { ...button, value })
  await handled(running, 2)
  expect(slack.messages).toEqual([])
  expect(slack.ephemerals).toMatchObject([{ text: expected }])
})
