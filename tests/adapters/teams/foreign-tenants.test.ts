import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { aMessage } from './fake/activities/message.ts'
import type { FakeConnector } from './fake/fake-connector.ts'
import type { Fields } from './fake/fields.ts'
import { clear, topicsFocalPoint } from './own-topics.ts'
import { type RunningAdapter, startAdapter } from './running-adapter.ts'
import { usualClaims } from './signed-by-teams.ts'

/** Deep paths: whose tokens botbuilder takes is a list of its own, to which it adds. */
const require = createRequire(import.meta.url)
const { ToBotFromBotOrEmulatorTokenValidationParameters: parameters } =
  require('botframework-connector/lib/auth/tokenValidationParameters') as {
    readonly ToBotFromBotOrEmulatorTokenValidationParameters: { readonly issuer: readonly string[] }
  }
const { EmulatorValidation } = require('botframework-connector/lib/auth/emulatorValidation') as {
  readonly EmulatorValidation: { isTokenFromEmulator(authorization: string): boolean }
}

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** A token of a tenant that nobody has heard of. Whoever makes it up needs no key. */
function madeUp(teams: FakeConnector, claims: Fields): string {
  const encode = (part: Fields) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const header = { typ: 'JWT', alg: 'RS256', kid: randomUUID() }
  return `Bearer ${encode(header)}.${encode({ ...usualClaims(teams), tid: randomUUID(), ...claims })}.${'x'.repeat(342)}`
}

const foreign: readonly ((tid: string) => Fields)[] = [
  () => ({}),
  (tid) => ({ tid, iss: `https://sts.windows.net/${tid}/`, ver: '1.0', appid: 'a' }),
  (tid) => ({ tid, iss: `https://login.microsoftonline.com/${tid}/v2.0`, ver: '2.0', azp: 'a' }),
  () => ({ tid: undefined }),
]

/** So many calls, a few at once. */
async function attack({ teams, send }: RunningAdapter, calls: number): Promise<Set<number>> {
  const asked = aMessage(teams, { text: clear, place: 'personal' })
  const statuses = new Set<number>()
  for (let i = 0; i < calls; i += 20) {
    const sent = Array.from({ length: 20 }, (_, j) => {
      const authorization = madeUp(teams, foreign[j % foreign.length]?.(randomUUID()) ?? {})
      return send(asked, { headers: { authorization } })
    })
    for (const { status } of await Promise.all(sent)) statuses.add(status)
  }
  return statuses
}

function heapInUse(): number {
  collectGarbage()
  return process.memoryUsage().heapUsed
}

test('two thousand tokens of foreign tenants are refused, and nothing of them is kept', async () => {
  await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
  const issuers = [...parameters.issuer]
  expect(await attack(running, 1000)).toEqual(new Set([401]))
  const before = heapInUse()
  expect(await attack(running, 1000)).toEqual(new Set([401]))
  // A token alone has this length.
  expect(heapInUse() - before).toBeLessThan(1000 * madeUp(running.teams, {}).length)
  expect(parameters.issuer).toEqual(issuers)
  expect(running.teams.calls.filter(({ area }) => area === 'openid')).toHaveLength(2)
})

test('botbuilder alone keeps each of them, so that the test above looks in the right place', async () => {
  await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
  const before = parameters.issuer.length
  expect(EmulatorValidation.isTokenFromEmulator(madeUp(running.teams, {}))).toBe(false)
  expect(parameters.issuer).toHaveLength(before + 4)
})
