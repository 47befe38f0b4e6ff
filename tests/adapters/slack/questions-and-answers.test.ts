import { describe, expect, test } from 'vitest'
import type { FakeSlack } from './fake/fake-slack.ts'
import { appHomeOpened } from './fake/payloads/app-events.ts'
import { appMention, channelMessage, directMessage } from './fake/payloads/message-events.ts'
import { slashCommand } from './fake/payloads/slash-command.ts'
import { startAdapter, transports } from './running-adapter.ts'

const question = 'Who runs the secretariat of the Almaty Process?'

/** Whatever goes out passes Slack's rules, and nothing we call is unknown to it. */
function expectNoViolation(slack: FakeSlack): void {
  expect(slack.violations).toEqual([])
  expect(slack.calls().filter(({ response }) => JSON.stringify(response).includes('unknown_method'))).toEqual([])
}

describe.each(transports)('over %s', (transport) => {
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

  test('Slack is asked for the language of a person once', async () => {
    await using running = await startAdapter(transport)
    for (const text of ['process MIDSA', 'role GFMD', 'help'])
      await running.send(directMessage(running.slack, { text }))
    await running.slack.called('chat.postMessage', 3)
    expect(running.slack.calls('users.info')).toHaveLength(1)
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
