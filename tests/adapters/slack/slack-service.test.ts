import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aFolder, aKnowledgeFolder, badgeQuestion, type TemporaryFolder } from '../knowledge-fixture.ts'
import { type RunningService, startService } from '../running-service.ts'
import { appHomeOpened } from './fake/payloads/app-events.ts'
import { messageAction } from './fake/payloads/block-actions.ts'
import { appMention, directMessage } from './fake/payloads/message-events.ts'
import { slashCommand } from './fake/payloads/slash-command.ts'
import { startFakeSlack } from './fake/start-fake-slack.ts'
import { transports } from './running-adapter.ts'
import { failToStart, slackSettings, startSlackService } from './slack-service.ts'

const answer = 'Go to the Pelican gate.'

let knowledge: TemporaryFolder

beforeAll(() => {
  knowledge = aKnowledgeFolder()
})
afterAll(() => knowledge[Symbol.dispose]())

describe.each(transports)('the service with Slack over %s', (transport) => {
  test('answers a mention, a direct message, a command, a button and App Home', async () => {
    await using slack = await startFakeSlack()
    using data = aFolder()
    const { service, send } = await startSlackService(slack, { transport, knowledge: knowledge.path, data: data.path })
    await using _service = service
    await send(appMention(slack, { text: badgeQuestion }))
    await send(directMessage(slack, { text: 'asdf qwer' }))
    await slack.called('chat.postMessage', 2)
    const texts = slack.messages.map(({ text }) => text)
    expect(texts.join()).toContain(answer)
    const { body } = await send(slashCommand(slack, { command: '/focal', text: badgeQuestion }))
    expect(JSON.stringify(body)).toContain(answer)
    await send(appHomeOpened(slack, { tab: 'home' }))
    await slack.called('views.publish')
    const value = JSON.stringify({ question: badgeQuestion, language: 'en' })
    const [message] = slack.messages
    if (!message) throw new Error('expected a message')
    await send(messageAction(slack, { message, action: { action_id: 'focal.choose.0', value } }))
    await slack.called('response_url')
    expect(slack.messages[0]?.text).toContain(answer)
    expect(slack.violations).toEqual([])
  })

  test('answers an event once although it comes again after the process was killed', async () => {
    await using slack = await startFakeSlack()
    using data = aFolder()
    const options = { transport, knowledge: knowledge.path, data: data.path }
    const mention = appMention(slack, { text: badgeQuestion })
    {
      const { service, send } = await startSlackService(slack, options)
      await send(mention)
      await slack.called('chat.postMessage')
      await service.stop('SIGKILL')
    }
    const { service, send } = await startSlackService(slack, options)
    expect(await send(mention)).toMatchObject({ acknowledged: true })
    expect(await send(appMention(slack, { text: badgeQuestion }))).toMatchObject({ acknowledged: true })
    await slack.called('chat.postMessage', 2)
    expect(await service.stop()).toBe(0)
    expect(slack.calls('chat.postMessage')).toHaveLength(2)
  })

  test('finishes an answer in flight when it is told to stop', async () => {
    await using slack = await startFakeSlack()
    using data = aFolder()
    const { service, send } = await startSlackService(slack, { transport, knowledge: knowledge.path, data: data.path })
    slack.faults.add({ on: 'chat.postMessage', fail: 'hang' })
    await send(appMention(slack, { text: badgeQuestion }))
    await slack.called('chat.postMessage')
    const ended = service.stop()
    await service.logged('stopping')
    slack.faults.release()
    expect(await ended).toBe(0)
    expect(slack.messages).toHaveLength(1)
  })

  test('stays up while Slack cannot be reached, says so, and stops when it is told to', async () => {
    await using slack = await startFakeSlack()
    using data = aFolder()
    await slack.stopListening()
    const { service } = await startSlackService(slack, { transport, knowledge: knowledge.path, data: data.path })
    const ready = await fetch(`${service.url}/readyz`)
    expect(ready.status).toBe(503)
    expect(JSON.stringify(await ready.json())).toMatch(/Slack cannot be reached/)
    expect((await fetch(`${service.url}/healthz`)).status).toBe(200)
    expect(await service.stop()).toBe(0)
  })
})

describe('the service', () => {
  const transport = 'sockets'

  test('ends at once when it is told to stop a second time', async () => {
    await using slack = await startFakeSlack()
    using data = aFolder()
    const { service, send } = await startSlackService(slack, { transport, knowledge: knowledge.path, data: data.path })
    slack.faults.add({ on: 'chat.postMessage', fail: 'hang', times: 'always' })
    await send(appMention(slack, { text: badgeQuestion }))
    await slack.called('chat.postMessage')
    service.stop()
    await service.logged('stopping')
    expect(await service.stop()).toBe(null)
    slack.faults.release()
  })

  test('logs ids, outcomes and milliseconds, and neither tokens nor what people write', async () => {
    await using slack = await startFakeSlack()
    using data = aFolder()
    const { service, send } = await startSlackService(slack, { transport, knowledge: knowledge.path, data: data.path })
    slack.faults.add({ on: 'chat.postMessage', fail: { error: 'not_in_channel' } })
    const mention = appMention(slack, { text: 'zebra crossing permits' })
    await send(mention)
    await slack.called('chat.postMessage')
    await send(slashCommand(slack, { command: '/focal', text: 'zebra crossing permits' }))
    await send(slashCommand(slack, { command: '/zebra', text: 'zebra' }))
    await service.logged('slack payload')
    await service.stop()
    const lines = service.lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines).toContainEqual(
      expect.objectContaining({
        message: 'slack payload',
        event_id: mention.body.event_id,
        team: slack.teamId,
        handler: 'event app_mention',
        outcome: 'failed',
        ms: expect.any(Number),
      }),
    )
    expect(lines).toContainEqual(
      expect.objectContaining({ level: 'warn', handler: 'command /zebra', outcome: 'unknown' }),
    )
    const all = service.lines.join('\n')
    for (const secret of [slack.botToken, slack.appToken, slack.signingSecret, 'crossing'])
      expect(all).not.toContain(secret)
  })
})

test('an event that was sent before the service was there is answered when Slack sends it again', async () => {
  await using slack = await startFakeSlack()
  using data = aFolder()
  const port = await freePort()
  const env = { ...slackSettings(slack, 'http'), DATA_DIR: data.path, PORT: String(port) }
  const mention = appMention(slack, { text: badgeQuestion })
  let service: RunningService | undefined
  const answers = await slack.deliverWithRetries(`http://127.0.0.1:${port}/slack/events`, mention, {
    wait: async (retry) => {
      if (retry === 2) service = await startService(knowledge.path, env)
    },
  })
  await using _service = service
  expect(answers.map(({ status, failure }) => status ?? failure)).toEqual([
    'connection_failed',
    'connection_failed',
    200,
  ])
  await slack.called('chat.postMessage')
  expect(slack.messages[0]?.text).toContain(answer)
})

async function freePort(): Promise<number> {
  await using server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

describe('a start that cannot go well', () => {
  test.each([
    ['a wrong bot token', { SLACK_BOT_TOKEN: 'xoxb-wrong' }, /^SLACK_BOT_TOKEN: .*invalid_auth.*xoxb-/],
    ['an app token in its place', { SLACK_BOT_TOKEN: 'xapp-1-A00000001-fake-app-token' }, /^SLACK_BOT_TOKEN: /],
    ['a wrong app token', { SLACK_APP_TOKEN: 'xapp-wrong' }, /^SLACK_APP_TOKEN: .*invalid_auth.*connections:write/],
    ['a bot token in its place', { SLACK_APP_TOKEN: 'xoxb-fake-bot-token' }, /^SLACK_APP_TOKEN: /],
  ])('with %s is one line that names the variable, and exit code 78', async (_, wrong, expected) => {
    await using slack = await startFakeSlack()
    const outcome = await failToStart(knowledge.path, { ...slackSettings(slack, 'sockets'), ...wrong })
    expect(outcome.stderr.trimEnd().split('\n')).toEqual([expect.stringMatching(expected)])
    expect(outcome.exitCode).toBe(78)
    expect(outcome.stdout).not.toMatch(/unhandled|xoxb-fake|xapp-1/)
  })

  test('without a scope that everything needs is one line that names it, and exit code 78', async () => {
    await using slack = await startFakeSlack({ scopes: ['app_mentions:read', 'commands', 'im:history', 'users:read'] })
    const outcome = await failToStart(knowledge.path, slackSettings(slack, 'http'))
    expect(outcome.stderr).toMatch(/^SLACK_BOT_TOKEN: lacks the scope chat:write, .*reinstall the app\n$/)
    expect(outcome.exitCode).toBe(78)
  })

  test('beside another process with the same DATA_DIR is one line, and exit code 1', async () => {
    await using slack = await startFakeSlack()
    using data = aFolder()
    const { service } = await startSlackService(slack, {
      transport: 'http',
      knowledge: knowledge.path,
      data: data.path,
    })
    await using _service = service
    const env = { ...slackSettings(slack, 'http'), DATA_DIR: data.path }
    const outcome = await failToStart(knowledge.path, env)
    expect(outcome.stderr).toMatch(/^.*: is in use by another process; .*DATA_DIR.*\n$/)
    expect(outcome.exitCode).toBe(1)
  })
})
