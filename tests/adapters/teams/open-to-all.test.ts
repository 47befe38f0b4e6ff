import { expect, test } from 'vitest'
import { readSettings } from '../../../adapters/settings.ts'
import { aMessage } from './fake/activities/message.ts'
import { startFakeConnector } from './fake/start-fake-connector.ts'
import { clear, topicsFocalPoint } from './own-topics.ts'
import { startAdapter } from './running-adapter.ts'

function problemsOf(env: Readonly<Record<string, string>>): readonly string[] {
  const read = readSettings(env)
  return read.ok ? [] : read.problems
}

test.each(['0.0.0.0', '::', '192.168.1.10', 'example.org', 'localhost.example.org', '128.0.0.1', '0'])(
  'authentication cannot be switched off while the service listens on %s',
  (HOST) => {
    expect(problemsOf({ TEAMS_DISABLE_AUTH: 'true', HOST })).toEqual([
      `TEAMS_DISABLE_AUTH: allowed only while HOST is a loopback address like "127.0.0.1", got HOST "${HOST}"`,
    ])
    expect(problemsOf({ TEAMS_DISABLE_AUTH: 'false', HOST })).toEqual([])
  },
)

test.each(['127.0.0.1', '127.8.0.1', '::1', 'localhost', ''])('it can be on this machine alone, as with %j', (HOST) => {
  expect(problemsOf({ TEAMS_DISABLE_AUTH: 'true', HOST })).toEqual([])
})

test.each(['1', 'yes', 'TRUE', ' true', 'false '])('it is switched off by "true" alone, and %j is refused', (value) => {
  expect(problemsOf({ TEAMS_DISABLE_AUTH: value })).toEqual([
    `TEAMS_DISABLE_AUTH: expected true or false, got "${value}"`,
  ])
})

const open = { TEAMS_DISABLE_AUTH: 'true' }

test('with authentication off, a client on this machine is answered without a token, and none is asked for', async () => {
  const posted: unknown[] = []
  await using teams = await startFakeConnector({
    routes: () => ({
      client: async (path, _, { headers }) => {
        posted.push([path.split('/').at(-2), headers.authorization])
        return { status: 201, body: { id: '1' } }
      },
    }),
  })
  await using running = await startAdapter({ beside: teams, settings: open, focalPoint: topicsFocalPoint() })
  const serviceUrl = teams.serviceUrl.replace('emea', 'client')
  const asked = aMessage(teams, { text: clear, place: 'personal', serviceUrl })
  expect((await running.send(asked, { token: 'missing' })).status).toBe(200)
  expect(posted).toEqual([['activities', undefined]])
  expect(teams.calls).toEqual([])
  expect(running.adapter.checks.teams?.()).toEqual({
    status: 'ok',
    note: 'TEAMS_DISABLE_AUTH: calls are taken from anybody on this machine',
  })
})

test('with authentication off, the start warns, and names the setting', async () => {
  await using running = await startAdapter({ settings: open, focalPoint: topicsFocalPoint() })
  const warnings = running.logged.map((line) => JSON.parse(line)).filter(({ level }) => level === 'warn')
  expect(warnings).toMatchObject([
    { message: 'teams takes calls from anybody on this machine', setting: 'TEAMS_DISABLE_AUTH' },
  ])
})

test.each(['https://smba.trafficmanager.net/emea/', 'http://evil.example/', 'http://localhost@evil.example/'])(
  'with authentication off, a message that is to be answered at %s gets 401, as nothing may leave this machine',
  async (serviceUrl) => {
    await using running = await startAdapter({ settings: open, focalPoint: topicsFocalPoint() })
    const { teams, send } = running
    const asked = aMessage(teams, { text: clear, place: 'personal', serviceUrl })
    expect((await send(asked, { token: 'missing' })).status).toBe(401)
  },
)

test.each(['false', ''])(
  'with TEAMS_DISABLE_AUTH=%s, a message without a token gets 401, and nothing is warned of',
  async (value) => {
    await using running = await startAdapter({
      settings: { TEAMS_DISABLE_AUTH: value },
      focalPoint: topicsFocalPoint(),
    })
    const { teams, send, adapter, logged } = running
    expect(logged).toEqual([])
    expect(adapter.checks.teams?.()).toEqual({ status: 'ok' })
    expect((await send(aMessage(teams, { text: clear, place: 'personal' }), { token: 'missing' })).status).toBe(401)
  },
)
