import { expect, test } from 'vitest'
import { commandFor } from '../../src/reminders/command-text.ts'
import { readReminderCommand } from '../../src/reminders/reminder-command.ts'
import { asking, direct, general, inChannel, now, someReminders } from './a-reminders.ts'

const councilAt = 'Tuesday, 16 November 2027, 10:00 (Europe/Zurich, UTC+1)'

test('says back what a reminder is of, and the day, time and zone at which it comes next', async () => {
  await using test = await someReminders()
  const reply = await test.reminders.handle('remind me of the Council 1 week before', asking())
  expect(reply).toMatchObject({
    kind: 'done',
    lead: 'I will remind you of IOM Council 2027: 1 week before.',
    facts: [`Next: ${councilAt}, for IOM Council 2027`],
  })
})

test.each([
  {
    text: 'rappelle-moi une semaine avant le Conseil de l’OIM',
    lead: 'Je vous ferai un rappel pour Conseil de l’OIM 2027 : 1 semaine avant.',
    next: 'Prochain : mardi 16 novembre 2027, 10:00 (Europe/Zurich, UTC+1), pour Conseil de l’OIM 2027',
  },
  {
    text: 'recuérdame una semana antes del Consejo de la OIM',
    lead: 'Le haré un recordatorio de Consejo de la OIM 2027: 1 semana antes.',
    next: 'Próximo: martes, 16 de noviembre de 2027, 10:00 (Europe/Zurich, UTC+1), para Consejo de la OIM 2027',
  },
])('replies to "$text" in its language', async ({ text, lead, next }) => {
  await using test = await someReminders()
  expect(await test.reminders.handle(text, asking())).toMatchObject({ lead, facts: [next] })
})

test('leaves what is no command to be answered as a question', async () => {
  await using test = await someReminders()
  expect(await test.reminders.handle('When is the next Bali meeting?', asking())).toBeUndefined()
})

test('reminds a channel where it is named, and the conversation where "us" is said', async () => {
  await using test = await someReminders()
  await test.reminders.handle('remind #general 1 day and 1 hour before IDM workshops at 09:00', asking())
  const said = await test.reminders.handle('remind us 2 days before MIDSA', inChannel())
  expect(said?.lead).toBe('I will remind this conversation of MIDSA: 2 days before.')
  const kept = await test.store.subscriptions.listOf(general)
  expect(kept.map(({ target, leads, at }) => [target.id, leads, at])).toEqual([
    ['idm', ['P1D', 'PT1H'], '09:00'],
    ['midsa', ['P2D'], undefined],
  ])
})

test('plans what is due soon at once', async () => {
  await using test = await someReminders()
  await test.reminders.handle('remind me 1 week before the Bali workshop of December 2026', asking())
  const [upcoming] = await test.store.deliveries.upcomingOf(direct, 5)
  // The workshop is at 15:00 in Springfield, of which the zone is not known: the day counts from nine in the morning.
  expect(upcoming).toMatchObject({ meetingId: 'bali-workshop-2026', lead: 'P7D' })
})

test.each([
  { text: 'remind me 1 day before the Foobar Process', kind: 'refused', because: 'nobody knows that name' },
  { text: 'remind me 1 day before the first IDM workshop of 2017', kind: 'refused', because: 'it is over' },
  { text: 'remind me 1 day before midsa-2027', kind: 'refused', because: 'it is cancelled' },
  { text: 'remind me 1 day before the Bali and Khartoum processes', kind: 'question', because: 'those are two' },
  { text: 'remind me 1 day before the Bali Process dinner', kind: 'question', because: 'a dinner is not known' },
  { text: 'remind me 1 day before', kind: 'question', because: 'no meeting is named' },
  { text: 'remind #random 1 day before MIDSA', kind: 'refused', because: 'there is no such channel' },
])('sets nothing for "$text": $because', async ({ text, kind }) => {
  await using test = await someReminders()
  expect(await test.reminders.handle(text, asking())).toMatchObject({ kind })
  const person = { platform: 'slack', workspace: 'T1', createdBy: 'U1' } as const
  expect(await test.store.subscriptions.listBy(person)).toEqual([])
})

test('offers what could be meant as commands that mean just that', async () => {
  await using test = await someReminders()
  const reply = await test.reminders.handle(
    'remind us 2 days before the Bali and Khartoum processes at 8:30',
    inChannel(),
  )
  expect(reply?.choices.map(({ label }) => label)).toEqual(['Bali Process', 'Khartoum Process'])
  await test.reminders.handle(reply?.choices[1]?.command ?? '', inChannel())
  expect(await test.store.subscriptions.listOf(general)).toMatchObject([
    { target: { kind: 'process', id: 'khartoum-process' }, leads: ['P2D'], at: '08:30' },
  ])
})

test('reminds of what was talked about where only the time is said', async () => {
  await using test = await someReminders(['council-2027'])
  const reply = await test.reminders.handle('remind me 1 week before it', asking())
  expect(reply?.lead).toBe('I will remind you of IOM Council 2027: 1 week before.')
})

test('offers what was talked about where not even the time is said', async () => {
  await using test = await someReminders(['council-2027'])
  const reply = await test.reminders.handle('remind me', asking())
  expect(reply).toMatchObject({ kind: 'question', choices: [{ label: 'IOM Council 2027' }] })
})

test('takes "never" for no wish, whatever was talked about', async () => {
  await using test = await someReminders(['council-2027'])
  expect(await test.reminders.handle('remind me never', asking())).toMatchObject({ kind: 'question', choices: [] })
})

test.each([
  { leads: ['P14D', 'P1D', 'PT1H30M'], at: '09:00' },
  { leads: ['P1M'], at: undefined },
  { leads: ['P1D', 'P0D'], at: '07:15' },
  { leads: ['PT15M'], at: undefined },
])('words $leads at $at so that the command is read as that', ({ leads, at }) => {
  const wanted = { kind: 'reminder', leads, at, weekday: undefined, place: { kind: 'me' } } as const
  const command = commandFor(wanted, { kind: 'event', id: 'idm-2017-workshop-2' })
  expect(readReminderCommand(command, { now, zone: 'UTC' })).toMatchObject({
    kind: 'set',
    targetText: 'idm-2017-workshop-2',
    leads,
    // The day itself has nine in the morning by default.
    at,
  })
})

test('replaces what was set before for the same meetings, and says so', async () => {
  await using test = await someReminders()
  await test.reminders.handle('remind me 1 week before the Council', asking())
  const reply = await test.reminders.handle('remind me 1 day before the Council', asking())
  expect(reply?.notes).toEqual(['This replaces what was set before: 1 week before.'])
  expect(await test.store.subscriptions.listOf(direct)).toMatchObject([{ leads: ['P1D'] }])
})

test('keeps a reminder for meetings of which none is known yet', async () => {
  await using test = await someReminders()
  const reply = await test.reminders.handle('remind me 1 week before Almaty Process meetings', asking())
  expect(reply?.facts).toEqual([
    'No meeting to come is known yet (Almaty Process). I will remind of it as soon as one is.',
  ])
})

test('tells in UTC, and says so, where the zone of the person is not known', async () => {
  await using test = await someReminders()
  const reply = await test.reminders.handle('remind me 1 week before the Council', asking({ zone: undefined }))
  expect(reply?.facts[0]).toContain('09:00 (UTC)')
  expect(reply?.notes).toEqual(['I do not know your time zone, so times are in UTC.'])
})

test('sets a weekly digest', async () => {
  await using test = await someReminders()
  const reply = await test.reminders.handle('every Monday at 9', asking())
  expect(reply).toMatchObject({
    lead: 'I will send you the meetings to come and what has changed, every Monday at 09:00: all meetings.',
    facts: ['Next: Monday, 7 December 2026, 09:00 (Europe/Zurich, UTC+1)'],
  })
})

test('lists what there is by number, with what comes next', async () => {
  await using test = await someReminders()
  await test.reminders.handle('remind me 1 week before the Council', asking())
  await test.reminders.handle('every Monday at 9', asking())
  const reply = await test.reminders.handle('reminders', asking())
  expect(reply?.facts).toEqual([
    `1. IOM Council 2027: 1 week before · Next: ${councilAt}, for IOM Council 2027`,
    '2. All meetings: every Monday at 09:00 · Next: Monday, 7 December 2026, 09:00 (Europe/Zurich, UTC+1)',
  ])
})

test('does not list in a channel what a person has set for themselves', async () => {
  await using test = await someReminders()
  await test.reminders.handle('remind me 1 week before the Council', asking())
  const reply = await test.reminders.handle('reminders', inChannel())
  expect(reply?.listed).toEqual([])
})

test('lists in private also what a person has set elsewhere', async () => {
  await using test = await someReminders()
  await test.reminders.handle('remind us 1 week before the Council', inChannel())
  const reply = await test.reminders.handle('reminders', asking())
  expect(reply?.listed).toMatchObject([{ number: 1, lines: ['in another conversation', expect.any(String)] }])
})

test('shows how the last delivery went, and why one failed', async () => {
  await using test = await someReminders()
  await test.reminders.handle('remind me 1 week before the Council', asking())
  const [kept] = await test.store.subscriptions.listOf(direct)
  const dueAtMs = now.epochMilliseconds - 60_000
  const wanted = { key: 'k1', ...direct, meetingId: 'council-2027', kind: 'reminder', lead: 'P7D' } as const
  const planned = { ...wanted, subscriptionIds: [kept?.id ?? ''], dueAtMs, expiresAtMs: dueAtMs + 3_600_000 }
  await test.store.deliveries.plan([planned], { conversations: [], kinds: [] }, now.epochMilliseconds)
  const [held] = await test.store.deliveries.claim(1, now.epochMilliseconds, 60_000)
  await test.store.deliveries.begin('k1', held?.leaseToken ?? '', now.epochMilliseconds)
  const failed = { kind: 'failed', error: 'is_archived' } as const
  await test.store.deliveries.finish('k1', held?.leaseToken ?? '', failed, now.epochMilliseconds)
  const reply = await test.reminders.handle('reminders', asking())
  expect(reply?.listed[0]?.lines).toContain(
    'Last failed Tuesday, 1 December 2026, 10:00 (Europe/Zurich, UTC+1) (is_archived)',
  )
})

test('stops by number, by name, and all', async () => {
  await using test = await someReminders()
  await test.reminders.handle('remind me 1 week before the Council', asking())
  await test.reminders.handle('remind me 1 week before MIDSA', asking())
  await test.reminders.handle('remind me 1 week before the Bali Process', asking())
  const byNumber = await test.reminders.handle('stop reminder 1', asking())
  expect(byNumber?.lead).toBe('Stopped: IOM Council 2027: 1 week before')
  const byName = await test.reminders.handle('stop the MIDSA reminders', asking())
  expect(byName?.lead).toBe('Stopped: MIDSA: 1 week before')
  await test.reminders.handle('stop all', asking())
  expect(await test.store.subscriptions.listOf(direct)).toEqual([])
})

test('lists what there is when a number stands for none', async () => {
  await using test = await someReminders()
  await test.reminders.handle('remind me 1 week before the Council', asking())
  const reply = await test.reminders.handle('stop reminder 7', asking())
  expect(reply).toMatchObject({ lead: 'There is no such reminder. These there are:', listed: [{ number: 1 }] })
})

test('withdraws what was planned when a reminder is stopped', async () => {
  await using test = await someReminders()
  await test.reminders.handle('remind me 1 week before the Bali workshop of December 2026', asking())
  await test.reminders.handle('stop all', asking())
  expect(await test.store.deliveries.upcomingOf(direct, 5)).toEqual([])
})

test('snoozes, and sends nothing before', async () => {
  await using test = await someReminders()
  await test.reminders.handle('remind me 1 week before the Bali workshop of December 2026', asking())
  const reply = await test.reminders.handle('snooze 1 for 3 days', asking())
  expect(reply?.lead).toContain('Nothing comes before Friday, 4 December 2026, 10:00 (Europe/Zurich, UTC+1)')
  const [upcoming] = await test.store.deliveries.upcomingOf(direct, 5)
  expect(Temporal.Instant.fromEpochMilliseconds(upcoming?.nextAtMs ?? 0).toString()).toBe('2026-12-04T09:00:00Z')
})

test('changes lead times and the time of day', async () => {
  await using test = await someReminders()
  await test.reminders.handle('remind me 1 week before the Council', asking())
  const reply = await test.reminders.handle('change reminder 1 to 3 days and 1 hour before at 10:00', asking())
  expect(reply?.lead).toBe('Changed: IOM Council 2027: 3 days before, at 10:00, and 1 hour before')
})

test('takes no time of day where no reminder comes days before', async () => {
  await using test = await someReminders()
  await test.reminders.handle('remind me 1 hour before the Council', asking())
  expect(await test.reminders.handle('change reminder 1 to 10:00', asking())).toMatchObject({ kind: 'refused' })
})

test('lets only who set a reminder change it, or who manages the channel', async () => {
  await using test = await someReminders()
  await test.reminders.handle('remind us 1 week before the Council', inChannel())
  const other = inChannel({ person: 'U2' })
  for (const text of [
    'stop reminder 1',
    'snooze 1 for 3 days',
    'change reminder 1 to 2 days before',
    'remind us 1 day before the Council',
  ]) {
    expect(await test.reminders.handle(text, other)).toMatchObject({ kind: 'refused' })
  }
  const manager = inChannel({ person: 'U3', isManager: async () => true })
  expect(await test.reminders.handle('stop reminder 1', manager)).toMatchObject({ kind: 'done' })
})

test('lets nobody of another workspace change a reminder by its id', async () => {
  await using test = await someReminders()
  await test.reminders.handle('remind me 1 week before the Council', asking())
  const [kept] = await test.store.subscriptions.listOf(direct)
  const elsewhere = asking({ workspace: 'T2' })
  expect(await test.reminders.change(kept?.id ?? '', { kind: 'stop' }, elsewhere)).toMatchObject({ kind: 'refused' })
})

test('keeps quiet hours for what a person has, and for what they set later', async () => {
  await using test = await someReminders()
  await test.reminders.handle('remind me 1 week before the Council', asking())
  await test.reminders.handle('quiet hours from 22:00 to 07:00', asking())
  await test.reminders.handle('remind me 1 week before MIDSA', asking())
  const quiet = { from: '22:00', to: '07:00' }
  expect(await test.store.subscriptions.listOf(direct)).toMatchObject([{ quiet }, { quiet }])
  await test.reminders.handle('quiet off', asking())
  expect((await test.store.subscriptions.listOf(direct)).map((one) => one.quiet)).toEqual([undefined, undefined])
})

test('tells a reminder again, and not after the meeting has begun', async () => {
  await using test = await someReminders()
  await test.reminders.handle('remind me 1 week before the Council', asking())
  const [kept] = await test.store.subscriptions.listOf(direct)
  const told = { meetingId: 'council-2027', subscriptionId: kept?.id ?? '' }
  const reply = await test.reminders.again({ ...told, for: 'PT1H' }, asking())
  expect(reply.lead).toBe(
    'I will remind again: Tuesday, 1 December 2026, 11:00 (Europe/Zurich, UTC+1), of IOM Council 2027',
  )
  expect(await test.store.deliveries.upcomingOf(direct, 5)).toMatchObject([{ lead: 'again' }])
  expect(await test.reminders.again({ ...told, for: 'P360D' }, asking())).toMatchObject({ kind: 'refused' })
})

test('ends all that a conversation gets when the app is removed there', async () => {
  await using test = await someReminders()
  await test.reminders.handle('remind us 1 week before the Council', inChannel())
  const owners = await test.reminders.leave(general, 'removed')
  expect(owners.map(({ person }) => person)).toEqual(['U1'])
  expect(await test.store.deliveries.upcomingOf(general, 5)).toEqual([])
})

test('sets no more than a hundred reminders for a conversation', async () => {
  await using test = await someReminders()
  for (let i = 0; i < 100; i++) {
    const target = { kind: 'series', id: `s${i}` } as const
    await test.reminders.set({ target, leads: ['P1D'], at: undefined, place: 'me' }, asking())
  }
  expect(await test.reminders.handle('remind me 1 week before the Council', asking())).toMatchObject({
    kind: 'refused',
  })
})
