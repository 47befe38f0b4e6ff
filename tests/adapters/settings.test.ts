import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { describe, expect, test } from 'vitest'
import { readSettings, settingNames } from '../../adapters/settings.ts'

const slackHttp = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' }
const slackOauth = {
  SLACK_CLIENT_ID: '1',
  SLACK_CLIENT_SECRET: 's',
  SLACK_STATE_SECRET: 's',
  SLACK_SIGNING_SECRET: 's',
  ENCRYPTION_KEY: 'k',
}
const teams = { MicrosoftAppId: 'a', MicrosoftAppPassword: 's', MicrosoftAppTenantId: 't' }

function problemsOf(env: NodeJS.ProcessEnv): readonly string[] {
  const read = readSettings(env)
  return read.ok ? [] : read.problems
}

describe('the settings', () => {
  test('have a default for everything that is needed', () => {
    expect(readSettings({})).toEqual({
      ok: true,
      settings: {
        PORT: 3978,
        HOST: '127.0.0.1',
        DATA_DIR: './data',
        LOG_LEVEL: 'info',
        MicrosoftAppType: 'SingleTenant',
      },
    })
  })

  test.each([
    ['an empty value', { PORT: '', SLACK_BOT_TOKEN: '' }],
    ['what belongs to others', { PATH: '/bin' }],
    ['Slack in Socket Mode', { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }],
    ['Slack over HTTP', slackHttp],
    ['Slack through OAuth', slackOauth],
    ['Teams', teams],
    ['Teams with a managed identity', { ...teams, MicrosoftAppPassword: '', MicrosoftAppType: 'UserAssignedMSI' }],
    ['Slack and Teams', { ...slackHttp, ...teams }],
    ['Teams for a local client', { TEAMS_DISABLE_AUTH: 'true', HOST: '::1' }],
    ['every address', { HOST: '0.0.0.0', TEAMS_DISABLE_AUTH: 'false' }],
    [
      'calendars',
      { FOCAL_POINT_CALENDARS: `${import.meta.filename}, https://me:p@a.example/x.ics,webcal://a.example/y` },
    ],
    ['a calendar of this machine', { FOCAL_POINT_CALENDARS: 'http://127.0.0.1:8080/x,http://[::1]/y' }],
    ['an address of its own', { PUBLIC_URL: 'https://example.org/focal/' }],
    ['an address of its own on this machine', { PUBLIC_URL: 'http://localhost:3978' }],
    ['a database', { DATABASE_URL: 'postgres://me:secret@db:5432/focal' }],
  ])('may hold %s', (_, env) => {
    expect(problemsOf(env)).toEqual([])
  })

  test.each([
    ['PORT', 'http', 'whole number from 0 to 65535, got "http"'],
    ['PORT', '65536', 'whole number from 0 to 65535'],
    ['PORT', '-1', 'whole number from 0 to 65535'],
    ['HOST', 'http://x', 'IP address or a host name, like "127.0.0.1", got "http://x"'],
    ['FOCAL_POINT_KNOWLEDGE', '/no/such/folder', 'folder with knowledge files, got "/no/such/folder"'],
    ['ADMIN_TOKEN', 'only-23-characters-long', 'at least 24 characters without spaces$'],
    ['LOG_LEVEL', 'loud', 'debug, info, warn, error, got "loud"'],
    ['SLACK_API_URL', 'slack.com', 'address like "https://example.org/path", got "slack.com"'],
    ['MicrosoftAppType', 'Single', 'SingleTenant, MultiTenant, UserAssignedMSI, got "Single"'],
    [
      'FOCAL_POINT_CALENDARS',
      '/no/such.ics',
      'files .* addresses .* with commas between them; there is no file "/no/such.ics"$',
    ],
    [
      'FOCAL_POINT_CALENDARS',
      'https://a.example/x,http://a.example/y',
      'files .* that begin with https://.*; number 2 is neither$',
    ],
    ['FOCAL_POINT_CALENDARS', 'https://', 'files .*; number 1 is neither$'],
    ['FOCAL_POINT_CALENDARS', ' , ', 'files that exist or addresses'],
    ['PUBLIC_URL', 'http://focal.example', 'address that begins with https://, .*, got "http://focal.example"'],
    ['PUBLIC_URL', 'focal.example', 'address that begins with https://'],
    ['PUBLIC_URL', 'https://focal.example/?a=b', 'address that begins with https://'],
    ['TEAMS_DISABLE_AUTH', 'yes', 'true or false, got "yes"'],
  ])('refuse %s=%s and say what is allowed', (name, value, allowed) => {
    expect(problemsOf({ [name]: value })).toEqual([
      expect.stringMatching(new RegExp(`^${name}: expected (an? )?${allowed}`)),
    ])
  })

  test.each([
    [{ SLACK_BOT_TOKEN: 'x' }, ['SLACK_BOT_TOKEN']],
    [{ SLACK_APP_TOKEN: 'x' }, ['SLACK_APP_TOKEN']],
    [{ SLACK_SIGNING_SECRET: 'x' }, ['SLACK_SIGNING_SECRET']],
    [{ ...slackOauth, ENCRYPTION_KEY: '' }, ['ENCRYPTION_KEY']],
    [
      { ...slackOauth, SLACK_SIGNING_SECRET: '', SLACK_CLIENT_SECRET: '' },
      ['SLACK_CLIENT_SECRET', 'SLACK_SIGNING_SECRET'],
    ],
    [{ MicrosoftAppId: 'x' }, ['MicrosoftAppPassword', 'MicrosoftAppTenantId']],
    [{ ...teams, MicrosoftAppId: '' }, ['MicrosoftAppId']],
    [{ TEAMS_DISABLE_AUTH: 'true', HOST: '0.0.0.0' }, ['TEAMS_DISABLE_AUTH']],
  ])('refuse the half-given %j', (env, names) => {
    expect(problemsOf(env).map((problem) => problem.split(':')[0])).toEqual(names)
  })

  test('never show a secret', () => {
    const env = {
      ...slackHttp,
      ...teams,
      DATABASE_URL: 'mysql://me:hidden@db/x',
      ADMIN_TOKEN: 'hidden',
      PORT: 'x',
      FOCAL_POINT_CALENDARS: 'http://a/hidden',
    }
    const shown = problemsOf({ ...env, SLACK_SIGNING_SECRET: '', SLACK_BOT_TOKEN: 'hidden' }).join('\n')
    expect(shown).toContain('ADMIN_TOKEN')
    expect(shown).toContain('DATABASE_URL')
    expect(shown).toContain('SLACK_BOT_TOKEN')
    expect(shown).toContain('FOCAL_POINT_CALENDARS')
    expect(shown).not.toContain('hidden')
  })

  test('are all listed in .env.example', () => {
    const example = readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8')
    const listed = Object.keys(parseEnv(example.replaceAll(/^#(?=\w+=)/gm, '')))
    expect(listed.sort()).toEqual([...settingNames].sort())
  })
})
