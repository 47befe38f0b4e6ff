import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aFolder, aKnowledgeFolder, badgeQuestion, type TemporaryFolder } from '../knowledge-fixture.ts'
import { httpDelivery } from '../slack/fake/delivery/http-delivery.ts'
import { directMessage } from '../slack/fake/payloads/message-events.ts'
import { startFakeSlack } from '../slack/fake/start-fake-slack.ts'
import { slackSettings } from '../slack/slack-service.ts'
import { aSearch } from './fake/activities/invoke.ts'
import { aMessage } from './fake/activities/message.ts'
import { type FakeConnector, tokenKinds } from './fake/fake-connector.ts'
import { startFakeConnector } from './fake/start-fake-connector.ts'
import { saidIn } from './shown-card.ts'
import { failToStart, startTeamsService } from './teams-service.ts'

const answer = 'Go to the Pelican gate.'

let knowledge: TemporaryFolder

beforeAll(() => {
  knowledge = aKnowledgeFolder()
})
afterAll(() => knowledge[Symbol.dispose]())

function question(teams: FakeConnector) {
  return aMessage(teams, { text: badgeQuestion, place: 'personal' })
}

async function readyOf(url: string): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(`${url}/readyz`)
  return { status: response.status, body: await response.json() }
}

describe.concurrent('the service with Teams', () => {
  test('answers messages and searches without Slack, is ready, and prints no key and no token for any caller', async () => {
    await using teams = await startFakeConnector()
    using data = aFolder()
    const { service, send } = await startTeamsService(teams, { knowledge: knowledge.path, data: data.path })
    await using _service = service
    expect(await readyOf(service.url)).toMatchObject({ status: 200, body: { checks: { teams: { status: 'ok' } } } })
    expect((await readyOf(service.url)).body).not.toHaveProperty('checks.slack')
    expect((await fetch(`${service.url}/slack/events`, { method: 'POST' })).status).toBe(404)
    expect(await send(question(teams))).toMatchObject({ status: 200 })
    expect(teams.messages.map(saidIn)).toEqual([expect.stringContaining(answer)])
    const found = await send(aSearch(teams, { text: 'badge', place: 'personal' }))
    expect(JSON.stringify(found.body)).toContain('Pelican')
    const statuses = await Promise.all(tokenKinds.map(async (token) => (await send(question(teams), { token })).status))
    expect(statuses.toSorted()).toEqual([200, 200, ...Array(20).fill(401)])
    expect(await service.stop()).toBe(0)
    expect(service.errors).toEqual([])
    for (const secret of [teams.appSecret, 'eyJ', 'BEGIN', 'badge'])
      expect(service.lines.join('')).not.toContain(secret)
  })

  test('answers beside Slack', async () => {
    await using teams = await startFakeConnector()
    await using slack = await startFakeSlack()
    using data = aFolder()
    const more = slackSettings(slack, 'http')
    const { service, send } = await startTeamsService(teams, { knowledge: knowledge.path, data: data.path, more })
    await using _service = service
    await send(question(teams))
    await httpDelivery(slack, `${service.url}/slack/events`)(directMessage(slack, { text: badgeQuestion }))
    await slack.called('chat.postMessage')
    expect(saidIn(teams.messages[0])).toContain(answer)
    expect(slack.messages.map(({ text }) => text).join()).toContain(answer)
    expect(await service.stop()).toBe(0)
  })

  test('answers an activity once although it comes again after the process was killed', async () => {
    await using teams = await startFakeConnector()
    using data = aFolder()
    const options = { knowledge: knowledge.path, data: data.path }
    const asked = question(teams)
    {
      const { service, send } = await startTeamsService(teams, options)
      expect(await send(asked)).toMatchObject({ status: 200 })
      await service.stop('SIGKILL')
    }
    const { service, send } = await startTeamsService(teams, options)
    const next = question(teams)
    for (const activity of [asked, next, asked]) expect(await send(activity)).toMatchObject({ status: 200 })
    expect(await service.stop()).toBe(0)
    expect(teams.messages.map(({ replyToId }) => replyToId)).toEqual([asked.id, next.id])
  })

  test('stays up while the identity service is away, says so, works as soon as it is back, and stops when told to', async () => {
    await using teams = await startFakeConnector()
    using data = aFolder()
    await teams.stopListening()
    const { service, send } = await startTeamsService(teams, { knowledge: knowledge.path, data: data.path })
    const { status, body } = await readyOf(service.url)
    expect(status).toBe(503)
    expect(JSON.stringify(body)).toMatch(/no token for calls to Teams: the identity service cannot be reached/)
    expect((await fetch(`${service.url}/healthz`)).status).toBe(200)
    expect((await send(question(teams))).status).toBe(503)
    await teams.listenAgain()
    await service.logged('teams token works again')
    expect((await readyOf(service.url)).status).toBe(200)
    expect((await send(question(teams))).status).toBe(200)
    expect(await service.stop()).toBe(0)
    expect(service.errors).toEqual([])
  })

  test('says at the start and in /readyz that authentication is off', async () => {
    await using teams = await startFakeConnector()
    using data = aFolder()
    const more = { TEAMS_DISABLE_AUTH: 'true' }
    const { service } = await startTeamsService(teams, { knowledge: knowledge.path, data: data.path, more })
    await using _service = service
    expect(service.lines.filter((line) => line.includes('TEAMS_DISABLE_AUTH'))).toEqual([
      expect.stringContaining('"level":"warn"'),
    ])
    expect(await readyOf(service.url)).toMatchObject({
      status: 200,
      body: { checks: { teams: { note: expect.stringContaining('TEAMS_DISABLE_AUTH') } } },
    })
  })
})

describe.concurrent('a start that cannot go well', () => {
  test.each<[what: string, wrong: Readonly<Record<string, string>>, line: RegExp]>([
    [
      'a wrong secret',
      { MicrosoftAppPassword: 'wrong-secret' },
      /^MicrosoftAppPassword: is not the secret of this app, /,
    ],
    ['no secret', { MicrosoftAppPassword: '' }, /^MicrosoftAppPassword: missing, /],
    ['authentication off and open to others', { TEAMS_DISABLE_AUTH: 'true', HOST: '0.0.0.0' }, /^TEAMS_DISABLE_AUTH: /],
  ])('with %s is one line that names the setting, and exit code 78', async (_, wrong, line) => {
    await using teams = await startFakeConnector()
    const outcome = await failToStart(knowledge.path, { ...teams.settings, ...wrong })
    expect(outcome.stderr.trimEnd().split('\n')).toEqual([expect.stringMatching(line)])
    expect(outcome.exitCode).toBe(78)
    expect(outcome.stdout + outcome.stderr).not.toMatch(/unhandled|wrong-secret/)
  })
})
