import { describe, expect, test } from 'vitest'
import type { Meeting } from '../../src/calendar/meeting.ts'
import { digestMessage, nextDigest, wantedDigests } from '../../src/reminders/digest.ts'
import type { ReminderMessage } from '../../src/reminders/message.ts'
import type { KeptMeetingState } from '../../src/store/meeting-states.ts'
import type { Subscription } from '../../src/store/subscriptions.ts'
import { aSmallKnowledge } from '../intents/small-knowledge.ts'
import { aMeetingState, DAY } from '../store/reminder-builders.ts'
import { aMeeting, aSubscription, daysOnly } from './a-subscription.ts'

/** Monday, 8:00 in Zurich. */
const monday = Temporal.Instant.from('2027-03-08T07:00:00Z')
const nowMs = monday.epochMilliseconds

/** All meetings, each Monday at nine. */
function aDigest(changes: Partial<Subscription> = {}): Subscription {
  return aSubscription({
    kind: 'digest',
    target: { kind: 'all', id: '' },
    leads: [],
    weekday: 1,
    at: '09:00',
    ...changes,
  })
}

describe('weekly digests', () => {
  test.for<[string, string, Partial<Subscription>, string[], string]>([
    [
      '2027-03-06T08:00:00Z',
      'on a Saturday',
      {},
      ['2027-03-01', '2027-03-08'],
      'the last, if it was missed, and the next',
    ],
    ['2027-03-05T08:00:00Z', 'on a Friday', {}, ['2027-03-01'], 'the next is too far away'],
    ['2027-03-08T07:59:00Z', 'just before', {}, ['2027-03-01', '2027-03-08'], 'it comes today'],
    ['2027-03-08T08:00:00Z', 'at its time', {}, ['2027-03-08'], 'from now on it is the last'],
    [
      '2027-03-06T08:00:00Z',
      'when it was asked for after the last',
      { askedAtMs: Date.UTC(2027, 2, 2) },
      ['2027-03-08'],
      'nobody had wanted that',
    ],
    ['2027-03-06T08:00:00Z', 'when it was stopped', { isActive: false }, [], 'nobody wants it'],
    ['2027-03-06T08:00:00Z', 'of a reminder', { kind: 'reminder' }, [], 'that is no digest'],
  ])('at %s, %s, are planned as %o', ([now, , changes, expected]) => {
    const wanted = wantedDigests([aDigest(changes)], Temporal.Instant.from(now))
    expect(wanted.map(({ key }) => key.split('|').at(-1))).toEqual(expected)
  })

  test('come at the same time on the clocks also when these change', () => {
    const dues = ['2027-03-20T08:00:00Z', '2027-03-27T08:00:00Z'].map((now) => {
      const next = wantedDigests([aDigest()], Temporal.Instant.from(now)).at(-1)
      return Temporal.Instant.fromEpochMilliseconds(next?.dueAtMs ?? 0).toString()
    })
    expect(dues).toEqual(['2027-03-22T08:00:00Z', '2027-03-29T07:00:00Z'])
  })

  test('of a conversation on the same day are one', () => {
    const all = [
      aDigest({ id: 's2' }),
      aDigest({ id: 's1', target: { kind: 'process', id: 'bali-process' }, at: '10:00' }),
    ]
    expect(wantedDigests(all, monday).slice(-1)).toMatchObject([{ subscriptionIds: ['s1', 's2'] }])
  })

  test('wait for the end of quiet hours', () => {
    const [next] = wantedDigests([aDigest({ quiet: { from: '20:00', to: '09:30' } })], monday).slice(-1)
    expect((next?.nextAtMs ?? 0) - (next?.dueAtMs ?? 0)).toBe(30 * 60_000)
  })

  test.for([
    ['2027-03-08T07:00:00Z', '2027-03-08T09:00'],
    ['2027-03-08T08:00:00Z', '2027-03-15T09:00'],
    ['2027-03-10T08:00:00Z', '2027-03-15T09:00'],
  ] as const)('seen from %s come next on %s', ([now, expected]) => {
    const next = nextDigest(aDigest(), Temporal.Instant.from(now))
    expect(next.toPlainDateTime().toString({ smallestUnit: 'minute' })).toBe(expected)
  })
})

describe('a digest', () => {
  const lastWeek = nowMs - 7 * DAY

  function told(
    meetings: readonly Meeting[],
    states: readonly Partial<KeptMeetingState>[] = [],
    language: 'en' | 'fr' | 'es' = 'en',
  ): ReminderMessage {
    const kept = states.map((state) => ({ ...aMeetingState(state), seenAtMs: lastWeek - DAY, ...state }))
    const parts = { meetings, states: new Map(kept.map((one) => [one.meetingId, one])), sinceMs: lastWeek }
    const wording = { zone: 'Europe/Zurich', language, now: monday, knowledge: aSmallKnowledge({}) }
    return digestMessage({ ...parts, subscriptionIds: ['s1'] }, wording)
  }

  function many(count: number): Meeting[] {
    return Array.from({ length: count }, (_, i) =>
      aMeeting({ id: `m${i}`, title: { en: `Meeting ${i}`, fr: `Réunion ${i}`, es: `Reunión ${i}` } }),
    )
  }

  const since = { meetingId: 'workshop', seenAtMs: nowMs - DAY }

  test.for<[string, Partial<Meeting>, Partial<KeptMeetingState>, string[]]>([
    ['has been known for long', {}, { meetingId: 'workshop' }, ['Workshop']],
    ['has become known since the last one', {}, { ...since, revision: 1 }, ['New: Workshop']],
    ['has changed since the last one', {}, { ...since, revision: 2 }, ['Changed: Workshop']],
    ['was cancelled since', { status: 'cancelled' }, { ...since, revision: 2 }, ['Cancelled: Workshop']],
    ['was cancelled before', { status: 'cancelled' }, { meetingId: 'workshop', revision: 2 }, []],
    ['nobody has compared yet', {}, { meetingId: 'another' }, ['Workshop']],
    ['is over', { time: daysOnly('2027-03-05') }, { ...since, revision: 2 }, []],
    ['lasts until today', { time: daysOnly('2027-03-05', '2027-03-08') }, { meetingId: 'workshop' }, ['Workshop']],
  ])('tells of a meeting that %s', ([, meeting, state, expected]) => {
    expect(told([aMeeting(meeting)], [state]).parts.map(({ headline }) => headline)).toEqual(expected)
  })

  test('tells the news first, and how many meetings more there are than one can read', () => {
    const news = Array.from({ length: 10 }, (_, i) => ({ meetingId: `m${i + 10}`, seenAtMs: nowMs, revision: 2 }))
    const { parts, notes, headline } = told(many(30), news)
    expect(headline).toBe('Meetings to come')
    expect(parts.map(({ headline }) => headline.split(' ')[0])).toEqual([
      ...Array.from({ length: 8 }, () => 'Changed:'),
      ...Array.from({ length: 4 }, () => 'Meeting'),
    ])
    expect(notes).toEqual(['And 18 more.'])
  })

  test.for([
    ['en', 'And 1 more.', 'No meetings to come are known.'],
    ['fr', 'Et 1 autre.', 'Aucune réunion à venir n’est connue.'],
    ['es', 'Y 1 más.', 'No se conocen próximas reuniones.'],
  ] as const)('says in %s that there is one more, or none at all', ([language, more, none]) => {
    expect(told(many(13), [], language).notes).toEqual([more])
    expect(told([], [], language)).toMatchObject({ headline: none, parts: [], notes: [] })
  })
})
