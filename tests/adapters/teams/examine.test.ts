import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Finding } from '../../../adapters/finding.ts'
import { readSettings } from '../../../adapters/settings.ts'
import { examineTeams } from '../../../adapters/teams/examine.ts'
import type { FakeConnector } from './fake/fake-connector.ts'
import { type FakeConnectorOptions, startFakeConnector } from './fake/start-fake-connector.ts'
import { startAdapter } from './running-adapter.ts'

let teams: FakeConnector
beforeAll(async () => {
  teams = await startFakeConnector()
})
afterAll(() => teams[Symbol.asyncDispose]())

/** What is said of settings that are right but for these. */
async function examine(changes: Readonly<Record<string, string>> = {}, fake = teams): Promise<Finding[]> {
  const read = readSettings({ ...fake.settings, PORT: '9', ...changes })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return await examineTeams(read.settings)
}

async function examineAt(changes: Readonly<Record<string, string>>, options: FakeConnectorOptions): Promise<Finding[]> {
  await using fake = await startFakeConnector(options)
  return await examine(changes, fake)
}

function finding(kind: Finding['kind'], about: string, says: RegExp) {
  return { kind, about, says: expect.stringMatching(says) }
}

function wrongOnes(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ kind }) => kind === 'wrong')
}

describe('what the doctor says of Teams', () => {
  test('is nothing wrong where all is right', async () => {
    const findings = await examine()
    expect(wrongOnes(findings)).toEqual([])
    expect(findings).toContainEqual(finding('ok', 'MicrosoftAppId', /form of an id/))
    expect(findings).toContainEqual(finding('ok', 'MicrosoftAppTenantId', /form of an id/))
    expect(findings).toContainEqual(finding('ok', 'MicrosoftAppPassword', /gets a token/))
    expect(findings).toContainEqual(finding('ok', 'OpenID metadata', /checked with 1 key$/))
  })

  test('never shows the secret', async () => {
    const secret = 'a~Secret.that-nobody-may-see'
    for (const findings of [await examine({ MicrosoftAppPassword: secret }), await examine()]) {
      expect(JSON.stringify(findings)).not.toContain(secret)
      expect(JSON.stringify(findings)).not.toContain(teams.appSecret)
    }
  })

  const guid = '00000000-1111-4222-8333-444444444444'
  test.each([
    ['an app id that is none', { MicrosoftAppId: 'my-bot' }, 'MicrosoftAppId', /Application \(client\) ID .*"my-bot"/],
    [
      'a tenant that is named',
      { MicrosoftAppTenantId: 'example.org' },
      'MicrosoftAppTenantId',
      /Directory \(tenant\) ID .*"example\.org"/,
    ],
    [
      'the same id twice',
      { MicrosoftAppId: guid, MicrosoftAppTenantId: guid.toUpperCase() },
      'MicrosoftAppTenantId',
      /^is the same as MicrosoftAppId/,
    ],
    [
      'a tenant to let in that is named',
      { TEAMS_ALLOWED_TENANTS: `${guid}, contoso` },
      'TEAMS_ALLOWED_TENANTS',
      /"contoso"$/,
    ],
    [
      'an address for a host',
      { TEAMS_ALLOWED_SERVICE_HOSTS: 'https://smba.trafficmanager.net/emea' },
      'TEAMS_ALLOWED_SERVICE_HOSTS',
      /host names like "smba\.trafficmanager\.net", got "https:/,
    ],
  ])('names %s', async (_, changes, about, says) => {
    expect(await examine(changes)).toContainEqual(finding('wrong', about, says))
  })

  test.each([
    [
      'a secret that is wrong',
      { MicrosoftAppPassword: 'no' },
      {},
      'MicrosoftAppPassword',
      /value of a client secret, not its id.*7000215/,
    ],
    [
      'a secret that has expired',
      {},
      { secretExpired: true },
      'MicrosoftAppPassword',
      /expired.*"Certificates & secrets".*7000222/,
    ],
    [
      'an app that is not in the tenant',
      { MicrosoftAppId: guid },
      {},
      'MicrosoftAppId',
      /no such app in the tenant.*700016/,
    ],
  ])('explains %s', async (_, changes, options, about, says) => {
    expect(wrongOnes(await examineAt(changes, options))).toEqual([finding('wrong', about, says)])
  })

  test('explains a tenant that there is not', async () => {
    const TEAMS_TOKEN_ENDPOINT = teams.tokenEndpoint.replace(teams.tenant, guid)
    const findings = await examine({ TEAMS_TOKEN_ENDPOINT, MicrosoftAppTenantId: guid })
    expect(wrongOnes(findings)).toEqual([finding('wrong', 'MicrosoftAppTenantId', /no such tenant.*90002/)])
  })

  test.each([
    ['fails', { status: 500, body: 'oops' }, 'token endpoint', /answers 500, and no token/],
    [
      'refuses for a reason we do not know',
      { status: 400, body: { error_description: 'AADSTS53003: no' } },
      'MicrosoftAppPassword',
      /AADSTS53003/,
    ],
    ['cuts the line', { drop: 'before' }, 'token endpoint', /cannot be reached/],
  ] as const)('says that the identity service %s', async (_, fault, about, says) => {
    await using fake = await startFakeConnector()
    fake.fault({ area: 'token', ...fault })
    expect(wrongOnes(await examine({}, fake))).toEqual([finding('wrong', about, says)])
  })

  test.each([
    ['cannot be reached', { TEAMS_OPENID_METADATA_URL: 'http://127.0.0.1:9/' }, /^127\.0\.0\.1:9 cannot be reached/],
    [
      'are not there',
      (fake: FakeConnector) => ({ TEAMS_OPENID_METADATA_URL: `${fake.openIdMetadataUrl}/x` }),
      /answers 404/,
    ],
    [
      'are of somebody else',
      { TEAMS_TOKEN_ISSUER: 'https://other.example.org' },
      /of https:\/\/api\.botframework\.com, but/,
    ],
  ])('says that the keys of the identity service %s', async (_, changes, says) => {
    const given = typeof changes === 'function' ? changes(teams) : changes
    expect(wrongOnes(await examine(given))).toEqual([finding('wrong', 'OpenID metadata', says)])
  })

  test.each([
    ['MultiTenant', 'no new one can be made'],
    ['UserAssignedMSI', 'has no secret'],
  ])('has advice on the app type %s', async (MicrosoftAppType, advice) => {
    expect(await examine({ MicrosoftAppType })).toContainEqual(finding('note', 'MicrosoftAppType', RegExp(advice)))
  })

  test('says where nobody or not the own tenant is let in', async () => {
    const nobody = { MicrosoftAppType: 'MultiTenant', MicrosoftAppTenantId: '' }
    expect(await examine(nobody)).toContainEqual(finding('wrong', 'TEAMS_ALLOWED_TENANTS', /^nobody is let in/))
    const others = { TEAMS_ALLOWED_TENANTS: guid }
    expect(await examine(others)).toContainEqual(finding('note', 'TEAMS_ALLOWED_TENANTS', /^leaves out/))
    const both = { TEAMS_ALLOWED_TENANTS: `${guid},${teams.tenant.toUpperCase()}` }
    expect((await examine(both)).map(({ about }) => about)).not.toContain('TEAMS_ALLOWED_TENANTS')
  })

  test.each([
    ['smba.trafficmanager.net', undefined],
    ['smba.infra.gov.teams.microsoft.us', undefined],
    ['127.0.0.1', /^127\.0\.0\.1 is this machine/],
    ['smba.trafficmanager.net.example.org', /is no host of Microsoft/],
  ])('weighs the host %s', async (TEAMS_ALLOWED_SERVICE_HOSTS, says) => {
    const found = (await examine({ TEAMS_ALLOWED_SERVICE_HOSTS })).filter(({ about }) => about.endsWith('HOSTS'))
    expect(found).toEqual(says ? [finding('note', 'TEAMS_ALLOWED_SERVICE_HOSTS', says)] : [])
  })
})

describe('what the doctor says of the messaging endpoint', () => {
  const about = 'messaging endpoint'

  test('is that no service runs yet', async () => {
    expect(await examine()).toContainEqual(
      finding('note', about, /^no service runs at http:\/\/127\.0\.0\.1:9\/api\/messages/),
    )
  })

  test('is that a service refuses what has no token, and that nothing comes of the question', async () => {
    await using running = await startAdapter({ beside: teams })
    expect(await examine({ PORT: portOf(running.url) })).toContainEqual(
      finding('ok', about, /refuses requests without/),
    )
    const openDoor = { TEAMS_DISABLE_AUTH: 'true' }
    const findings = await examine({ PORT: portOf(running.url), ...openDoor })
    expect(findings).toContainEqual(finding('note', about, /restart it to let a local client in/))
    expect(running.teams.messages).toEqual([])
  })

  test('is that a service takes what a local client sends, and where it should not', async () => {
    const openDoor = { TEAMS_DISABLE_AUTH: 'true' }
    await using running = await startAdapter({ settings: openDoor })
    const findings = await examine({ PORT: portOf(running.url), ...openDoor })
    expect(findings).toContainEqual(finding('note', 'TEAMS_DISABLE_AUTH', /without a token are accepted/))
    expect(findings).toContainEqual(finding('ok', about, /takes what a local client sends/))
    const shut = await examine({ PORT: portOf(running.url) })
    expect(shut).toContainEqual(finding('wrong', about, /takes requests without a token/))
    expect(running.logged.join('\n')).not.toContain('teams activity')
  })

  test.each([
    [404, 'wrong', /runs without Teams/],
    [503, 'wrong', /its log says why/],
    [418, 'wrong', /answers 418; is it this service/],
  ] as const)('is what a service means that answers %i', async (status, kind, says) => {
    await using server = await startServer(status)
    const { port } = server.address() as AddressInfo
    expect(await examine({ PORT: String(port) })).toContainEqual(finding(kind, about, says))
  })
})

function portOf(url: string): string {
  return new URL(url).port
}

async function startServer(status: number): Promise<Server> {
  const server = createServer((_, response) => response.writeHead(status).end())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}
