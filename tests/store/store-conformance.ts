import { describe, expect, test } from 'vitest'
import type { FeedbackKey, Verdict } from '../../src/store/feedback.ts'
import type { ConversationReference } from '../../src/store/references.ts'
import type { Store } from '../../src/store/store.ts'
import { deliveryConformance } from './delivery-conformance.ts'
import { insightConformance } from './insight-conformance.ts'
import { meetingStateConformance } from './meeting-state-conformance.ts'
import { subscriptionConformance } from './subscription-conformance.ts'

const NOW = Date.UTC(2027, 2, 3, 8)
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const key: FeedbackKey = { platform: 'slack', workspace: 'T1', answerId: 'answer-1', person: 'U1' }

function aVerdict(changes: Partial<Verdict> = {}): Verdict {
  return { ...key, verdict: 'up', intent: 'secretariat', status: 'answered', language: 'en', ...changes }
}

const channel: ConversationReference = {
  platform: 'teams',
  workspace: 'tenant-1',
  conversationId: '19:talks@thread.tacv2',
  kind: 'channel',
  teamId: '19:general@thread.tacv2',
  serviceUrl: 'https://smba.example/emea/',
  botId: '28:bot',
  userId: undefined,
  locale: 'fr-FR',
}

/** What every engine must do. `open` opens an empty store. */
export function storeConformance(open: () => Promise<Store>): void {
  describe('seen events', () => {
    test('lets only the first claim of an event through', async () => {
      await using store = await open()
      expect(await store.seenEvents.claim('slack', 'Ev1', NOW)).toBe(true)
      expect(await store.seenEvents.claim('slack', 'Ev1', NOW)).toBe(false)
    })

    test('lets one of many claims at the same time through', async () => {
      await using store = await open()
      const keys = ['Ev1', 'Ev2', 'Ev1', 'Ev3', 'Ev2', 'Ev1']
      const claims = keys.map((event) => store.seenEvents.claim('slack', event, NOW))
      expect(await Promise.all(claims)).toEqual([true, true, false, true, false, false])
    })

    test('keeps platforms apart', async () => {
      await using store = await open()
      await store.seenEvents.claim('slack', 'Ev1', NOW)
      expect(await store.seenEvents.claim('teams', 'Ev1', NOW)).toBe(true)
    })

    test('knows what has been claimed', async () => {
      await using store = await open()
      await store.seenEvents.claim('slack', 'Ev1', NOW)
      expect(await store.seenEvents.has('slack', 'Ev1')).toBe(true)
      expect(await store.seenEvents.has('slack', 'Ev2')).toBe(false)
      expect(await store.seenEvents.has('teams', 'Ev1')).toBe(false)
    })

    test.for([
      ['kept', 3 * DAY, 'three days are promised'],
      ['forgotten', 3 * DAY + 1, 'after that nothing comes again'],
    ] as const)('an event is %s after %d ms: %s', async ([outcome, laterMs]) => {
      await using store = await open()
      await store.seenEvents.claim('slack', 'old', NOW)
      await store.seenEvents.claim('slack', 'new', NOW + laterMs)
      expect(await store.seenEvents.has('slack', 'old')).toBe(outcome === 'kept')
      expect(await store.seenEvents.has('slack', 'new')).toBe(true)
    })

    test('forgets many old events in the course of a few later writes', async () => {
      await using store = await open()
      const keys = Array.from({ length: 450 }, (_, index) => `old-${index}`)
      await Promise.all(keys.map((event) => store.seenEvents.claim('slack', event, NOW)))
      for (const laterMs of [0, 100, 200]) await store.seenEvents.claim('slack', `${laterMs}`, NOW + 4 * DAY + laterMs)
      const left = await Promise.all(keys.map((event) => store.seenEvents.has('slack', event)))
      expect(left).not.toContain(true)
    })
  })

  describe('feedback', () => {
    test('lists verdicts with all but the person', async () => {
      await using store = await open()
      await store.feedback.record(aVerdict(), NOW)
      expect(await store.feedback.list()).toEqual([
        {
          platform: 'slack',
          workspace: 'T1',
          answerId: 'answer-1',
          verdict: 'up',
          intent: 'secretariat',
          status: 'answered',
          language: 'en',
          question: undefined,
          reason: undefined,
          createdAtMs: NOW,
          updatedAtMs: NOW,
        },
      ])
    })

    test('keeps what was asked, where it is told', async () => {
      await using store = await open()
      await store.feedback.record(aVerdict({ question: 'Who runs the secretariat?' }), NOW)
      expect(await store.feedback.list()).toMatchObject([{ question: 'Who runs the secretariat?' }])
    })

    test.for<[string, Partial<Verdict>, number]>([
      ['changes the verdict of the same person', {}, 1],
      ['adds that of another person', { person: 'U2' }, 2],
      ['adds that on another answer', { answerId: 'answer-2' }, 2],
      ['adds that in another workspace', { workspace: 'T2' }, 2],
      ['adds that on another platform', { platform: 'teams' }, 2],
    ])('a second verdict %s', async ([, changes, rows]) => {
      await using store = await open()
      await store.feedback.record(aVerdict({ verdict: 'up' }), NOW)
      await store.feedback.record(aVerdict({ verdict: 'down', ...changes }), NOW + 1)
      const entries = await store.feedback.list()
      expect(entries).toHaveLength(rows)
      expect(entries.at(-1)).toMatchObject({ verdict: 'down', updatedAtMs: NOW + 1 })
    })

    test('adds a reason to the verdict of that person only', async () => {
      await using store = await open()
      await store.feedback.record(aVerdict({ verdict: 'down' }), NOW)
      await store.feedback.record(aVerdict({ person: 'U2' }), NOW + 1)
      expect(await store.feedback.addReason(key, 'C’est l’ancien bureau 🙈', NOW + 2)).toBe(true)
      const entries = await store.feedback.list()
      expect(entries.map(({ reason }) => reason)).toEqual(['C’est l’ancien bureau 🙈', undefined])
    })

    test.for<[string, Partial<FeedbackKey>]>([
      ['person', { person: 'U2' }],
      ['answer', { answerId: 'answer-2' }],
      ['workspace', { workspace: 'T2' }],
      ['platform', { platform: 'teams' }],
    ])('adds no reason where the %s has no verdict', async ([, changes]) => {
      await using store = await open()
      await store.feedback.record(aVerdict(), NOW)
      expect(await store.feedback.addReason({ ...key, ...changes }, 'wrong', NOW)).toBe(false)
    })

    test('adds no reason to a good verdict', async () => {
      await using store = await open()
      await store.feedback.record(aVerdict({ verdict: 'up' }), NOW)
      expect(await store.feedback.addReason(key, 'wrong', NOW + 1)).toBe(false)
    })

    test.for<['up' | 'down', string | undefined, string]>([
      ['down', 'wrong', 'a second press of the same button says nothing new'],
      ['up', undefined, 'the reason was for the other verdict'],
    ])('after a reason for "down", "%s" leaves the reason %s: %s', async ([verdict, reason]) => {
      await using store = await open()
      await store.feedback.record(aVerdict({ verdict: 'down' }), NOW)
      await store.feedback.addReason(key, 'wrong', NOW)
      await store.feedback.record(aVerdict({ verdict }), NOW + 1)
      expect(await store.feedback.list()).toMatchObject([{ verdict, reason, createdAtMs: NOW }])
    })

    test('lists one workspace, oldest verdict first', async () => {
      await using store = await open()
      await store.feedback.record(aVerdict({ answerId: 'later' }), NOW + 1)
      await store.feedback.record(aVerdict({ answerId: 'earlier' }), NOW)
      await store.feedback.record(aVerdict({ workspace: 'T2' }), NOW)
      await store.feedback.record(aVerdict({ platform: 'teams' }), NOW)
      const entries = await store.feedback.list({ platform: 'slack', workspace: 'T1' })
      expect(entries.map(({ answerId }) => answerId)).toEqual(['earlier', 'later'])
    })

    test('refuses a verdict that is neither up nor down, and takes the others of the moment', async () => {
      await using store = await open()
      const outcomes = await Promise.allSettled([
        store.feedback.record(aVerdict({ person: 'U1' }), NOW),
        store.feedback.record(aVerdict({ person: 'U2', verdict: 'sideways' as 'up' }), NOW),
        store.feedback.record(aVerdict({ person: 'U3' }), NOW),
      ])
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect(await store.feedback.list()).toHaveLength(2)
    })
  })

  describe('kept answers', () => {
    const body = JSON.stringify({ lead: 'Le secrétariat est à Genève.' })

    test('gives an answer back to its own workspace only', async () => {
      await using store = await open()
      await store.keptAnswers.keep({ id: 'a', workspace: 'T1', body }, NOW)
      expect(await store.keptAnswers.find('a', 'T1')).toBe(body)
      expect(await store.keptAnswers.find('a', 'T2')).toBeUndefined()
      expect(await store.keptAnswers.find('b', 'T1')).toBeUndefined()
    })

    test('replaces an answer of the same workspace, never one of another', async () => {
      await using store = await open()
      await store.keptAnswers.keep({ id: 'a', workspace: 'T1', body: '1' }, NOW)
      await store.keptAnswers.keep({ id: 'a', workspace: 'T2', body: '2' }, NOW)
      await store.keptAnswers.keep({ id: 'a', workspace: 'T1', body: '3' }, NOW)
      expect(await store.keptAnswers.find('a', 'T1')).toBe('3')
      expect(await store.keptAnswers.find('a', 'T2')).toBe('2')
    })

    test.for([
      ['kept', 30 * DAY, 'thirty days are promised'],
      ['forgotten', 30 * DAY + 1, 'nothing is kept for longer than needed'],
    ] as const)('an answer is %s after %d ms: %s', async ([outcome, laterMs]) => {
      await using store = await open()
      await store.keptAnswers.keep({ id: 'old', workspace: 'T1', body }, NOW)
      await store.keptAnswers.keep({ id: 'new', workspace: 'T1', body }, NOW + laterMs)
      expect(await store.keptAnswers.find('old', 'T1')).toBe(outcome === 'kept' ? body : undefined)
    })
  })

  describe('references of conversations', () => {
    test('come back as they were kept', async () => {
      await using store = await open()
      expect(await store.references.keep(channel, NOW)).toBe(true)
      expect(await store.references.find(channel)).toEqual({ ...channel, unreachable: undefined })
    })

    test('are renewed by the latest, which is not a new one', async () => {
      await using store = await open()
      await store.references.keep(channel, NOW)
      expect(await store.references.keep({ ...channel, serviceUrl: 'https://smba.example/amer/' }, NOW + 1)).toBe(false)
      expect(await store.references.find(channel)).toMatchObject({ serviceUrl: 'https://smba.example/amer/' })
    })

    test('of another workspace, platform or conversation are others', async () => {
      await using store = await open()
      await store.references.keep(channel, NOW)
      for (const other of [{ workspace: 'tenant-2' }, { platform: 'slack' }, { conversationId: 'a:1' }] as const) {
        expect(await store.references.find({ ...channel, ...other })).toBeUndefined()
      }
    })

    test('say why they cannot be reached until they are renewed', async () => {
      await using store = await open()
      await store.references.keep(channel, NOW)
      await store.references.markUnreachable(channel, 'the app is blocked', NOW)
      expect(await store.references.find(channel)).toMatchObject({ unreachable: 'the app is blocked' })
      await store.references.keep(channel, NOW + 1)
      expect(await store.references.find(channel)).toMatchObject({ unreachable: undefined })
    })

    test('go one by one', async () => {
      await using store = await open()
      await store.references.keep(channel, NOW)
      await store.references.keep({ ...channel, conversationId: 'a:1', kind: 'personal' }, NOW)
      await store.references.remove(channel)
      expect((await store.references.list(channel)).map(({ conversationId }) => conversationId)).toEqual(['a:1'])
    })

    test('go with their team, whatever channel of it they are of', async () => {
      await using store = await open()
      const { teamId } = channel
      await store.references.keep(channel, NOW)
      await store.references.keep({ ...channel, conversationId: teamId ?? '', teamId: undefined }, NOW)
      await store.references.keep({ ...channel, conversationId: '19:other', teamId: '19:other' }, NOW)
      await store.references.keep({ ...channel, workspace: 'tenant-2' }, NOW)
      await store.references.removeTeam({ ...channel, teamId: teamId ?? '' })
      expect((await store.references.list(channel)).map(({ conversationId }) => conversationId)).toEqual(['19:other'])
      expect(await store.references.list({ ...channel, workspace: 'tenant-2' })).toHaveLength(1)
    })
  })

  describe('the time zone of a conversation', () => {
    test('comes back, and stays where a later reference does not tell it', async () => {
      await using store = await open()
      await store.references.keep({ ...channel, zone: 'Asia/Almaty' }, NOW)
      await store.references.keep(channel, NOW + 1)
      expect(await store.references.find(channel)).toMatchObject({ zone: 'Asia/Almaty' })
      await store.references.keep({ ...channel, zone: 'Europe/Paris' }, NOW + 2)
      expect(await store.references.find(channel)).toMatchObject({ zone: 'Europe/Paris' })
    })
  })

  describe('subscriptions', () => subscriptionConformance(open))
  describe('deliveries', () => deliveryConformance(open))
  describe('states of meetings', () => meetingStateConformance(open))
  describe('insights', () => insightConformance(open))

  describe('the probe', () => {
    test('says that something can be written, and after closing that nothing can', async () => {
      const store = await open()
      expect(await store.canWrite()).toBe(true)
      await store[Symbol.asyncDispose]()
      expect(await store.canWrite()).toBe(false)
    })
  })

  describe('closing', () => {
    test('makes durable what was asked for before, and refuses what comes after', async () => {
      const store = await open()
      const claim = store.seenEvents.claim('slack', 'Ev1', NOW)
      await store[Symbol.asyncDispose]()
      expect(await claim).toBe(true)
      await expect(store.seenEvents.claim('slack', 'Ev2', NOW)).rejects.toThrow('the store is closed')
    })

    test('may be done twice', async () => {
      const store = await open()
      await Promise.all([store[Symbol.asyncDispose](), store[Symbol.asyncDispose]()])
      await store[Symbol.asyncDispose]()
    })
  })
}
