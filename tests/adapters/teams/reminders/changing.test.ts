import { describe, expect, test } from 'vitest'
import { notices } from '../../../../adapters/chat/wording.ts'
import { aReaction } from '../fake/activities/reaction.ts'
import { aPerson, INES } from '../fake/state/people.ts'
import { execute, labelsIn, told, ways } from '../pressing.ts'
import type { RunningAdapter } from '../running-adapter.ts'
import { buttonsIn, cardIn, saidIn } from '../shown-card.ts'
import {
  asShown,
  channelOf,
  fieldsIn,
  fill,
  lastOf,
  personalOf,
  remindersOf,
  say,
  startReminding,
  violationsIn,
} from './reminding.ts'

const kestrel = 'remind me of the Kestrel Workshop 1 week before'
const plover = 'remind me of the Plover Workshop 1 day before at 10:15'
const forAll = 'remind us of the Kestrel Workshop 1 week before'
const tomas = aPerson('Tomás Rey')

async function listed(running: RunningAdapter) {
  await say(running, kestrel)
  await say(running, plover)
  return await say(running, 'reminders')
}

describe.each(ways)('by %s', (_, press) => {
  test('a list is shown anew when one of it is stopped', async () => {
    await using running = await startReminding()
    const list = await listed(running)
    expect(saidIn(list)).toMatch(/^2 reminders\n1\. Kestrel Workshop: 1 week[\s\S]*Next: [\s\S]*\n2\. Plover Workshop/)
    await press(running, list, 'Stop')
    await running.teams.until(() => /^Stopped/.test(saidIn(asShown(running, list))), 'the list anew')
    expect(saidIn(asShown(running, list))).toMatch(/^Stopped: Kestrel Workshop.*\n1 reminder\n1\. Plover Workshop/s)
    expect(await remindersOf(running, personalOf(running))).toMatchObject([{ target: { id: 'plover-workshop' } }])
    expect(violationsIn(running)).toEqual([])
  })

  test('one that has just been set is snoozed, and its card says until when', async () => {
    await using running = await startReminding()
    const message = await say(running, kestrel)
    await press(running, message, 'Snooze for 1 day')
    await running.teams.until(() => /^Nothing comes before/.test(saidIn(asShown(running, message))), 'the card anew')
    expect(await remindersOf(running, personalOf(running))).toMatchObject([
      { snoozedUntilMs: running.clock.now().add({ hours: 24 }).epochMilliseconds },
    ])
  })

  test('one is changed in a form that begins with what it is, and the list is shown anew', async () => {
    await using running = await startReminding()
    await say(running, plover)
    const list = await say(running, 'reminders')
    await press(running, list, 'Change')
    await running.teams.until(() => /^Change reminder/.test(saidIn(asShown(running, list))), 'the form')
    const form = asShown(running, list)
    expect(fieldsIn(form)).toEqual({ leads: 'P1D', at: '10:15' })
    expect(violationsIn(running)).toEqual([])
    await fill(running, form, { leads: 'PT1H,P14D', at: '07:30' }, press)
    await running.teams.until(() => /^Changed/.test(saidIn(asShown(running, list))), 'the list anew')
    expect(saidIn(asShown(running, list))).toMatch(/^Changed: Plover Workshop: 2 weeks.* at 07:30.*\n1 reminder\n/)
    expect(await remindersOf(running, personalOf(running))).toMatchObject([{ leads: ['P14D', 'PT1H'], at: '07:30' }])
  })

  test('a form that is called off gives way to the list again', async () => {
    await using running = await startReminding()
    await say(running, plover)
    const list = await say(running, 'reminders')
    await press(running, list, 'Change')
    await running.teams.until(() => /^Change reminder/.test(saidIn(asShown(running, list))), 'the form')
    await press(running, asShown(running, list), 'Cancel')
    await running.teams.until(() => /^1 reminder/.test(saidIn(asShown(running, list))), 'the list')
    expect(await remindersOf(running, personalOf(running))).toMatchObject([{ leads: ['P1D'], at: '10:15' }])
  })
})

test.each([
  {
    locale: 'fr-FR',
    command: 'rappelle-moi le Plover Workshop 1 jour avant à 10h15',
    asked: 'rappels',
    list: /^1 rappel\n1\. Plover Workshop : 1 jour avant, à 10:15\nProchain : /,
    snooze: 'Reporter d’un jour',
    snoozed: /^Pas de rappel avant le .*\n1 rappel\n/,
    stop: 'Arrêter',
    stopped: /^Rappel arrêté : Plover Workshop/,
  },
  {
    locale: 'es-ES',
    command: 'recuérdame el Plover Workshop 1 día antes a las 10:15',
    asked: 'recordatorios',
    list: /^1 recordatorio\n1\. Plover Workshop: 1 día antes, a las 10:15\nPróximo: /,
    snooze: 'Posponer 1 día',
    snoozed: /^Sin recordatorios antes del .*\n1 recordatorio\n/,
    stop: 'Detener',
    stopped: /^Recordatorio detenido: Plover Workshop/,
  },
])('$asked are listed, snoozed and stopped in their language', async (its) => {
  await using running = await startReminding()
  await say(running, its.command, { locale: its.locale })
  const list = await say(running, its.asked, { locale: its.locale })
  expect(saidIn(list)).toMatch(its.list)
  await execute(running, list, its.snooze)
  await running.teams.until(() => its.snoozed.test(saidIn(asShown(running, list))), 'the list anew')
  await execute(running, asShown(running, list), its.stop)
  await running.teams.until(() => its.stopped.test(saidIn(asShown(running, list))), 'what was stopped')
  expect(await remindersOf(running, personalOf(running))).toEqual([])
  expect(violationsIn(running)).toEqual([])
})

test('a list that only one person sees in a channel also has their own of elsewhere, and stays theirs', async () => {
  await using running = await startReminding()
  await say(running, kestrel)
  const list = await say(running, 'reminders', { place: 'channel', targeted: true })
  await execute(running, list, 'Stop')
  await running.teams.until(() => /^Stopped/.test(saidIn(asShown(running, list))), 'the list anew')
  expect(running.teams.messages.at(-1)).toMatchObject({ kind: 'updated', targeted: true })
  expect(await remindersOf(running, personalOf(running))).toEqual([])
})

describe('what is set for a channel', () => {
  test('is changed by who set it, in a form that nobody else sees', async () => {
    await using running = await startReminding()
    const message = await say(running, forAll, { place: 'channel' })
    await execute(running, message, 'Change')
    const form = lastOf(running)
    expect(form.body).toMatchObject({ recipient: { id: INES.id, isTargeted: true } })
    expect(saidIn(asShown(running, message))).toMatch(/^I will remind this conversation/)
    await fill(running, form, { leads: 'P3D', at: '09:00' })
    expect(await remindersOf(running, channelOf(running))).toMatchObject([{ leads: ['P3D'], at: '09:00' }])
  })

  test.each(['Snooze for 1 day', 'Change', 'Stop'])(
    'is not changed by anybody else, who is told so: %s',
    async (label) => {
      await using running = await startReminding()
      const message = await say(running, forAll, { place: 'channel' })
      const before = await remindersOf(running, channelOf(running))
      const reply = await execute(running, message, label, { from: tomas })
      expect(reply).toMatchObject({ body: { type: 'application/vnd.microsoft.activity.message' } })
      expect(JSON.stringify(reply.body)).toMatch(/Only who set (?:it|a reminder)|can change/)
      expect(await remindersOf(running, channelOf(running))).toEqual(before)
      expect(saidIn(asShown(running, message))).toMatch(/^I will remind this conversation/)
    },
  )

  test('is listed for all of it, with buttons for who set it alone', async () => {
    await using running = await startReminding()
    await say(running, forAll, { place: 'channel' })
    const other = await say(running, 'reminders', { place: 'channel', from: tomas })
    expect(saidIn(other)).toMatch(/1\. Kestrel Workshop/)
    expect(labelsIn(cardIn(other))).toEqual([])
    const own = await say(running, 'reminders', { place: 'channel' })
    expect(labelsIn(cardIn(own))).toEqual(['Snooze for 1 day', 'Change', 'Stop'])
  })
})

test('a double click on "Change" shows one form', async () => {
  await using running = await startReminding()
  const message = await say(running, forAll, { place: 'channel' })
  await Promise.all([execute(running, message, 'Change'), execute(running, message, 'Change')])
  expect(running.teams.shown().filter((shown) => /^Change reminder/.test(saidIn(shown)))).toHaveLength(1)
})

test('a form without any time before is not taken, and says what is missing', async () => {
  await using running = await startReminding()
  await say(running, plover)
  const list = await say(running, 'reminders')
  await execute(running, list, 'Change')
  await running.teams.until(() => /^Change reminder/.test(saidIn(asShown(running, list))), 'the form')
  expect(await fill(running, asShown(running, list), { leads: '', at: '09:00' })).toMatchObject(
    told('Please pick at least one.'),
  )
  expect(await remindersOf(running, personalOf(running))).toMatchObject([{ leads: ['P1D'] }])
})

test.each([
  ['no duration', { leads: 'tomorrow', at: '09:00' }],
  ['a duration from the past', { leads: '-P1D', at: '09:00' }],
  ['no time of day', { leads: 'P1D', at: '25:00' }],
  ['thirty durations', { leads: Array.from({ length: 30 }, (_, i) => `P${i}D`).join(','), at: '09:00' }],
  ['something else beside', { leads: 'P1D', at: '09:00', evil: 'x' }],
])('a form with %s is none of ours', async (_, fields) => {
  await using running = await startReminding()
  await say(running, plover)
  const list = await say(running, 'reminders')
  const reminder = (await remindersOf(running, personalOf(running)))[0]?.id
  const pressed = { verb: 'save', data: { reminder, inList: true, language: 'en', ...fields } }
  expect(await execute(running, list, pressed)).toMatchObject(told(notices.unknownControl.en))
  expect(await remindersOf(running, personalOf(running))).toMatchObject([{ leads: ['P1D'], at: '10:15' }])
})

test('a reminder that is gone is told to be gone', async () => {
  await using running = await startReminding()
  const message = await say(running, kestrel)
  await say(running, 'stop all reminders')
  const reply = await execute(running, message, 'Snooze for 1 day')
  expect(JSON.stringify(reply.body)).toMatch(/no longer|gone|not there/)
})

test('a long list is read page by page', async () => {
  await using running = await startReminding()
  for (const what of [
    'Bali Process',
    'Colombo Process',
    'Almaty Process',
    'Rabat Process',
    'Khartoum Process',
    'MIDSA',
    'IGC',
  ]) {
    await say(running, `remind me 1 day before ${what} meetings`)
  }
  const list = await say(running, 'reminders')
  expect(labelsIn(cardIn(list))).toContain('More')
  await execute(running, list, 'More')
  await running.teams.until(() => /\n7\. /.test(saidIn(asShown(running, list))), 'the last page')
  expect(saidIn(asShown(running, list))).not.toMatch(/\n1\. /)
  expect(buttonsIn(asShown(running, list)).map(({ title }) => title)).toContain('Back')
  expect(violationsIn(running)).toEqual([])
})

test('a heart for what is said about reminders is no feedback on an answer', async () => {
  await using running = await startReminding()
  const { teams, send, store } = running
  const answer = await say(running, 'what is the Bali Process')
  const reply = await say(running, kestrel)
  for (const { activityId: to } of [reply, answer]) {
    await send(aReaction(teams, { place: 'personal', to, type: 'heart' }))
  }
  expect(await store.feedback.list()).toMatchObject([{ question: 'what is the Bali Process' }])
})
