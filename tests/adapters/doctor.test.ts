import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCalendar, anEventWith } from '../calendar/reading/feed-text.ts'
import { aFolder, aKnowledgeFolder, brokenTopicsFile, type TemporaryFolder } from './knowledge-fixture.ts'
import { type Environment, runProgram } from './run-program.ts'
import { startFakeSlack } from './slack/fake/start-fake-slack.ts'
import { slackSettings, startSlackService } from './slack/slack-service.ts'
import { startFakeConnector } from './teams/fake/start-fake-connector.ts'

let knowledge: TemporaryFolder
let data: TemporaryFolder

beforeAll(() => {
  knowledge = aKnowledgeFolder()
  data = aFolder()
})
afterAll(() => {
  knowledge[Symbol.dispose]()
  data[Symbol.dispose]()
})

async function examine(env: Environment) {
  const usual = { FOCAL_POINT_KNOWLEDGE: knowledge.path, DATA_DIR: data.path }
  const { exitCode, stdout, stderr } = await runProgram('doctor.ts', { env: { ...usual, ...env } })
  return { exitCode, lines: stdout.trimEnd().split('\n'), stderr }
}

test('finds nothing wrong where nothing is set up, and says how Slack and Teams are', async () => {
  const { exitCode, lines } = await examine({})
  expect(lines).toEqual([
    'ok    settings: all that are given are understood',
    expect.stringMatching(/^ok {4}knowledge: .* is valid: 0 entries, 2 topics$/),
    expect.stringMatching(/^note {2}Slack: not configured/),
    expect.stringMatching(/^note {2}Teams: not configured/),
  ])
  expect(exitCode).toBe(0)
})

test('tells which workspace the tokens work in', async () => {
  await using slack = await startFakeSlack()
  const { exitCode, lines } = await examine(slackSettings(slack, 'sockets'))
  expect(lines).toContainEqual(expect.stringMatching(/^ok {4}SLACK_BOT_TOKEN: works in the workspace "focal"/))
  expect(lines).toContainEqual('ok    scopes: all that are needed are granted')
  expect(lines).toContainEqual('ok    SLACK_APP_TOKEN: opens connections for Socket Mode')
  expect(exitCode).toBe(0)
})

test.each([
  ['a wrong bot token', { SLACK_BOT_TOKEN: 'xoxb-wrong' }, /^WRONG SLACK_BOT_TOKEN: .*invalid_auth.*xoxb-/],
  ['a wrong app token', { SLACK_APP_TOKEN: 'xapp-wrong' }, /^WRONG SLACK_APP_TOKEN: .*invalid_auth.*connections:write/],
  [
    'a Slack that is not there',
    { SLACK_API_URL: 'http://127.0.0.1:9/' },
    /^WRONG SLACK_BOT_TOKEN: .*cannot be reached/,
  ],
])('says what to do about %s', async (_, wrong, expected) => {
  await using slack = await startFakeSlack()
  const { exitCode, lines } = await examine({ ...slackSettings(slack, 'sockets'), ...wrong })
  expect(lines).toContainEqual(expect.stringMatching(expected))
  expect(exitCode).toBe(1)
})

test('names the scopes that are missing, and what is lost without those that are not needed', async () => {
  await using slack = await startFakeSlack({ scopes: ['app_mentions:read', 'chat:write', 'commands'] })
  const { exitCode, lines } = await examine(slackSettings(slack, 'http'))
  expect(lines).toContainEqual(expect.stringMatching(/^WRONG scopes: im:history missing; .*reinstall the app$/))
  expect(lines).toContainEqual(
    expect.stringMatching(
      /^note {2}scopes: im:write, channels:read, users:read, assistant:write missing; .*language.*reminders/,
    ),
  )
  expect(exitCode).toBe(1)
})

test('asks the service that runs whether it takes what Slack signs', async () => {
  await using slack = await startFakeSlack()
  using own = aFolder()
  const options = { transport: 'http', knowledge: knowledge.path, data: own.path } as const
  const { service } = await startSlackService(slack, options)
  await using _service = service
  const env = { ...slackSettings(slack, 'http'), PORT: new URL(service.url).port }
  expect((await examine(env)).lines).toContainEqual(expect.stringMatching(/^ok {4}SLACK_SIGNING_SECRET: /))
  const other = await examine({ ...env, SLACK_SIGNING_SECRET: 'another' })
  expect(other.lines).toContainEqual(expect.stringMatching(/^WRONG SLACK_SIGNING_SECRET: .*another secret/))
})

test('says that no service runs yet', async () => {
  await using slack = await startFakeSlack()
  const { exitCode, lines } = await examine({ ...slackSettings(slack, 'http'), PORT: '9' })
  expect(lines).toContainEqual(expect.stringMatching(/^note {2}SLACK_SIGNING_SECRET: no service runs/))
  expect(exitCode).toBe(0)
})

test('examines Teams where it is set up, and the folder in which its store will be', async () => {
  await using teams = await startFakeConnector()
  const { exitCode, lines } = await examine({ ...teams.settings, PORT: '9' })
  expect(lines).toContainEqual('ok    MicrosoftAppPassword: gets a token for the bot')
  expect(lines).toContainEqual(expect.stringMatching(/^note {2}messaging endpoint: no service runs/))
  expect(lines).toContainEqual(expect.stringMatching(/^ok {4}DATA_DIR: /))
  expect(exitCode).toBe(0)
  teams.changeSecret('another')
  const other = await examine({ ...teams.settings, MicrosoftAppPassword: 'the-old-one', PORT: '9' })
  expect(other.lines).toContainEqual(expect.stringMatching(/^WRONG MicrosoftAppPassword: .*AADSTS7000215/))
  expect(other.lines.join()).not.toContain('the-old-one')
  expect(other.exitCode).toBe(1)
})

test('counts the problems of the knowledge', async () => {
  using broken = aFolder()
  broken.write('topics/broken.yaml', brokenTopicsFile)
  const { exitCode, lines } = await examine({ FOCAL_POINT_KNOWLEDGE: broken.path })
  expect(lines).toContainEqual(expect.stringMatching(/^WRONG knowledge: .* has 2 problems; .*knowledge:check/))
  expect(exitCode).toBe(1)
})

test('prints wrong settings only, with exit code 78', async () => {
  const { exitCode, lines } = await examine({ PORT: 'x', SLACK_BOT_TOKEN: 'xoxb-secret' })
  expect(lines).toEqual([
    'WRONG PORT: expected a whole number from 0 to 65535, got "x"',
    expect.stringMatching(/^WRONG SLACK_BOT_TOKEN: needs SLACK_APP_TOKEN/),
  ])
  expect(exitCode).toBe(78)
})

test('reads the calendars, and tells what cannot be used of them', async () => {
  using folder = aFolder()
  folder.write(
    'good.ics',
    aCalendar(...anEventWith(), ...anEventWith('DTSTART;VALUE=DATE:20271340').with(1, 'UID:two')),
  )
  folder.write('bad.ics', 'no calendar')
  const calendars = [`${folder.path}/good.ics`, `${folder.path}/bad.ics`, 'http://127.0.0.1:9/secret.ics']
  const { exitCode, lines } = await examine({ FOCAL_POINT_CALENDARS: calendars.join(',') })
  expect(lines.filter((line) => line.includes('CALENDARS'))).toEqual([
    expect.stringMatching(/^ok {4}FOCAL_POINT_CALENDARS: .*good\.ics has 1 events that can be used$/),
    expect.stringMatching(/^note {2}FOCAL_POINT_CALENDARS: .*good\.ics:11:1: DTSTART: expected a day/),
    expect.stringMatching(/^WRONG FOCAL_POINT_CALENDARS: .*bad\.ics:1:1: this is no iCalendar text/),
    expect.stringMatching(/^WRONG FOCAL_POINT_CALENDARS: calendar 3 \(127\.0\.0\.1:9\) cannot be reached/),
  ])
  expect(lines.join()).not.toContain('secret')
  expect(exitCode).toBe(1)
})
