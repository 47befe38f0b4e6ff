import { describe, expect, test } from 'vitest'
import { listFrom, trustFrom } from '../../../../adapters/teams/connection/trust.ts'

const own = '0f3a6c1e-55d2-4b70-8d6f-2c1b9e7a4d38'
const other = '11111111-2222-4333-8444-555555555555'
const settings = { MicrosoftAppId: 'app', MicrosoftAppTenantId: own } as const

describe('service addresses', () => {
  test.each<[hosts: string | undefined, url: string, isTrusted: boolean, reason: string]>([
    [undefined, 'https://smba.trafficmanager.net/emea/', true, 'Teams, unless told otherwise'],
    [undefined, 'https://smba.trafficmanager.net', true, 'a slash at the end changes nothing'],
    [undefined, 'https://smba.trafficmanager.net/emea/0f3a6c1e/', true, 'a path per tenant'],
    [undefined, 'https://smba.trafficmanager.net:443/', false, 'nobody writes the port that goes without saying'],
    [undefined, 'http://smba.trafficmanager.net/emea/', false, 'the token would be readable on the way'],
    [undefined, 'https://teams.example/', false, 'not in the list'],
    [undefined, 'http://127.0.0.1:3978/', false, 'this machine, which is not in the list'],
    ['', 'https://smba.trafficmanager.net/emea/', true, 'an empty list is none'],
    [' , ', 'https://smba.trafficmanager.net/emea/', true, 'nor is one of commas'],
    ['teams.example', 'https://smba.trafficmanager.net/emea/', false, 'a list takes the place of the usual one'],
    ['other.example, Teams.Example', 'https://teams.example/', true, 'hosts have no case'],
    ['teams.example', 'https://teams.example:8443/', false, 'another port is another service'],
    ['teams.example:8443', 'https://teams.example:8443/', true, 'unless it is named'],
    ['teams.example:8443', 'https://teams.example/', false, 'and then only it'],
    ['*.example', 'https://teams.example/', false, 'there are no patterns'],
    ['.example', 'https://teams.example/', false, 'nor endings'],
    ['127.0.0.1', 'http://127.0.0.1:3978/', true, 'this machine over http, for tests'],
    ['[::1]', 'http://[::1]:3978/', true, 'the same in IPv6'],
    ['teams.example', 'http://teams.example/', false, 'another machine never over http'],
    ['127.0.0.1', 'ftp://127.0.0.1/', false, 'no other protocol'],
  ])('with the hosts %j, %s is trusted: %j (%s)', (hosts, url, isTrusted) => {
    const trust = trustFrom({ ...settings, TEAMS_ALLOWED_SERVICE_HOSTS: hosts })
    expect(trust.isTrustedServiceUrl(url)).toBe(isTrusted)
  })
})

describe('tenants', () => {
  test.each<[tenants: string | undefined, tenant: string, isTrusted: boolean, reason: string]>([
    [undefined, own, true, 'our own, unless told otherwise'],
    [undefined, own.toUpperCase(), true, 'ids have no case'],
    [undefined, other, false, 'nobody else'],
    [undefined, '', false, 'nor somebody without a tenant'],
    ['', own, true, 'an empty list is none'],
    [' , ,', own, true, 'nor is one of commas'],
    [' , ,', '', false, 'and nothing stands between them'],
    [other, other, true, 'in the list'],
    [other, own, false, 'a list takes the place of our own'],
    [`${own}, ${other.toUpperCase()}`, other, true, 'one of several'],
    [other, other.slice(0, -1), false, 'a part of an id is none'],
    [`${own} ${other}`, own, false, 'a space is no comma'],
  ])('with the tenants %j, %j is trusted: %j (%s)', (tenants, tenant, isTrusted) => {
    expect(trustFrom({ ...settings, TEAMS_ALLOWED_TENANTS: tenants }).isTrustedTenant(tenant)).toBe(isTrusted)
  })

  test('an app for all tenants trusts only those in the list', () => {
    const forAll = { MicrosoftAppId: 'app' }
    expect(trustFrom(forAll).isTrustedTenant(own)).toBe(false)
    expect(trustFrom(forAll).isTrustedTenant('')).toBe(false)
    expect(trustFrom({ ...forAll, TEAMS_ALLOWED_TENANTS: own }).isTrustedTenant(own)).toBe(true)
  })
})

describe('with authentication off', () => {
  const trust = trustFrom({ TEAMS_DISABLE_AUTH: 'true', TEAMS_ALLOWED_SERVICE_HOSTS: 'teams.example' })

  test.each<[url: string, isTrusted: boolean]>([
    ['http://localhost:56150/_connector', true],
    ['http://127.0.0.1:56150', true],
    ['https://[::1]:56150/', true],
    ['https://teams.example/', false],
    ['https://smba.trafficmanager.net/emea/', false],
    ['http://localhost.evil.example/', false],
    ['http://localhost@evil.example/', false],
    ['ftp://localhost/', false],
    ['localhost', false],
  ])('%s is trusted: %j, as only this machine is', (url, isTrusted) => {
    expect(trust.isTrustedServiceUrl(url)).toBe(isTrusted)
  })

  test('every tenant is trusted, as a local client has none', () => {
    expect([trust.isTrustedTenant(''), trust.isTrustedTenant(other)]).toEqual([true, true])
  })
})

test('a list is what stands between its commas, in lower case', () => {
  expect(listFrom(' A.example ,,b,')).toEqual(['a.example', 'b'])
})
