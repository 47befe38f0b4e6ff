import { describe, expect, test } from 'vitest'
import type { FakeSlack } from './fake/fake-slack.ts'
import { appHomeOpened } from './fake/payloads/app-events.ts'
import { anyEvent } from './fake/payloads/event-envelope.ts'
import { appMention, channelMessage, directMessage } from './fake/payloads/message-events.ts'
import * as subtypes from './fake/payloads/message-subtypes.ts'
import { slashCommand } from './fake/payloads/slash-command.ts'
import { startAdapter, transports } from './running-adapter.ts'

const question = 'Who runs the secretariat of the Almaty Process?'

/** Whatever goes out passes Slack's rules, and nothing we call is unknown to it. */
function expectNoViolation(slack: FakeSlack): void {
  expect(slack.violations).toEqual([])
  expect(slack.calls().filter(({ response }) => JSON.stringify(response).includes('unknown_method'))).toEqual([])
}

describe.each(transports)('over %s', (transport) => {
  test('a mention is answered once, in the thread that it starts and not in the channel', async () => {
    await using running = await startAdapter(transport)
    const { slack, send } = running
    const mention = appMention(slack, { text: question })
    expect(await send(mention)).toMatchObject({ acknowledged: true })
    await slack.called('chat.postMessage')
    await running.adapter.stop(5000)
    expect(slack.messages).toHaveLength(1)
    expect(slack.messages[0]).toMatchObject({ channel: 'C00000001', thread_ts: mention.body.event.ts })
    expect(slack.messages[0]?.text).toMatch(/Almaty Process.*UNHCR/s)
    expectNoViolation(slack)
  })

  test('a mention within a thread is answered in that thread', async () => {
    await using running = await startAdapter(transport)
    await running.send(appMention(running.slack, { text: question, thread_ts: '1700000000.000100' }))
    await running.slack.called('chat.postMessage')
    expect(running.slack.messages[0]?.thread_ts).toBe('1700000000.000100')
  })

  test('a question goes on with what the thread is about, whoever asks it', async () => {
    await using running = await startAdapter(transport)
    const { slack, send } = running
    const first = appMention(slack, { text: question })
    await send(first)
    await slack.called('chat.postMessage')
    const thread_ts = String(first.body.event.ts)
    await send(appMention(slack, { text: 'and of the Colombo Process?', thread_ts, user: 'U00000002' }))
    await slack.called('chat.postMessage', 2)
    expect(slack.messages[1]?.text).toMatch(/Colombo Process.*secretariat/s)
  })

  test('what is asked in one channel is not known in another', async () => {
    await using running = await startAdapter(transport)
    const { slack, send } = running
    await send(appMention(slack, { text: question }))
    await slack.called('chat.postMessage')
    await send(appMention(slack, { text: 'who runs its secretariat?', channel: 'C00000002' }))
    await slack.called('chat.postMessage', 2)
    expect(slack.messages[1]?.text).not.toMatch(/Almaty/)
  })

  test.each([
    ['as a direct message', false],
    ['in the Messages tab of the agent view', true],
  ])('a question %s is answered in the thread of that message', async (_, agentView) => {
    await using running = await startAdapter(transport)
    const message = directMessage(running.slack, { text: question, agentView })
    await running.send(message)
    await running.slack.called('chat.postMessage')
    const { channel, ts } = message.body.event
    expect(running.slack.messages).toMatchObject([{ channel, thread_ts: ts, text: expect.stringContaining('UNHCR') }])
    expectNoViolation(running.slack)
  })

  test('/focal is answered privately, in the acknowledgement itself', async () => {
    await using running = await startAdapter(transport)
    const { acknowledged, body } = await running.send(
      slashCommand(running.slack, { command: '/focal', text: 'process MIDSA' }),
    )
    expect(acknowledged).toBe(true)
    expect(body).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('Southern Africa') })
    expect(JSON.stringify(body)).toContain('focal.share')
    expect(running.slack.calls('chat.postMessage')).toEqual([])
    expectNoViolation(running.slack)
  })

  test.each([
    ['process MIDSA', /Southern Africa/],
    ['role GFMD', /IOM/],
    ['contact bangkok', /mfa@mfasia\.org/],
    ['events 2017', /2017/],
    ['idm 2014', /2014/],
    ['publications', /[Pp]ublication|\d{4}/],
    ['help', /process Bali/],
    ['Quel est le rôle de l’OIM dans le Processus de Bali ?', /participant|secrétariat/],
  ])('/focal takes "%s"', async (text, expected) => {
    await using running = await startAdapter(transport)
    const { body } = await running.send(slashCommand(running.slack, { command: '/focal', text }))
    expect(JSON.stringify(body)).toMatch(expected)
    expectNoViolation(running.slack)
  })

  test.each(['', '   ', '<@UBOT00001>', '\u00a0\u200b'])(
    'an empty mention (%j) gets help with three examples',
    async (text) => {
      await using running = await startAdapter(transport)
      await running.send(appMention(running.slack, { text }))
      await running.slack.called('chat.postMessage')
      const [message] = running.slack.messages
      expect(message?.text.match(/•/g)).toHaveLength(3)
      expectNoViolation(running.slack)
    },
  )

  test.each([
    ['a mention in the middle', `Tell me <@UBOT00001>, who runs the secretariat of the Almaty Process?`],
    ['a channel and another person', 'who runs the secretariat of the Almaty Process? <#C1|general> <@U00000003>'],
    ['line breaks and no-break spaces', 'who runs\nthe secretariat\u00a0of the Almaty Process?'],
    ['smart quotes', '“Almaty Process”: who runs its secretariat?'],
    ['entities', 'who runs the secretariat of the Almaty Process &amp; why?'],
    ['bold and a link', 'who runs the *secretariat* of the <https://example.org|Almaty Process>?'],
  ])('a question is understood with %s', async (_, text) => {
    await using running = await startAdapter(transport)
    await running.send(appMention(running.slack, { text }))
    await running.slack.called('chat.postMessage')
    expect(running.slack.messages[0]?.text).toMatch(/UNHCR/)
  })

  test('every answer names its source and the date of that', async () => {
    await using running = await startAdapter(transport)
    for (const text of [question, 'who chairs the Rabat Process?', 'asdf qwer', 'help', 'who runs the secretariat?']) {
      await running.send(directMessage(running.slack, { text }))
    }
    await running.slack.called('chat.postMessage', 5)
    for (const { blocks, text } of running.slack.messages) {
      expect(JSON.stringify(blocks), text).toMatch(/as of (?:19|20)\d\d/)
    }
  })

  test('what is not known is said, with questions that can be asked instead', async () => {
    await using running = await startAdapter(transport)
    await running.send(directMessage(running.slack, { text: 'who chairs the Rabat Process?' }))
    await running.slack.called('chat.postMessage')
    const [message] = running.slack.messages
    expect(message?.text).toMatch(/do not give the chair/)
    expect(JSON.stringify(message?.blocks)).toMatch(/focal\.choose\.0/)
  })

  test.each([
    ['fr-FR', question, /assure le secrétariat/, 'French'],
    ['fr_CA', question, /assure le secrétariat/, 'French'],
    ['es-419', question, /secretaría/, 'Spanish'],
    ['de-DE', question, /serves as technical secretariat/, 'English, as German is not carried'],
    ['en-US', '¿Quién ejerce la secretaría del Proceso de Almaty?', /secretaría/, 'the Spanish of the question'],
  ])('a person with the locale %s who asks "%s" is answered in %s', async (locale, text, expected) => {
    await using running = await startAdapter(transport)
    running.slack.users.set('U00000001', { locale })
    await running.send(directMessage(running.slack, { text }))
    await running.slack.called('chat.postMessage')
    expect(running.slack.messages[0]?.text).toMatch(expected)
    const { body } = await running.send(slashCommand(running.slack, { command: '/focal', text }))
    expect(JSON.stringify(body)).toMatch(expected)
  })

  test('Slack is asked for the language of a person once', async () => {
    await using running = await startAdapter(transport)
    for (const text of ['process MIDSA', 'role GFMD', 'help'])
      await running.send(directMessage(running.slack, { text }))
    await running.slack.called('chat.postMessage', 3)
    expect(running.slack.calls('users.info')).toHaveLength(1)
  })

  test.each([
    ['our own message', subtypes.ownMessage],
    ['a bot of the old kind', subtypes.botMessage],
    ['a bot of the new kind', subtypes.otherBotMessage],
    ['an edit', subtypes.messageChanged],
    ['a deletion', subtypes.messageDeleted],
    ['Slack itself', subtypes.systemMessage],
    ['somebody joining', subtypes.channelJoin],
  ])('%s gets no answer', async (_, payload) => {
    await using running = await startAdapter(transport)
    expect(await running.send(payload(running.slack, { text: question }))).toMatchObject({ acknowledged: true })
    await running.adapter.stop(5000)
    expect(running.slack.calls('chat.postMessage')).toEqual([])
  })

  test('a mention by another bot gets no answer, so that two bots never talk for ever', async () => {
    await using running = await startAdapter(transport)
    const { event } = appMention(running.slack, { text: question }).body
    await running.send(anyEvent(running.slack, { ...event, bot_id: 'B00000099' }))
    await running.adapter.stop(5000)
    expect(running.slack.calls('chat.postMessage')).toEqual([])
  })

  test('a mention is answered once even where whole channels are read', async () => {
    await using running = await startAdapter(transport)
    const { slack, send } = running
    const mention = appMention(slack, { text: question })
    const { ts, text } = mention.body.event as { ts: string; text: string }
    await Promise.all([send(mention), send(channelMessage(slack, { text, ts }))])
    await slack.called('chat.postMessage')
    await running.adapter.stop(5000)
    expect(slack.messages).toHaveLength(1)
  })

  test('the Messages tab gets at most four prompts, for no thread', async () => {
    await using running = await startAdapter(transport)
    await running.send(appHomeOpened(running.slack, { tab: 'messages' }))
    const [call] = await running.slack.called('assistant.threads.setSuggestedPrompts')
    expect(call?.status).toBe(200)
    expect(call?.args).not.toHaveProperty('thread_ts')
    expect(call?.args.prompts).toHaveLength(4)
  })

  test.each(['unknown_method', 'missing_scope', 'feature_not_enabled'])(
    'where prompts are refused (%s) they are not tried again, and questions are answered',
    async (error) => {
      await using running = await startAdapter(transport)
      const { slack, send } = running
      slack.faults.add({ on: 'assistant.threads.setSuggestedPrompts', fail: { error }, times: 'always' })
      await send(appHomeOpened(slack, { tab: 'messages' }))
      await slack.called('assistant.threads.setSuggestedPrompts')
      await send(directMessage(slack, { text: question }))
      await slack.called('chat.postMessage')
      await send(appHomeOpened(slack, { tab: 'messages' }))
      await running.adapter.stop(5000)
      expect(slack.calls('assistant.threads.setSuggestedPrompts')).toHaveLength(1)
    },
  )

  test('App Home shows what can be asked, meetings, reminders, the time zone and how new the knowledge is', async () => {
    await using running = await startAdapter(transport)
    running.slack.users.set('U00000001', { tz: 'Asia/Manila' })
    await running.send(appHomeOpened(running.slack, { tab: 'home' }))
    await running.slack.called('views.publish')
    const shown = JSON.stringify(running.slack.homes[0])
    for (const expected of ['focal.example.0', 'Upcoming meetings', 'My reminders', 'Asia/Manila']) {
      expect(shown).toContain(expected)
    }
    // The fallback names the time in the person's own zone.
    expect(shown).toMatch(/<!date\^1795334400\^[^|]+\|[^>]*16:00[^>]*Asia\/Manila[^>]*>/)
    expectNoViolation(running.slack)
  })

  test('App Home is published anew, once, when somebody else did in the meantime', async () => {
    await using running = await startAdapter(transport)
    const { slack, send } = running
    const view = { id: 'V1', type: 'home', hash: 'stale' }
    slack.faults.add({ on: 'views.publish', fail: { error: 'hash_conflict' } })
    await send(appHomeOpened(slack, { tab: 'home', view }))
    const calls = await slack.called('views.publish', 2)
    expect(calls.map(({ args }) => args.hash)).toEqual(['stale', undefined])
  })
})
