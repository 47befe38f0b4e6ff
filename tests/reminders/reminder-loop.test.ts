import { describe, expect, test } from 'vitest'
import type { Event } from '../../src/knowledge/knowledge.ts'
import { currentCalendar } from '../../src/reminders/meeting-calendar.ts'
import { aSmallKnowledge } from '../intents/small-knowledge.ts'
import { place } from '../store/reminder-builders.ts'
import { aWorkshop, headlinesIn, ledgerOf, type RunningReminders, runningReminders } from './running-reminders.ts'

const tillDayBefore = { days: 8, hours: 5 }

/** At two in the afternoon in Zurich. */
function aMeetingOn(day: string, name: string): Event {
  return aWorkshop({ id: name.toLowerCase(), name, starts: day })
}

/** Reminded of the workshop, a day before it. */
async function reminded(): Promise<RunningReminders> {
  const run = await runningReminders(aWorkshop())
  await run.subscribe({ leads: ['P1D', 'PT1H'] })
  await run.begin()
  await run.pass(tillDayBefore)
  expect(headlinesIn(run)).toEqual(['Tomorrow: Workshop'])
  return run
}

describe('a reminder', () => {
  test('comes once, at its time and not before, in the words of that time', async () => {
    await using run = await runningReminders(aWorkshop())
    await run.subscribe({ leads: ['P1D', 'PT3H'] })
    await run.begin()
    await run.pass({ days: 8, hours: 4, minutes: 59 })
    expect(run.got).toEqual([])
    await run.pass({ minutes: 1 })
    await run.pass({ hours: 21 })
    await run.pass({ days: 3 })
    expect(run.got.map(({ at, text }) => [at.slice(0, 16), text])).toEqual([
      ['2027-03-09T13:00', 'Tomorrow: Workshop\nWednesday, 10 March 2027, 14:00 (Europe/Zurich, UTC+1)'],
      ['2027-03-10T10:00', 'In 3 hours: Workshop\nWednesday, 10 March 2027, 14:00 (Europe/Zurich, UTC+1)'],
    ])
    expect(run.failures).toEqual([])
  })

  test('comes once to a conversation in which the event, its process, its region and all meetings are subscribed to', async () => {
    await using run = await runningReminders(aWorkshop({ series: 'bali-process', region: 'asia' }))
    const targets = [
      { kind: 'event', id: 'workshop' },
      { kind: 'process', id: 'bali-process' },
      { kind: 'region', id: 'asia' },
      { kind: 'all', id: '' },
    ] as const
    for (const target of targets) await run.subscribe({ target, leads: ['P1D', 'PT1H'] })
    await run.begin()
    await run.pass(tillDayBefore)
    await run.pass({ hours: 23 })
    expect(headlinesIn(run)).toEqual(['Tomorrow: Workshop', 'In 1 hour: Workshop'])
  })

  test('comes once however many processes there are', async () => {
    await using run = await runningReminders(aWorkshop())
    await run.subscribe()
    for (let i = 0; i < 3; i += 1) await run.begin()
    await run.pass(tillDayBefore)
    await run.pass({ minutes: 20 })
    expect(headlinesIn(run)).toEqual(['Tomorrow: Workshop'])
  })

  test('comes after quiet hours', async () => {
    await using run = await runningReminders(aWorkshop())
    await run.subscribe({ quiet: { from: '12:00', to: '15:30' } })
    await run.begin()
    await run.pass({ ...tillDayBefore, minutes: 89 })
    expect(run.got).toEqual([])
    await run.pass({ minutes: 1 })
    expect(headlinesIn(run)).toEqual(['Tomorrow: Workshop'])
  })

  test('comes only once it is not snoozed any more', async () => {
    await using run = await runningReminders(aWorkshop())
    const { id } = await run.subscribe()
    const loop = await run.begin()
    await run.pass({ days: 8 })
    const snoozedUntilMs = Date.parse('2027-03-10T08:00:00Z')
    await run.store.subscriptions.change(id, { snoozedUntilMs })
    await loop.replan(place)
    await run.pass({ hours: 23 })
    expect(run.got).toEqual([])
    await run.pass({ hours: 1 })
    expect(headlinesIn(run)).toEqual(['In 5 hours: Workshop'])
  })

  test('does not come to a conversation in which nobody wants it any more, whether or not that was planned', async () => {
    await using run = await runningReminders(aWorkshop())
    const { id } = await run.subscribe()
    await run.begin()
    await run.pass({ days: 8 })
    await run.store.subscriptions.remove(id)
    await run.pass({ hours: 6 })
    expect(run.got).toEqual([])
    expect(await ledgerOf(run)).toEqual(['cancelled workshop|2027-03-10|P1D'])
  })

  test('is due anew after a start with other rules of time zones', async () => {
    await using run = await runningReminders(aWorkshop())
    const { id } = await run.subscribe()
    run.passStopped({ days: 8 })
    const dueAtMs = Date.parse('2027-03-09T12:00:00Z')
    const key = 'slack|T1|C1|workshop|2027-03-10|P1D'
    const asBefore = { key, ...place, meetingId: 'workshop', kind: 'reminder', lead: 'P1D', dueAtMs } as const
    const wanted = [{ ...asBefore, subscriptionIds: [id], expiresAtMs: dueAtMs + 24 * 3_600_000 }]
    await run.store.deliveries.plan(wanted, { conversations: [], kinds: [] }, dueAtMs)
    await run.begin()
    expect(await run.store.deliveries.find(key)).toMatchObject({ dueAtMs: Date.parse('2027-03-09T13:00:00Z') })
    await run.pass({ hours: 4, minutes: 30 })
    expect(run.got).toEqual([])
    await run.pass({ minutes: 30 })
    expect(headlinesIn(run)).toEqual(['Tomorrow: Workshop'])
  })
})

describe('a meeting that', () => {
  test('is moved within its day is told of at its new time, and not before', async () => {
    await using run = await runningReminders(aWorkshop())
    await run.subscribe({ leads: ['PT1H'] })
    await run.begin()
    await run.pass({ days: 9 })
    await run.learn(aWorkshop({ time: '16:00' }))
    await run.pass({ hours: 4, minutes: 30 })
    expect(run.got).toEqual([])
    await run.pass({ minutes: 90 })
    expect(headlinesIn(run)).toEqual(['In 1 hour: Workshop'])
  })

  test('is moved to another day before anybody was reminded is no news', async () => {
    await using run = await runningReminders(aWorkshop())
    await run.subscribe()
    await run.begin()
    await run.pass({ days: 8 })
    await run.learn(aWorkshop({ starts: '2027-03-11' }))
    await run.pass({ hours: 6 })
    expect(run.got).toEqual([])
    await run.pass({ days: 1 })
    expect(headlinesIn(run)).toEqual(['Tomorrow: Workshop'])
  })

  test('is moved to another day is told once to who was reminded, and reminded of again', async () => {
    await using run = await reminded()
    await run.begin()
    await run.learn(aWorkshop({ starts: '2027-03-17' }))
    await run.learn(aWorkshop({ starts: '2027-03-17' }), aMeetingOn('2027-05-05', 'Beta'))
    await run.pass({ minutes: 20 })
    await run.pass({ days: 7 })
    expect(headlinesIn(run)).toEqual(['Tomorrow: Workshop', 'Changed: Workshop', 'Tomorrow: Workshop'])
  })

  test('is moved is one piece of news also beside a process that knows only how it was', async () => {
    await using run = await reminded()
    const before = aSmallKnowledge({ entries: [aWorkshop()] })
    await run.begin({
      calendar: currentCalendar(
        () => before,
        () => run.clock.now(),
      ),
    })
    await run.learn(aWorkshop({ starts: '2027-03-17' }))
    for (let i = 0; i < 3; i += 1) await run.pass({ minutes: 15 })
    const news = (await ledgerOf(run)).filter((line) => line.endsWith('changed'))
    expect(news.map((line) => line.split(' ')[1])).toEqual(['workshop|2|changed'])
    expect(run.got.slice(1).every(({ text }) => text.includes('17 March'))).toBe(true)
  })

  test('is cancelled is told once to who was reminded, and not reminded of any more', async () => {
    await using run = await reminded()
    await run.learn(aWorkshop({ status: 'cancelled' }))
    await run.pass({ days: 3 })
    expect(headlinesIn(run)).toEqual(['Tomorrow: Workshop', 'Cancelled: Workshop'])
  })

  test('takes place after all is told too, and reminded of', async () => {
    await using run = await reminded()
    await run.learn(aWorkshop({ status: 'cancelled' }))
    await run.learn(aWorkshop())
    await run.pass({ hours: 23 })
    expect(headlinesIn(run)).toEqual([
      'Tomorrow: Workshop',
      'Cancelled: Workshop',
      'Changed: Workshop',
      'In 1 hour: Workshop',
    ])
  })

  test('changes in quiet hours is told after them', async () => {
    await using run = await runningReminders(aWorkshop())
    await run.subscribe({ quiet: { from: '18:00', to: '08:00' } })
    await run.begin()
    await run.pass({ ...tillDayBefore })
    await run.pass({ hours: 6 })
    await run.learn(aWorkshop({ status: 'cancelled' }))
    await run.pass({ hours: 11 })
    expect(headlinesIn(run)).toEqual(['Tomorrow: Workshop'])
    await run.pass({ hours: 1 })
    expect(headlinesIn(run)).toEqual(['Tomorrow: Workshop', 'Cancelled: Workshop'])
  })
})

describe('after a downtime of', () => {
  const meetings = [
    aMeetingOn('2027-03-02', 'Alpha'),
    aMeetingOn('2027-03-04', 'Beta'),
    aMeetingOn('2027-03-08', 'Gamma'),
    aMeetingOn('2027-04-01', 'Delta'),
  ]

  test.for<[string, Temporal.DurationLike, string[], string[]]>([
    [
      'an hour',
      { hours: 1 },
      ['Reminders of 2 meetings', 'Tomorrow: Alpha', 'In 7 days: Gamma'],
      ['alpha|2027-03-02|P1D', 'gamma|2027-03-08|P7D'],
    ],
    [
      'two days, in which one has begun',
      { days: 2, hours: 1 },
      ['Reminders of 2 meetings', 'Tomorrow: Beta', 'In 5 days: Gamma'],
      ['beta|2027-03-04|P1D', 'gamma|2027-03-08|P7D'],
    ],
    [
      'thirty days, in which the clocks have changed and all but one are over',
      { days: 30, hours: 1 },
      ['Tomorrow: Delta'],
      ['delta|2027-04-01|P1D'],
    ],
  ])('%s, what is late and of use comes in one message', async ([, downtime, expected, keys]) => {
    await using run = await runningReminders(...meetings)
    await run.subscribe({ leads: ['P7D', 'P1D'] })
    await run.begin()
    await run.pass({ hours: 4, minutes: 30 })
    await run.stop()
    run.passStopped(downtime)
    await run.begin()
    await run.pass({ minutes: 20 })
    expect(run.got).toHaveLength(1)
    expect(run.got[0]?.text.split('\n').filter((line) => /^(Reminders|Tomorrow|In )/.test(line))).toEqual(expected)
    expect(run.got[0]?.keys).toEqual(keys.map((key) => `slack|T1|C1|${key}`))
  })

  test('thirty days, only the last weekly digest comes', async () => {
    await using run = await runningReminders(...meetings)
    await run.subscribe({ kind: 'digest', weekday: 1, at: '10:00' })
    await run.begin()
    await run.stop()
    run.passStopped({ days: 30 })
    await run.begin()
    await run.pass({ minutes: 20 })
    expect(run.got.map(({ text, keys }) => [text.split('\n')[0], ...keys])).toEqual([
      ['Meetings to come', 'slack|T1|C1|digest|2027-03-29'],
    ])
  })

  test('half a day, a change that nobody saw is told with what is late', async () => {
    await using run = await reminded()
    await run.stop()
    run.passStopped({ hours: 12 })
    await run.learn(aWorkshop({ starts: '2027-03-12' }), aMeetingOn('2027-03-10', 'Beta'))
    await run.begin()
    await run.pass({ minutes: 20 })
    expect(run.got.slice(1).map(({ text }) => text.split('\n').filter((line) => line.includes(': ')))).toEqual([
      ['In 12 hours: Beta', 'Changed: Workshop'],
    ])
  })
})

describe('a platform that', () => {
  test('lets nothing through any more ends all reminders of the conversation, and who set them is told once', async () => {
    await using run = await runningReminders(aMeetingOn('2027-03-10', 'Alpha'), aMeetingOn('2027-03-10', 'Beta'))
    await run.subscribe({ leads: ['P1D', 'PT1H'], createdBy: 'U1', language: 'fr' })
    await run.subscribe({ target: { kind: 'event', id: 'beta' }, createdBy: 'U2' })
    await run.begin()
    await run.begin()
    await run.pass({ days: 8 })
    run.answers.push({ kind: 'gone', reason: 'channel_not_found' })
    await run.pass({ hours: 5 })
    await run.learn(aMeetingOn('2027-03-12', 'Alpha'), aMeetingOn('2027-03-12', 'Beta'))
    await run.pass({ days: 2 })
    expect(run.got).toHaveLength(1)
    expect(run.told.map(({ person, text }) => [person, text.slice(0, 12)]).sort()).toEqual([
      ['U1', 'Vos rappels '],
      ['U2', 'Your reminde'],
    ])
    expect(await run.store.references.find(place)).toMatchObject({ unreachable: 'channel_not_found' })
  })

  test('says when it takes messages again is left alone until then by all processes', async () => {
    await using run = await runningReminders(aMeetingOn('2027-03-10', 'Alpha'), aMeetingOn('2027-03-10', 'Beta'))
    await run.subscribe()
    await run.begin()
    await run.begin()
    await run.pass({ days: 8 })
    run.answers.push({ kind: 'refused', waitMs: 10 * 60_000, error: 'ratelimited' })
    await run.pass({ hours: 5 })
    await run.pass({ minutes: 9, seconds: 50 })
    expect(run.got).toHaveLength(1)
    await run.pass({ seconds: 10 })
    expect(headlinesIn(run).slice(1)).toEqual(['Reminders of 2 meetings'])
    expect(run.got[1]?.keys).toHaveLength(2)
  })

  test('takes a message a second gets no more than that, and a few at once after a rest', async () => {
    await using run = await runningReminders(aWorkshop())
    const conversations = Array.from({ length: 8 }, (_, i) => `C${i}`)
    for (const conversationId of conversations) await run.subscribe({ conversationId })
    await run.begin()
    await run.pass(tillDayBefore)
    expect(run.got.map(({ conversationId }) => conversationId).sort()).toEqual(conversations)
    const [first, last] = [run.got[0]?.at ?? '', run.got.at(-1)?.at ?? '']
    expect(Temporal.Instant.from(first).until(last).total('seconds')).toBeGreaterThanOrEqual(4)
  })

  test('does not confirm is asked what it has got, and gets the message again with a note', async () => {
    await using run = await runningReminders(aWorkshop())
    await run.subscribe()
    await run.begin()
    run.answers.push({ kind: 'unknown', error: 'connection lost' })
    await run.pass(tillDayBefore)
    await run.pass({ minutes: 2 })
    expect(run.got.map(({ text }) => text.includes('Sent again'))).toEqual([false, true])
  })
})

test('a plan that fails is told, and made again after a minute', async () => {
  await using run = await runningReminders(aWorkshop())
  await run.subscribe()
  const fault = new Error('the disk is full')
  let isBroken = true
  async function* all() {
    if (isBroken) throw fault
    yield* run.store.subscriptions.all()
  }
  const store = { ...run.store, subscriptions: { ...run.store.subscriptions, all } }
  run.passStopped({ days: 8 })
  const begun = run.begin({ store })
  await run.clock.passSleepOf(1000)
  expect(run.failures).toEqual([fault])
  isBroken = false
  await run.clock.passSleepOf(60_000)
  await begun
  expect(await ledgerOf(run)).toEqual(['pending workshop|2027-03-10|P1D'])
})
