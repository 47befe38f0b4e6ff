import { webApi } from '@slack/bolt'
import { describe, expect, test } from 'vitest'
import { createLog } from '../../../../adapters/log.ts'
import { drawMessage } from '../../../../adapters/slack/reminders/draw-message.ts'
import { createSlackSender } from '../../../../adapters/slack/reminders/slack-sender.ts'
import { webClientOptions } from '../../../../adapters/slack/web-api/web-client-options.ts'
import type { HeldDelivery } from '../../../../src/store/delivery.ts'
import { aReminderMessage } from '../../chat/a-reminder.ts'
import { TestClock } from '../../test-clock.ts'
import { quietLogger } from '../fake/quiet-logger.ts'
import { startFakeSlack } from '../fake/start-fake-slack.ts'
import type { Failure } from '../fake/state/faults.ts'

async function startSender(options: webApi.WebClientOptions = {}) {
  const clock = new TestClock()
  const slack = await startFakeSlack({ now: () => clock.now().epochMilliseconds })
  const client = new webApi.WebClient(slack.botToken, {
    ...webClientOptions(slack.apiUrl),
    logger: quietLogger,
    ...options,
  })
  const log = createLog('error', () => undefined)
  const draw = () => drawMessage(aReminderMessage(), { isPersonal: true })
  const sender = createSlackSender({ client: () => client, clock, log, draw })
  return { slack, clock, sender, [Symbol.asyncDispose]: () => slack[Symbol.asyncDispose]() }
}

function aDelivery(clock: TestClock, more: Partial<HeldDelivery> = {}): HeldDelivery {
  const nowMs = clock.now().epochMilliseconds
  return {
    ...{ platform: 'slack', workspace: 'T00000001', conversationId: 'D00000001', key: 'slack|…|P1D' },
    ...{ meetingId: 'wind-workshop', kind: 'reminder', lead: 'P1D', subscriptionIds: ['one'], dueAtMs: nowMs },
    ...{ expiresAtMs: nowMs + 86_400_000, state: 'sending', attempt: 1, nextAtMs: nowMs, leaseToken: 'token' },
    ...{ leaseUntilMs: nowMs + 60_000, sendStartedAtMs: nowMs, isUncertain: false, providerRef: undefined },
    ...{ lastError: undefined, updatedAtMs: nowMs },
    ...more,
  }
}

test('sends one message, which can be found again by each of its keys', async () => {
  await using running = await startSender()
  const { slack, clock, sender } = running
  const delivery = aDelivery(clock)
  const outcome = await sender.send(delivery, aReminderMessage(), [delivery.key, 'slack|…|PT1H'])
  expect(outcome).toEqual({ kind: 'sent', ref: slack.messages[0]?.ts })
  expect(slack.messages).toMatchObject([{ channel: 'D00000001', text: expect.stringMatching(/^Tomorrow: Wind/) }])
  expect(slack.calls('chat.postMessage')[0]?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' })
  clock.advance(60_000)
  expect(await sender.readBack?.(delivery)).toBe('there')
  expect(await sender.readBack?.({ ...delivery, key: 'slack|…|PT1H' })).toBe('there')
  expect(await sender.readBack?.({ ...delivery, key: 'slack|…|P7D' })).toBe('absent')
  expect(slack.violations).toEqual([])
})

test.each<[string, Failure, object]>([
  ['whose answer gets lost', 'reset-after-work', { kind: 'unknown' }],
  ['that a gateway loses', { status: 502 }, { kind: 'unknown' }],
  ['that Slack fails at', { status: 500 }, { kind: 'unknown' }],
  ['that Slack fails in the middle of', { error: 'internal_error' }, { kind: 'unknown' }],
  ['that comes too fast', { status: 429, retryAfter: 7 }, { kind: 'refused', waitMs: 7000, error: 'ratelimited' }],
  ['without a token that works', { error: 'token_revoked' }, { kind: 'refused', error: 'token_revoked' }],
  ['to a channel that is gone', { error: 'channel_not_found' }, { kind: 'gone', reason: 'channel_not_found' }],
  ['to an archived channel', { error: 'is_archived' }, { kind: 'gone', reason: 'is_archived' }],
  ['to a channel without the app', { error: 'not_in_channel' }, { kind: 'gone', reason: 'not_in_channel' }],
])('a message %s is sent once, and told as it is', async (_, fail, outcome) => {
  await using running = await startSender()
  const { slack, clock, sender } = running
  slack.faults.add({ on: 'chat.postMessage', fail })
  expect(await sender.send(aDelivery(clock), aReminderMessage(), ['key'])).toMatchObject(outcome)
  expect(slack.calls('chat.postMessage')).toHaveLength(1)
})

test('a message that nobody answers is sent once, and it is not known what became of it', async () => {
  await using running = await startSender({ timeout: 50 })
  const { slack, clock, sender } = running
  slack.faults.add({ on: 'chat.postMessage', fail: 'hang' })
  expect(await sender.send(aDelivery(clock), aReminderMessage(), ['key'])).toMatchObject({ kind: 'unknown' })
  slack.faults.release()
  expect(slack.calls('chat.postMessage')).toHaveLength(1)
})

test('while Slack cannot be reached, it is surely not sent', async () => {
  await using running = await startSender()
  const { slack, clock, sender } = running
  await slack.stopListening()
  expect(await sender.send(aDelivery(clock), aReminderMessage(), ['key'])).toMatchObject({ kind: 'refused', waitMs: 0 })
})

test('what a workspace cannot show comes as plain text', async () => {
  await using running = await startSender()
  const { slack, clock, sender } = running
  slack.faults.add({ on: 'chat.postMessage', fail: { error: 'invalid_blocks' } })
  expect(await sender.send(aDelivery(clock), aReminderMessage(), ['key'])).toMatchObject({ kind: 'sent' })
  expect(slack.messages).toMatchObject([{ text: expect.stringMatching(/^Tomorrow: Wind/), blocks: undefined }])
})

describe('looking for a message that may have got through', () => {
  test.each([
    ['there', 'reset-after-work'],
    ['absent', 'reset'],
  ] as const)('finds it %s after %s', async (found, fail) => {
    await using running = await startSender()
    const { slack, clock, sender } = running
    const delivery = aDelivery(clock)
    slack.faults.add({ on: 'chat.postMessage', fail })
    expect(await sender.send(delivery, aReminderMessage(), [delivery.key])).toMatchObject({ kind: 'unknown' })
    clock.advance(60_000)
    expect(await sender.readBack?.(delivery)).toBe(found)
  })

  test('says of none that it is absent before Slack would show it', async () => {
    await using running = await startSender()
    const delivery = aDelivery(running.clock)
    running.clock.advance(4000)
    expect(await running.sender.readBack?.(delivery)).toBe('later')
  })

  test.each<Failure>([{ status: 503 }, { status: 429, retryAfter: 7 }, 'reset', { error: 'token_revoked' }])(
    'looks again later where Slack does not let it now: %j',
    async (fail) => {
      await using running = await startSender()
      const { slack, clock, sender } = running
      const delivery = aDelivery(clock)
      clock.advance(60_000)
      slack.faults.add({ on: 'conversations.history', fail })
      expect(await sender.readBack?.(delivery)).toBe('later')
    },
  )

  test('finds it behind many others', async () => {
    await using running = await startSender()
    const { clock, sender } = running
    const delivery = aDelivery(clock)
    await sender.send(delivery, aReminderMessage(), [delivery.key])
    for (let i = 0; i < 201; i += 1) await sender.send(delivery, aReminderMessage(), [`other-${i}`])
    clock.advance(60_000)
    expect(await sender.readBack?.(delivery)).toBe('there')
  })

  test.each(['C00000001', 'G00000001'])('cannot look into %s', async (conversationId) => {
    await using running = await startSender()
    running.clock.advance(60_000)
    expect(await running.sender.readBack?.(aDelivery(running.clock, { conversationId }))).toBe('unreadable')
  })
})

test('who asked is told in their own conversation that reminders have ended', async () => {
  await using running = await startSender()
  const { slack, sender } = running
  const owner = { platform: 'slack', workspace: 'T00000001', person: 'U00000001', language: 'en' } as const
  await sender.tellOwner?.({ ...owner, text: 'Your reminders have ended: <is_archived>.' })
  expect(slack.messages).toMatchObject([
    { channel: 'D00000001', text: 'Your reminders have ended: &lt;is_archived&gt;.' },
  ])
})
