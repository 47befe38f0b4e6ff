import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createLog } from '../../../../adapters/log.ts'
import { CannotVerifyError } from '../../../../adapters/teams/connection/refused-error.ts'
import { SigningKeys } from '../../../../adapters/teams/connection/signing-keys.ts'
import { type Reply, WebServer } from '../../fake-web-server.ts'
import { TestClock } from '../../test-clock.ts'
import type { Fields } from '../fake/fields.ts'
import { keyOf, publicKeys } from '../fake/tokens/keys.ts'

const minute = 60_000
const day = 24 * 60 * minute

let metadata: Reply | 'reset'
let keys: Reply | 'reset'
let asked: number

const server = new WebServer({
  metadata: async () => {
    asked += 1
    return metadata
  },
  keys: async () => keys,
})

beforeAll(() => server.listen())
beforeEach(() => {
  asked = 0
  metadata = { status: 200, body: { issuer: 'i', jwks_uri: `http://127.0.0.1:${server.port}/keys` } }
  keys = { status: 200, body: publicKeys() }
})
afterAll(() => server.stop())

function open() {
  const clock = new TestClock()
  const lines: string[] = []
  const log = createLog('info', (line) => lines.push(line))
  return {
    clock,
    lines,
    keys: new SigningKeys({ metadataUrl: `http://127.0.0.1:${server.port}/metadata`, clock, log }),
  }
}

const { kid } = keyOf('teams')
/** A public key as the key server tells it. */
const told = (fields: Fields) => ({ ...publicKeys().keys[0], ...fields })

describe('keys', () => {
  test('are found by their names, with what they are endorsed for', async () => {
    const found = await open().keys.getKey(kid)
    expect(found?.endorsements).toEqual(['msteams'])
    expect(found?.key.export({ format: 'jwk' })).toEqual(keyOf('teams').publicKey.export({ format: 'jwk' }))
  })

  test.each(['unknown', '', '__proto__', 'constructor'])('named %j are not among them', async (name) => {
    expect(await open().keys.getKey(name)).toBe(null)
  })

  test.each<[what: string, key: Fields]>([
    ['of another kind', { kty: 'EC', kid: 'x', crv: 'P-256', x: 'x', y: 'y' }],
    ['without a name', told({ kid: undefined })],
    ['without a modulus', told({ kid: 'x', n: undefined })],
    ['with a number for a modulus', told({ kid: 'x', n: 7 })],
    ['with endorsements that are a text', told({ kid: 'x', endorsements: 'msteams' })],
  ])('%s are left out, and the others are good', async (_, key) => {
    keys = { status: 200, body: { keys: [null, key, ...publicKeys().keys] } }
    const { keys: signing } = open()
    expect(await signing.getKey('x')).toBe(null)
    expect(await signing.getKey(kid)).not.toBe(null)
  })

  test('without endorsements are endorsed for nothing', async () => {
    keys = { status: 200, body: { keys: [told({ kid: 'x', endorsements: undefined })] } }
    expect((await open().keys.getKey('x'))?.endorsements).toEqual([])
  })
})

describe('while no key has been read', () => {
  test.each<[what: string, arm: () => void]>([
    ['a key server that fails', () => (metadata = { status: 500, body: '' })],
    ['one that cuts connections', () => (metadata = 'reset')],
    ['one that fails for the keys', () => (keys = { status: 503, body: '' })],
    ['one that answers a page', () => (metadata = { status: 200, body: '<p>' })],
    ['one that names no address', () => (metadata = { status: 200, body: {} })],
    ['one that names a file', () => (metadata = { status: 200, body: { jwks_uri: 'file:///etc/passwd' } })],
    ['one that tells no keys', () => (keys = { status: 200, body: { keys: 'none' } })],
  ])('%s leaves open who calls, and is asked again by the next call', async (_, arm) => {
    const { keys: signing, lines } = open()
    const [good, goodKeys] = [metadata, keys]
    arm()
    await expect(signing.getKey(kid)).rejects.toThrow(CannotVerifyError)
    expect(lines).toEqual([expect.stringContaining('"teams keys not read"')])
    ;[metadata, keys] = [good, goodKeys]
    expect(await signing.getKey(kid)).not.toBe(null)
  })
})

describe('once keys have been read', () => {
  test.each<[afterMs: number, name: 'known' | 'new', asks: number, reason: string]>([
    [0, 'known', 1, 'they are known'],
    [day, 'known', 1, 'they are fresh for a day'],
    [day + 1, 'known', 2, 'they may have changed'],
    [0, 'new', 1, 'they have just been read'],
    [5 * minute, 'new', 1, 'somebody may make up names'],
    [5 * minute + 1, 'new', 2, 'it may be new'],
  ])('%i ms later, a name that is %s makes %i times that they have been asked for: %s', async (afterMs, name, asks) => {
    const { keys: signing, clock } = open()
    await signing.getKey(kid)
    clock.advance(afterMs)
    for (const _again of [1, 2]) await signing.getKey(name === 'known' ? kid : name)
    expect(asked).toBe(asks)
  })

  test('a new key is found, and an old one is gone', async () => {
    const { keys: signing, clock } = open()
    await signing.getKey(kid)
    keys = { status: 200, body: { keys: [told({ kid: 'new' })] } }
    clock.advance(6 * minute)
    expect(await signing.getKey('new')).not.toBe(null)
    expect(await signing.getKey(kid)).toBe(null)
  })

  test('they last through an outage, in which they are asked for once a day', async () => {
    const { keys: signing, clock, lines } = open()
    await signing.getKey(kid)
    metadata = 'reset'
    for (const _hour of Array(72).keys()) {
      clock.advance(60 * minute)
      expect(await signing.getKey(kid)).not.toBe(null)
    }
    expect(asked).toBe(3)
    expect(lines).toHaveLength(2)
  })

  test('whoever asks at the same time waits for the same answer', async () => {
    const { keys: signing } = open()
    await Promise.all(Array.from({ length: 20 }, () => signing.getKey(kid)))
    expect(asked).toBe(1)
  })
})
