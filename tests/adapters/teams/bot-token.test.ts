import { afterEach, expect, test, vi } from 'vitest'
import { SettingsError } from '../../../adapters/settings-error.ts'
import { passTime } from '../pass-time.ts'
import { aMessage } from './fake/activities/message.ts'
import type { FakeConnector } from './fake/fake-connector.ts'
import { startFakeConnector } from './fake/start-fake-connector.ts'
import type { Fault } from './fake/state/faults.ts'
import { clear, topicsFocalPoint } from './own-topics.ts'
import { type RunningAdapter, startAdapter } from './running-adapter.ts'

afterEach(() => vi.useRealTimers())

function start(arm?: (teams: FakeConnector) => void): Promise<RunningAdapter> {
  return startAdapter({ focalPoint: topicsFocalPoint(), arm })
}

async function ask({ teams, send }: RunningAdapter): Promise<number> {
  return (await send(aMessage(teams, { text: clear, place: 'personal' }))).status
}

function tokensAsked({ teams }: RunningAdapter): number {
  return teams.calls.filter(({ area }) => area === 'token').length
}

function postsOf({ teams }: RunningAdapter): (number | undefined)[] {
  return teams.calls.filter(({ area }) => area === 'connector').map(({ status }) => status)
}

async function untilLogged({ teams, logged }: RunningAdapter, message: string): Promise<void> {
  await teams.until(() => logged.some((line) => line.includes(message)), message)
}

test.each<[what: string, settings: (teams: FakeConnector) => Readonly<Record<string, string>>, line: RegExp]>([
  [
    'a wrong secret',
    () => ({ MicrosoftAppPassword: 'wrong' }),
    /^MicrosoftAppPassword: .*value of a client secret.*7000215/,
  ],
  ['a wrong app id', () => ({ MicrosoftAppId: 'wrong' }), /^MicrosoftAppId: .*application \(client\) id/],
  [
    'a wrong tenant',
    ({ tokenEndpoint, tenant }) => ({ TEAMS_TOKEN_ENDPOINT: tokenEndpoint.replace(tenant, 'wrong') }),
    /^MicrosoftAppTenantId: .*directory \(tenant\) id/,
  ],
])('a start with %s fails with one line that names the setting', async (_, settings, line) => {
  await using teams = await startFakeConnector()
  const starting = startAdapter({ beside: teams, settings: settings(teams), focalPoint: topicsFocalPoint() })
  const error: unknown = await starting.catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(SettingsError)
  expect(error).toMatchObject({ lines: [expect.stringMatching(line)] })
  expect(JSON.stringify(error)).not.toContain(teams.appSecret)
})

test('a start with a secret that has expired fails with one line that says so', async () => {
  const starting = startAdapter({ teams: { secretExpired: true }, focalPoint: topicsFocalPoint() })
  await expect(starting).rejects.toMatchObject({ lines: [expect.stringMatching(/^MicrosoftAppPassword: has expired/)] })
})

test.each<[what: string, fault: Fault]>([
  ['answers 500', { status: 500 }],
  ['answers 503', { status: 503 }],
  ['answers 429', { status: 429, retryAfter: 60 }],
  ['cuts connections', { drop: 'before' }],
  ['answers a page', { status: 502, body: '<p>' }],
])(
  'while the token endpoint %s at the start, the service runs, says so, and goes on when it works',
  async (_, fault) => {
    await using running = await start((teams) => teams.fault({ area: 'token', times: 3, ...fault }))
    const { adapter, clock } = running
    expect(adapter.checks.teams?.()).toMatchObject({
      status: 'failed',
      reason: 'no token for calls to Teams: the identity service cannot be reached',
    })
    for (const wait of [500, 1000, 2000]) await clock.passSleepOf(wait)
    await untilLogged(running, 'teams token works again')
    expect(adapter.checks.teams?.()).toEqual({ status: 'ok' })
    expect(tokensAsked(running)).toBe(4)
    expect(await ask(running)).toBe(200)
    expect(postsOf(running)).toEqual([201])
  },
)

test('a question asked while there is no token is answered as soon as there is one', async () => {
  await using running = await start((teams) => teams.fault({ area: 'token', times: 2, status: 500 }))
  const { clock, teams } = running
  const asking = ask(running)
  await untilLogged(running, '"unsent"')
  await clock.passSleepOf(500)
  expect(await asking).toBe(200)
  expect(teams.messages).toHaveLength(1)
})

test('a token is asked for at the start, and serves all calls until shortly before its end', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  await using running = await start()
  expect(tokensAsked(running)).toBe(1)
  for (const minutes of [0, 50, 6]) {
    // Both clocks, as caller tokens are made by one and looked at by the other.
    running.clock.advance(minutes * 60_000)
    vi.setSystemTime(Date.now() + minutes * 60_000)
    expect(await ask(running)).toBe(200)
  }
  expect(tokensAsked(running)).toBe(2)
  expect(postsOf(running)).toEqual([201, 201, 201])
})

test('a token that is revoked is replaced at once, and the answer sent again', async () => {
  await using running = await start()
  running.teams.revokeTokens()
  expect(await ask(running)).toBe(200)
  expect(postsOf(running)).toEqual([401, 201])
  expect(tokensAsked(running)).toBe(2)
  expect(running.teams.messages).toHaveLength(1)
})

test('a token that is revoked under twenty answers at once is replaced once', async () => {
  await using running = await start()
  await ask(running)
  running.teams.revokeTokens()
  await Promise.all(Array.from({ length: 20 }, () => ask(running)))
  expect(running.teams.messages).toHaveLength(21)
  expect(tokensAsked(running)).toBe(2)
})

test('a token endpoint that fails once does not hold up answers for a minute', async () => {
  await using running = await start()
  const { teams, clock } = running
  teams.revokeTokens()
  teams.fault({ area: 'token', status: 500 })
  const asking = ask(running)
  await untilLogged(running, '"unsent"')
  await clock.passSleepOf(500)
  expect(await asking).toBe(200)
  expect(postsOf(running)).toEqual([401, 201])
})

test('while the secret is refused, the service says which setting is wrong, and goes on when it is good again', async () => {
  await using running = await start()
  const { teams, adapter, clock } = running
  const secret = teams.appSecret
  teams.changeSecret('another one')
  teams.revokeTokens()
  await passTime(clock, ask(running))
  expect(adapter.checks.teams?.()).toMatchObject({
    status: 'failed',
    reason: expect.stringContaining('MicrosoftAppPassword'),
  })
  teams.changeSecret(secret)
  await passTime(clock, untilLogged(running, 'teams token works again'))
  expect(adapter.checks.teams?.()).toEqual({ status: 'ok' })
  teams.clearRecord()
  expect(await ask(running)).toBe(200)
  expect(postsOf(running)).toContain(201)
})
