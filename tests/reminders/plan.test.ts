import { expect, test } from 'vitest'
import type { Meeting } from '../../src/calendar/meeting.ts'
import { planning, wantedReminders } from '../../src/reminders/plan.ts'
import { targetedMeetings } from '../../src/reminders/targeted-meetings.ts'
import type { Subscription } from '../../src/store/subscriptions.ts'
import { pick as pickAt, seededRandom } from '../search/seeded-random.ts'
import { aMeeting, aSubscription, daysOnly } from './a-subscription.ts'

const dayBefore = Temporal.Instant.from('2027-03-09T08:00:00Z')

function plan(subscriptions: readonly Subscription[], meetings: readonly Meeting[] = [aMeeting()], now = dayBefore) {
  return wantedReminders(subscriptions, planning(targetedMeetings(meetings), now))
}

/** When each is due, and when it is sent if that is later. */
function times(subscriptions: readonly Subscription[], meetings?: readonly Meeting[], now?: Temporal.Instant) {
  return plan(subscriptions, meetings, now).map(({ lead, dueAtMs, nextAtMs = dueAtMs }) => {
    const [due, sent] = [dueAtMs, nextAtMs].map((ms) => Temporal.Instant.fromEpochMilliseconds(ms).toString())
    return due === sent ? [lead, due] : [lead, due, sent]
  })
}

test('plans what is due within two days, with a key that names place, meeting, day and lead', () => {
  expect(plan([aSubscription({ leads: ['P1D', 'PT1H'] })])).toMatchObject([
    { key: 'slack|T1|D1|workshop|2027-03-10|P1D', kind: 'reminder', subscriptionIds: ['s1'] },
    { key: 'slack|T1|D1|workshop|2027-03-10|PT1H' },
  ])
})

test.for<[string, Partial<Subscription>, Partial<Meeting>, number]>([
  ['a meeting of that name', {}, {}, 1],
  ['a meeting of that process', { target: { kind: 'process', id: 'bali-process' } }, {}, 1],
  ['a meeting of that series', { target: { kind: 'series', id: 'bali-process' } }, {}, 1],
  ['a meeting of that region', { target: { kind: 'region', id: 'asia' } }, {}, 1],
  ['any meeting', { target: { kind: 'all', id: '' } }, {}, 1],
  ['another meeting', { target: { kind: 'event', id: 'other' } }, {}, 0],
  ['a meeting of another process', { target: { kind: 'process', id: 'rabat-process' } }, {}, 0],
  ['an occurrence of what comes again', {}, { id: 'workshop@2027-03-10' }, 1],
  ['a meeting that is cancelled', {}, { status: 'cancelled' }, 0],
  ['a meeting of which only the day is known', {}, { time: daysOnly('2027-03-10') }, 1],
  ['a subscription that was stopped', { isActive: false }, {}, 0],
  ['a digest', { kind: 'digest' }, {}, 0],
])('of %s it plans what was asked for', ([, subscription, meeting, count]) => {
  expect(plan([aSubscription(subscription)], [aMeeting(meeting)])).toHaveLength(count)
})

test('reminds a conversation once, whatever of its subscriptions is about a meeting', () => {
  const all = [
    aSubscription({ id: 's1' }),
    aSubscription({ id: 's2', target: { kind: 'process', id: 'bali-process' } }),
    aSubscription({ id: 's3', target: { kind: 'all', id: '' }, zone: 'Asia/Tokyo', at: '09:00' }),
  ]
  expect(plan(all)).toMatchObject([{ subscriptionIds: ['s1', 's2', 's3'] }])
  expect(times(all)).toEqual([['P1D', '2027-03-09T00:00:00Z']])
})

test.for<[string, string, string[], string]>([
  ['2027-03-05T08:00:00Z', 'too early', [], 'two days ahead are enough'],
  ['2027-03-09T08:00:00Z', 'a day before', ['P1D', 'PT1H'], 'both come within two days'],
  ['2027-03-09T20:00:00Z', 'after the first', ['P1D', 'PT1H'], 'what was missed is sent late, once'],
  ['2027-03-10T12:30:00Z', 'after both', ['PT1H'], 'of what was missed only the latest is sent'],
  ['2027-03-10T13:00:00Z', 'when it begins', [], 'then it is too late'],
])('at %s, %s, it plans %o: %s', ([now, , leads]) => {
  const wanted = plan([aSubscription({ leads: ['P1D', 'PT1H'] })], [aMeeting()], Temporal.Instant.from(now))
  expect(wanted.map(({ lead }) => lead)).toEqual(leads)
})

test('sends nothing that was due before it was asked for', () => {
  const askedAtMs = Temporal.Instant.from('2027-03-09T15:00:00Z').epochMilliseconds
  const now = Temporal.Instant.from('2027-03-09T15:00:01Z')
  expect(times([aSubscription({ leads: ['P7D', 'P1D', 'PT1H'], askedAtMs })], [aMeeting()], now)).toEqual([
    ['PT1H', '2027-03-10T12:00:00Z'],
  ])
})

test.for<[string, Partial<Subscription>, string]>([
  ['in quiet hours', { quiet: { from: '12:00', to: '15:30' } }, '2027-03-09T14:30:00Z'],
  ['in quiet hours over midnight', { quiet: { from: '13:00', to: '07:00' } }, '2027-03-10T06:00:00Z'],
  ['snoozed', { snoozedUntilMs: Date.UTC(2027, 2, 9, 18) }, '2027-03-09T18:00:00Z'],
])('what is due %s is sent afterwards', ([, rules, sent]) => {
  expect(times([aSubscription(rules)])).toEqual([['P1D', '2027-03-09T13:00:00Z', sent]])
})

test.for<[string, Partial<Subscription>]>([
  ['outside of quiet hours', { quiet: { from: '22:00', to: '07:00' } }],
  ['in quiet hours that last until the meeting has begun', { quiet: { from: '12:00', to: '11:59' } }],
  ['snoozed for longer than it is of use', { snoozedUntilMs: Date.UTC(2027, 3, 1) }],
])('what is due %s is sent then', ([, rules]) => {
  const meeting = aMeeting({
    time: {
      precision: 'time',
      starts: '2027-03-10T10:00',
      ends: undefined,
      lastDay: '2027-03-10',
      zone: 'Europe/Zurich',
    },
  })
  expect(times([aSubscription({ ...rules, at: '12:30' })], [meeting])).toEqual([['P1D', '2027-03-09T11:30:00Z']])
})

test('keeps its key when a meeting is moved within its day, and makes a new one on another day', () => {
  const moved = (starts: string) =>
    aMeeting({
      time: { precision: 'time', starts, ends: undefined, lastDay: starts.slice(0, 10), zone: 'Europe/Zurich' },
    })
  const keys = ['2027-03-10T14:00', '2027-03-10T16:00', '2027-03-11T09:00'].map(
    (starts) => plan([aSubscription()], [moved(starts)])[0]?.key,
  )
  expect(new Set(keys).size).toBe(2)
  expect(keys[0]).toBe(keys[1])
})

test('plans for many as for each alone', () => {
  const random = seededRandom(7)
  const pick = <T>(all: readonly T[]): T => pickAt(all, random)
  const meetings = Array.from({ length: 60 }, (_, i) => {
    const day = Temporal.PlainDate.from('2027-02-20').add({ days: i }).toString()
    return aMeeting({ id: `m${i}`, eventId: `m${i}`, of: [pick(['a', 'b'])], time: daysOnly(day) })
  })
  const subscriptions = Array.from({ length: 40 }, (_, i) =>
    aSubscription({
      id: `s${i}`,
      target: pick([
        { kind: 'all', id: '' },
        { kind: 'process', id: 'a' },
      ] as const),
      leads: [pick(['P1M', 'P14D']), pick(['P1D', 'PT5H'])],
      zone: pick(['Asia/Tokyo', 'America/New_York', 'Pacific/Kiritimati']),
      at: pick(['07:00', undefined]),
    }),
  )
  const shared = planning(targetedMeetings(meetings), dayBefore)
  for (const subscription of subscriptions) {
    const everything = () => meetings.filter(({ of }) => subscription.target.kind === 'all' || of.includes('a'))
    expect(wantedReminders([subscription], shared)).toEqual(
      wantedReminders([subscription], planning(everything, dayBefore)),
    )
  }
})
