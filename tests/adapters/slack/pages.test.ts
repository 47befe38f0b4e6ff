import { mkdtempDisposableSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { notices } from '../../../adapters/chat/wording.ts'
import { callbackIds } from '../../../adapters/slack/drawing/control-values.ts'
import { openStore } from '../../../src/store/store.ts'
import { elementsOf, shownTexts } from './drawing/an-answer.ts'
import { messageAction } from './fake/payloads/block-actions.ts'
import { appMention } from './fake/payloads/message-events.ts'
import { messageShortcut } from './fake/payloads/shortcuts.ts'
import { slashCommand } from './fake/payloads/slash-command.ts'
import { addedNames, largerFocalPoint } from './larger-knowledge.ts'
import { buttonNamed, handled, labelsIn, pressInMessage, pressInView } from './pressing.ts'
import { type RunningAdapter, startAdapter, type Transport, transports } from './running-adapter.ts'

/** An answer of several pages, as it is shown somewhere. */
type Shown = {
  readonly blocks: () => unknown
  readonly press: (button: string) => Promise<unknown>
  /** How often a page has taken the place of another. */
  readonly turned: () => number
}

async function askInChannel(running: RunningAdapter, text = 'publications'): Promise<Shown> {
  const { slack, send } = running
  await send(appMention(slack, { text }))
  await slack.called('chat.postMessage')
  return {
    blocks: () => slack.messages[0]?.blocks,
    press: (button) => pressInMessage(running, slack.messages[0], button),
    turned: () => slack.messages[0]?.updates ?? 0,
  }
}

async function lookUp(running: RunningAdapter): Promise<Shown> {
  const { slack, send } = running
  await send(messageShortcut(slack, { callback_id: callbackIds.shortcut, text: 'publications' }))
  await slack.called('views.open')
  return {
    blocks: () => slack.modals[0]?.view,
    press: (button) => pressInView(running, slack.modals[0], button),
    turned: () => slack.modals[0]?.updates ?? 0,
  }
}

async function start(transport: Transport = 'http'): Promise<RunningAdapter> {
  return startAdapter(transport, { focalPoint: largerFocalPoint() })
}

/** What a page says besides what stands on every page. */
function textOf(shown: unknown): string {
  return elementsOf(shown, 'rich_text').flatMap(shownTexts).join('')
}

function pageLine(shown: unknown): string | undefined {
  return shownTexts(shown).find((text) => /^Page \d+ of \d+$/.test(text))
}

describe.each(transports)('over %s', (transport) => {
  test('the pages of a list in a window take turns in it', async () => {
    await using running = await start(transport)
    const { slack } = running
    const { blocks, press, turned } = await lookUp(running)
    const first = blocks()
    expect(pageLine(first)).toBe('Page 1 of 2')
    expect(labelsIn(first)).not.toContain('Back')
    await press('More')
    await slack.until(() => turned() === 1, 'the second page')
    expect(pageLine(blocks())).toBe('Page 2 of 2')
    expect(labelsIn(blocks())).not.toContain('More')
    await press('Back')
    await slack.until(() => turned() === 2, 'the first page again')
    expect(textOf(blocks())).toBe(textOf(first))
    expect([slack.messages.length, slack.modals.length]).toEqual([0, 1])
    expect(slack.ephemerals).toEqual([])
    expect(slack.violations).toEqual([])
  })
})

test.each([
  ['publications', addedNames.publications],
  ['all events', addedNames.events],
  ['all processes', addedNames.processes],
] as const)('all pages of "%s" together hold every entry', async (text, names) => {
  await using running = await start()
  const { blocks, press, turned } = await askInChannel(running, text)
  let told = textOf(blocks())
  for (let page = 1; labelsIn(blocks()).includes('More'); page += 1) {
    await press('More')
    await running.slack.until(() => turned() === page, `page ${page + 1}`)
    told += textOf(blocks())
  }
  expect(turned()).toBeGreaterThan(0)
  expect(names.filter((name) => !told.includes(name))).toEqual([])
  expect(running.slack.violations).toEqual([])
})

test('every page names its source and can be judged', async () => {
  await using running = await start()
  const { blocks, press, turned } = await askInChannel(running)
  for (const page of [1, 2]) {
    expect(shownTexts(blocks()).join(' ')).toMatch(/as of (?:19|20)\d\d/)
    expect(labelsIn(blocks())).toEqual(expect.arrayContaining(['Helpful', 'Not helpful']))
    if (page === 1) await press('More')
    await running.slack.until(() => turned() === 1, 'the second page')
  }
})

test('buttons of before a restart still work', async () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'focal-point-slack-'))
  await using store = await openStore(folder.path)
  await using before = await startAdapter('http', { focalPoint: largerFocalPoint(), store })
  await askInChannel(before)
  const [message] = before.slack.messages
  await before.adapter.stop(5000)
  await using after = await startAdapter('http', { focalPoint: largerFocalPoint(), store })
  if (message) after.slack.posted.add(message)
  await pressInMessage(after, message, 'More')
  await after.slack.called('response_url')
  expect(pageLine(after.slack.messages[0]?.blocks)).toBe('Page 2 of 2')
  expect(textOf(after.slack.messages[0]?.blocks)).toContain(addedNames.publications.at(-1))
})

const gone = { user: 'U00000001', text: notices.answerGone.en }

test('an answer of another workspace is not shown', async () => {
  await using running = await start()
  const { slack, send } = running
  await askInChannel(running)
  const [message] = slack.messages
  if (!message) throw new Error('there is no message')
  const payload = messageAction(slack, { message, action: buttonNamed(message.blocks, 'More') })
  const body = { ...payload.body, team: { id: 'T00000002', domain: 'other' } }
  await send({ kind: 'interactive', body })
  await slack.called('response_url')
  expect(slack.ephemerals).toMatchObject([gone])
  expect(slack.messages).toMatchObject([{ updates: 0 }])
})

test('an answer older than a month is no longer kept, and the person is told', async () => {
  await using running = await start()
  const { slack, send, clock } = running
  await askInChannel(running)
  clock.advance(31 * 24 * 3_600_000)
  await send(slashCommand(slack, { command: '/focal', text: 'process MIDSA' }))
  await handled(running, 2)
  await pressInMessage(running, slack.messages[0], 'More')
  await slack.called('response_url')
  expect(slack.ephemerals).toMatchObject([gone])
  expect(slack.violations).toEqual([])
})

test('in a window the same is told on top of the answer', async () => {
  await using running = await start()
  const { slack } = running
  await lookUp(running)
  const value = JSON.stringify({ answerId: 'never-kept', page: 1 })
  await pressInView(running, slack.modals[0], { ...buttonNamed(slack.modals[0]?.view, 'More'), value })
  await slack.called('views.push')
  expect(JSON.stringify(slack.modals[1]?.view)).toContain(notices.answerGone.en)
  expect(slack.violations).toEqual([])
})

/** Presses "More" as if it led to that page. */
async function pressForPage(running: RunningAdapter, page: unknown): Promise<void> {
  const { slack } = running
  const button = buttonNamed(slack.messages[0]?.blocks, 'More')
  const value = JSON.stringify({ ...JSON.parse(button.value), page })
  await pressInMessage(running, slack.messages[0], { ...button, value })
  await slack.called('response_url')
}

test.each([
  ['beyond the last', 9999, 'Page 2 of 2'],
  ['the first', 0, 'Page 1 of 2'],
])('a made-up page %s shows one that is there', async (_, page, expected) => {
  await using running = await start()
  const { slack } = running
  await askInChannel(running)
  await pressForPage(running, page)
  expect(pageLine(slack.messages[0]?.blocks)).toBe(expected)
})

test.each([-1, 1.5, '1', null, 10_000])('the page %j gets a friendly private text', async (page) => {
  await using running = await start()
  const { slack } = running
  await askInChannel(running)
  await pressForPage(running, page)
  expect(slack.ephemerals).toMatchObject([{ text: notices.unknownControl.en }])
  expect(slack.messages).toMatchObject([{ updates: 0 }])
})
