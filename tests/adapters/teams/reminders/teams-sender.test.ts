import { describe, expect, test } from 'vitest'
import type { SendOutcome } from '../../../../src/reminders/sender.ts'
import { aReminderMessage } from '../../chat/a-reminder.ts'
import { anInstallation } from '../fake/activities/installation.ts'
import { objectsIn } from '../fake/fields.ts'
import type { Fault } from '../fake/state/faults.ts'
import { INES } from '../fake/state/people.ts'
import type { RunningAdapter } from '../running-adapter.ts'
import { cardIn } from '../shown-card.ts'
import { aDelivery } from './a-delivery.ts'
import { channelOf, lastOf, personalOf, startReminding } from './reminding.ts'

async function start(options: Parameters<typeof startReminding>[0] = {}): Promise<RunningAdapter> {
  const running = await startReminding(options)
  await running.send(anInstallation(running.teams, { place: 'personal', action: 'add' }))
  running.teams.clearRecord()
  return running
}

function send(running: RunningAdapter, place = personalOf(running)): Promise<SendOutcome> {
  return running.adapter.sender.send(aDelivery(place), aReminderMessage(), [])
}

/** How often Teams was asked to take a message. */
function posts({ teams }: RunningAdapter): number {
  return teams.calls.filter(({ method, path }) => method === 'POST' && path.includes('/activities')).length
}

test('sends one message of its own, of which a notification shows what comes when', async () => {
  await using running = await start()
  const outcome = await send(running)
  const message = lastOf(running)
  expect(outcome).toEqual({ kind: 'sent', ref: message.activityId })
  expect(message).toMatchObject({ replyToId: undefined, body: { summary: 'Tomorrow: Wind Workshop' } })
  expect(posts(running)).toBe(1)
  expect(objectsIn(cardIn(message), 'body').length).toBeGreaterThan(2)
})

const noAnswer = { kind: 'unknown', error: 'no answer' }

test.each<[string, Fault, object]>([
  ['whose answer gets lost', { drop: 'after' }, noAnswer],
  ['whose connection is cut', { drop: 'before' }, noAnswer],
  ['that a gateway loses', { status: 502 }, { kind: 'unknown', error: '502' }],
  ['that a gateway waits for in vain', { status: 504 }, { kind: 'unknown', error: '504' }],
  ['that Teams fails at', { status: 500 }, { kind: 'unknown', error: '500' }],
  ['that somebody else has in hand', { status: 412 }, { kind: 'refused', waitMs: 0 }],
  ['that comes while Teams is busy', { status: 503 }, { kind: 'refused', waitMs: 0 }],
  ['without a token that works', { status: 401 }, { kind: 'refused', waitMs: 0 }],
  ['to somebody who has blocked the app', { status: 403 }, { kind: 'gone', reason: /blocked/ }],
  ['to a conversation that is gone', { status: 404 }, { kind: 'gone', reason: /gone/ }],
  ['that Teams does not understand', { status: 400, code: 'BadSyntax' }, { kind: 'gone', reason: /400 BadSyntax/ }],
])('a message %s is tried once, and what became of it is told', async (_, fault, expected) => {
  await using running = await start()
  running.teams.fault({ area: 'connector', ...fault, times: -1 })
  const outcome = await send(running)
  const { reason, ...rest } = expected as { reason?: RegExp }
  expect(outcome).toMatchObject(rest)
  if (reason) expect(outcome).toMatchObject({ reason: expect.stringMatching(reason) })
  expect(posts(running)).toBe(1)
})

describe('a limit', () => {
  test.each([
    ['says how long it lasts', { status: 429, retryAfter: 7 }, 7000],
    ['says so with another status', { status: 503, retryAfter: 7 }, 7000],
    ['says nothing', { status: 429 }, 1500],
  ])('that %s is waited for, and a little longer by chance', async (_, fault, leastMs) => {
    await using running = await start()
    running.teams.fault({ area: 'connector', ...fault })
    const outcome = await send(running)
    const waitMs = outcome.kind === 'refused' ? outcome.waitMs : 0
    expect(waitMs).toBeGreaterThanOrEqual(leastMs)
    expect(waitMs).toBeLessThanOrEqual(leastMs + 250)
    expect(posts(running)).toBe(1)
  })
})

test('Teams that does not answer in time may have taken it', async () => {
  await using running = await start({ callTimeoutMs: 100 })
  const held = Promise.withResolvers<void>()
  running.teams.fault({ area: 'connector', hold: held.promise })
  expect(await send(running)).toEqual(noAnswer)
  held.resolve()
})

test('Teams that cannot be reached has taken nothing', async () => {
  await using running = await start()
  await running.teams.stopListening()
  // Finds that the connection from before is cut.
  await send(running)
  expect(await send(running)).toMatchObject({ kind: 'refused', waitMs: 0 })
  await running.teams.listenAgain()
  expect(await send(running)).toMatchObject({ kind: 'sent' })
})

test('without a token nothing is sent, the log names the token endpoint, and it goes out once there is one', async () => {
  await using running = await start()
  running.teams.revokeTokens()
  await send(running)
  running.teams.fault({ area: 'token', status: 500, times: -1 })
  expect(await send(running)).toMatchObject({ kind: 'refused', error: 'the identity service cannot be reached' })
  expect(running.logged.join('\n')).toMatch(/teams token not to be had/)
  running.teams.clearFaults()
  running.clock.advance(60_000)
  expect(await send(running)).toMatchObject({ kind: 'sent' })
})

test('a token that was revoked is used once and no more', async () => {
  await using running = await start()
  running.teams.revokeTokens()
  expect(await send(running)).toMatchObject({ kind: 'refused' })
  expect(await send(running)).toMatchObject({ kind: 'sent' })
})

test('what is too large is sent in words', async () => {
  await using running = await start()
  running.teams.fault({ area: 'connector', status: 413, code: 'MessageSizeTooBig' })
  expect(await send(running)).toMatchObject({ kind: 'sent' })
  expect(lastOf(running).body).toMatchObject({ text: expect.stringMatching(/^Tomorrow: Wind Workshop\n/) })
})

test('a place where the app was never installed gets nothing, and Teams is not asked', async () => {
  await using running = await start()
  expect(await send(running, channelOf(running))).toMatchObject({ kind: 'gone' })
  expect(posts(running)).toBe(0)
})

test('where the app was removed nothing is sent', async () => {
  await using running = await start()
  await running.send(anInstallation(running.teams, { place: 'personal', action: 'remove' }))
  expect(await send(running)).toMatchObject({ kind: 'gone' })
  expect(posts(running)).toBe(0)
})

test('a place of another tenant is not known', async () => {
  await using running = await start()
  expect(await send(running, { ...personalOf(running), workspace: 'another-tenant' })).toMatchObject({ kind: 'gone' })
  expect(posts(running)).toBe(0)
})

/** What somebody put into the store: our token must not go there. */
test.each([
  'https://smba.trafficmanager.net.example.org/emea/',
  'https://user@127.0.0.1/emea/',
  'http://example.org/',
  'file:///etc/passwd',
  '',
])('a place whose service is "%s" is as good as unknown, and our token is not sent there', async (serviceUrl) => {
  await using running = await start()
  const { store, adapter } = running
  const known = await store.references.find(personalOf(running))
  if (!known) throw new Error('the app is not installed')
  await store.references.keep({ ...known, serviceUrl }, 0)
  expect(await send(running)).toMatchObject({ kind: 'gone' })
  const { conversationId } = personalOf(running)
  const sending = adapter.tools.calls.send({ serviceUrl, conversationId }, { type: 'message' })
  await expect(sending).rejects.toMatchObject({ name: 'UntrustedServiceError' })
  expect(posts(running)).toBe(0)
})

describe('who asked for a reminder that has ended', () => {
  const owner = { person: INES.id, text: 'Your reminders have ended.', language: 'en' } as const

  test('is told in person', async () => {
    await using running = await start()
    await running.adapter.sender.tellOwner?.({ ...owner, platform: 'teams', workspace: running.teams.tenant } as never)
    expect(lastOf(running)).toMatchObject({
      conversationId: personalOf(running).conversationId,
      body: { text: owner.text },
    })
  })

  test.each([403, 500])('and cannot be told (%i) is let be', async (status) => {
    await using running = await start()
    running.teams.fault({ area: 'connector', status, times: -1 })
    await running.adapter.sender.tellOwner?.({ ...owner, platform: 'teams', workspace: running.teams.tenant } as never)
    expect(posts(running)).toBe(1)
    expect(running.logged.join('\n')).toMatch(/teams person not told/)
  })
})
