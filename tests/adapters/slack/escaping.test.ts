import { describe, expect, test } from 'vitest'
import type { KnowingFocalPoint } from '../../../adapters/chat/tools.ts'
import { callbackIds } from '../../../adapters/slack/drawing/control-values.ts'
import type { Understanding } from '../../../src/intents/understanding.ts'
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts'
import { aFolder } from '../knowledge-fixture.ts'
import { focalPointOver, learn } from '../own-focal-point.ts'
import { elementsOf, shownTexts } from './drawing/an-answer.ts'
import type { FakeSlack } from './fake/fake-slack.ts'
import { appMention, directMessage } from './fake/payloads/message-events.ts'
import { messageShortcut } from './fake/payloads/shortcuts.ts'
import { slashCommand } from './fake/payloads/slash-command.ts'
import { harmIn, markupIn, sentBy } from './harm.ts'
import { handled, labelsIn, pressInMessage, pressInPrivate, pressInView } from './pressing.ts'
import { startAdapter } from './running-adapter.ts'

/** What could do harm in Slack if it were read as markup: name in the question → text. */
const hostile = {
  channel: 'Everybody: <!channel> <!here> <!everyone> must come.',
  person: 'Ask <@U00000001> or <@U00000001|Ann> or <!subteam^S1>.',
  place: 'It is in <#C00000001|general>.',
  stars: 'These are *no* _emphasis_, ~no~ `code` and ```no block```.',
  entities: 'AT&amp;T and &lt;b&gt; and &lt;!channel&gt; and & and < and >.',
  script: 'Press <javascript:alert(1)|here> or <data:text/html,x|there>.',
  link: 'Press <https://evil.example|the bank> or [this](https://evil.example).',
  pipes: 'One | two || three <|> four.',
  emoji: 'A :smile: and a real 😀, a family 👨‍👩‍👧‍👦 and a flag 🇺🇳.',
  arabic: 'اكتب إلى \u202eمكتب\u202c الهجرة \u200fhere\u200e.',
  quotes: '> no quote and • no bullet and 1. no list',
  date: 'On <!date^1392734382^{date}^https://evil.example|a day>.',
} as const

const long = {
  words: `${'Birds of the <!channel> fly over the *wide* lake & <@U1>. '.repeat(360)}The end.`,
  unbroken: `${'<!channel>&'.repeat(1900)}!`,
  faces: `${'👩🏽‍🚀😀'.repeat(2200)}!`,
} as const

let learnt: Understanding | undefined

/** Answers "Who knows the <name> bird?" with each of these texts. */
function hostileFocalPoint(): KnowingFocalPoint {
  learnt ??= learnHostile()
  return focalPointOver(learnt)
}

function learnHostile(): Understanding {
  using folder = aFolder()
  const topics = Object.entries({ ...hostile, ...long }).map(([name, answer]) => ({
    id: name,
    title: `${name} & <!channel>`,
    questions: [questionFor(name), `Tell me about ${name}`, `${name} birds`],
    answer,
  }))
  folder.write('topics/hostile.yaml', JSON.stringify(topics))
  return learn(loadKnowledge(folder.path))
}

function questionFor(name: string): string {
  return `What about the ${name} bird?`
}

function expectNoHarm(slack: FakeSlack): void {
  expect(sentBy(slack)).not.toEqual([])
  expect(harmIn(sentBy(slack))).toEqual([])
  expect(slack.violations).toEqual([])
}

/** The text of an answer as it shows. */
function textIn(shown: unknown): string {
  return elementsOf(shown, 'rich_text').flatMap(shownTexts).join('')
}

function read(markup: string): string {
  return markup.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

describe('the check of what is sent', () => {
  test.each([
    [{ text: 'come <!channel>' }],
    [{ text: 'ask <@U1>' }],
    [{ text: 'see <https://a.example>' }],
    [{ blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'a <javascript:x|y>' } }] }],
    [{ blocks: [{ type: 'rich_text', elements: [{ type: 'user', user_id: 'U1' }] }] }],
    [{ blocks: [{ type: 'rich_text', elements: [{ type: 'link', url: 'javascript:x' }] }] }],
    [{ blocks: [{ type: 'header', text: { type: 'plain_text', text: ':smile:' } }] }],
  ])('finds the harm in %j', (sent) => {
    expect(harmIn([sent])).not.toEqual([])
  })
})

const cases = Object.entries(hostile).map(([name, text]) => ({ name, text }))

test.each(cases)('a text with "$name" in it shows as written, wherever it is asked for', async ({ name, text }) => {
  await using running = await startAdapter('http', { focalPoint: hostileFocalPoint() })
  const { slack, send } = running
  const question = questionFor(name)
  await send(appMention(slack, { text: question }))
  await send(directMessage(slack, { text: question }))
  const { body } = await send(slashCommand(slack, { command: '/focal', text: question }))
  await send(messageShortcut(slack, { callback_id: callbackIds.shortcut, text: question }))
  await handled(running, 4)
  for (const shown of [...slack.messages, body, ...slack.modals]) expect(textIn(shown)).toContain(text)
  for (const message of slack.messages) expect(read(message.text)).toContain(text)
  expectNoHarm(slack)
  await pressInPrivate(running, body, 'focal.share')
  await handled(running, 5)
  expect(textIn(slack.messages.at(-1))).toContain(text)
  expect(elementsOf(slack.messages.at(-1)?.blocks, 'user')).toEqual([{ type: 'user', user_id: 'U00000001' }])
  expect(markupIn(sentBy(slack)).join('')).not.toMatch(/<[!@#a-z]/)
  expect(slack.violations).toEqual([])
})
describe.each(Object.entries(long))('20,000 characters of %s', (name, text) => {
  test('fill pages that together hold them as written, in a channel', async () => {
    await using running = await startAdapter('http', { focalPoint: hostileFocalPoint() })
    const { slack, send } = running
    await send(appMention(slack, { text: questionFor(name) }))
    await slack.called('chat.postMessage')
    let told = textIn(slack.messages[0])
    for (let page = 1; labelsIn(slack.messages[0]?.blocks).includes('More'); page += 1) {
      await pressInMessage(running, slack.messages[0], 'More')
      await slack.called('response_url', page)
      told += textIn(slack.messages[0])
    }
    expect(told === text, told.slice(0, 100)).toBe(true)
    expectNoHarm(slack)
  })

  test('fill pages in a window', async () => {
    await using running = await startAdapter('http', { focalPoint: hostileFocalPoint() })
    const { slack, send } = running
    await send(messageShortcut(slack, { callback_id: callbackIds.shortcut, text: questionFor(name) }))
    await slack.called('views.open')
    let told = textIn(slack.modals[0]?.view)
    for (let page = 1; labelsIn(slack.modals[0]?.view).includes('More'); page += 1) {
      await pressInView(running, slack.modals[0], 'More')
      await slack.called('views.update', page)
      told += textIn(slack.modals[0]?.view)
    }
    expect(told === text, told.slice(0, 100)).toBe(true)
    expectNoHarm(slack)
  })
})

/** As typed; Slack sends `&`, `<` and `>` of messages as entities, those of commands as they are. */
const hostileQuestions = [
  ...Object.values(hostile),
  'who runs <!channel> & <@U00000001>?',
  `“${'<!here>'.repeat(60)}”`,
  'What is *the* `Bali` _Process_ :smile: ?',
  '😀😀😀',
  'https://evil.example/<!channel>',
  'من يدير أمانة عملية بالي؟ \u202e<!channel>',
  `who runs ${'a'.repeat(10_000)}<@U1>?`,
  `${'<'.repeat(5000)}${'>'.repeat(5000)}`,
  '&amp;lt;!channel&amp;gt;',
  '\u0000\u0007<!channel>\ud83d',
]

describe.each(hostileQuestions.map((question) => [question.slice(0, 60), question]))(
  'the question %j',
  (_, question) => {
    test('pings nobody when it is said back', async () => {
      await using running = await startAdapter('http')
      const { slack, send } = running
      const escaped = question.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
      await send(appMention(slack, { text: escaped }))
      await send(directMessage(slack, { text: escaped }))
      await send(messageShortcut(slack, { callback_id: callbackIds.shortcut, text: escaped }))
      await send(slashCommand(slack, { command: '/focal', text: escaped }))
      const { body } = await send(slashCommand(slack, { command: '/focal', text: question }))
      await handled(running, 5)
      expect(slack.messages).toHaveLength(2)
      expect(slack.modals).toHaveLength(1)
      expectNoHarm(slack)
      if (!labelsIn(body).includes('Share in this channel')) return
      await pressInPrivate(running, body, 'Share in this channel')
      await handled(running, 6)
      expect(elementsOf(slack.messages.at(-1)?.blocks, 'user')).toEqual([{ type: 'user', user_id: 'U00000001' }])
      expect(markupIn(sentBy(slack)).join('')).not.toMatch(/<[!@#a-z]/)
      expect(slack.violations).toEqual([])
    })
  },
)

test('a question that is said back shows as it was written', async () => {
  await using running = await startAdapter('http')
  const { slack, send } = running
  const text = 'who runs &lt;!channel&gt; &amp; *Bali*?'
  const { body } = await send(slashCommand(slack, { command: '/focal', text }))
  expect(shownTexts(body)).toContain('Question: who runs <!channel> & *Bali*?')
})
