import { describe, expect, test } from 'vitest'
import { notices } from '../../../../adapters/chat/wording.ts'
import { GROUP_CHAT } from '../fake/state/teams.ts'
import { execute, labelsIn, told, ways } from '../pressing.ts'
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

const question = 'when is the Kestrel Workshop'

describe.each(ways)('by %s', (_, press) => {
  test('an answer about a meeting to come offers a reminder, asked for in a form below', async () => {
    await using running = await startReminding()
    const answer = await say(running, question)
    await press(running, answer, 'Remind me')
    await running.teams.until(() => /^Remind me/.test(saidIn(lastOf(running))), 'the form')
    const form = lastOf(running)
    expect(saidIn(form)).toMatch(/Kestrel Workshop/)
    expect(fieldsIn(form)).toEqual({ leads: 'P7D,P1D', at: '09:00' })
    await fill(running, form, { leads: 'P3D', at: '08:00' }, press)
    await running.teams.until(() => /^I will remind/.test(saidIn(asShown(running, form))), 'what was understood')
    expect(saidIn(asShown(running, form))).toMatch(
      /^I will remind you of Kestrel Workshop: 3 days before, at 08:00\.\n.*Next: \w+day, \d+ \w+ \d+, 08:00 \(Europe\/Zurich, UTC\+[12]\)/s,
    )
    expect(await remindersOf(running, personalOf(running))).toMatchObject([{ leads: ['P3D'], at: '08:00' }])
    expect(labelsIn(cardIn(asShown(running, answer)))).toContain('Remind me')
    expect(violationsIn(running)).toEqual([])
  })
})

describe.each([
  ['channel', channelOf],
  ['groupChat', (running: Parameters<typeof channelOf>[0]) => ({ ...channelOf(running), conversationId: GROUP_CHAT })],
] as const)('in a %s', (place, keyOf) => {
  test('only who pressed sees the form, and may have all there reminded', async () => {
    await using running = await startReminding()
    const answer = await say(running, question, { place })
    await execute(running, answer, 'Remind me')
    const form = lastOf(running)
    expect(form.body).toMatchObject({ recipient: { isTargeted: true } })
    expect(fieldsIn(form)).toEqual({ leads: 'P7D,P1D', at: '09:00', where: 'me' })
    await fill(running, form, { leads: 'P1D,P7D', at: '09:00', where: 'here' })
    await running.teams.until(() => /^I will remind/.test(saidIn(asShown(running, form))), 'what was understood')
    expect(running.teams.messages.at(-1)).toMatchObject({ kind: 'updated', targeted: true })
    expect(await remindersOf(running, keyOf(running))).toMatchObject([{ leads: ['P7D', 'P1D'], at: '09:00' }])
    expect(await remindersOf(running, personalOf(running))).toEqual([])
  })
})

test('where nothing can be shown to one person alone, the form comes in person, for the person alone', async () => {
  await using running = await startReminding()
  const answer = await say(running, question, { place: 'channel' })
  running.teams.fault({ area: 'connector', method: 'POST', path: /isTargetedActivity|19:/, status: 403, times: 1 })
  await execute(running, answer, 'Remind me')
  const form = lastOf(running)
  expect(form.conversationId).toBe(personalOf(running).conversationId)
  expect(fieldsIn(form)).toEqual({ leads: 'P7D,P1D', at: '09:00' })
})

test('a lead of hours takes no time of day', async () => {
  await using running = await startReminding()
  await execute(running, await say(running, question), 'Remind me')
  await fill(running, lastOf(running), { leads: 'PT1H', at: '09:00' })
  expect(await remindersOf(running, personalOf(running))).toMatchObject([{ leads: ['PT1H'] }])
  expect((await remindersOf(running, personalOf(running)))[0]?.at).toBeUndefined()
})

test.each([
  [
    'fr',
    'quand a lieu le Kestrel Workshop',
    'Me le rappeler',
    /^Me le rappeler\nKestrel Workshop\n[\s\S]*1 semaine avant/,
  ],
  ['es', '¿cuándo es el Kestrel Workshop?', 'Recordármelo', /^Recordármelo\nKestrel Workshop\n[\s\S]*1 semana antes/],
] as const)('the button and the form are in the language of the answer: %s', async (locale, text, label, expected) => {
  await using running = await startReminding()
  const answer = await say(running, text, { locale })
  await execute(running, answer, label)
  const form = lastOf(running)
  const choices = JSON.stringify(cardIn(form).body)
  expect(`${saidIn(form)}\n${choices}`).toMatch(expected)
  expect(violationsIn(running)).toEqual([])
})

test('an answer about something else offers none', async () => {
  await using running = await startReminding()
  expect(labelsIn(cardIn(await say(running, 'what is the Bali Process')))).not.toContain('Remind me')
})

test('a form for a meeting that is known no more sets nothing', async () => {
  await using running = await startReminding()
  await execute(running, await say(running, question), 'Remind me')
  const form = lastOf(running)
  const save = buttonsIn(form)[0]
  const pressed = { verb: 'set', data: { ...save?.data, meeting: 'long-gone', leads: 'P1D', at: '09:00' } }
  await execute(running, form, pressed)
  expect(await remindersOf(running, personalOf(running))).toEqual([])
})

test('an unknown field is none of ours', async () => {
  await using running = await startReminding()
  await execute(running, await say(running, question), 'Remind me')
  const reply = await fill(running, lastOf(running), { leads: 'P1D', at: '09:00', where: 'everywhere' })
  expect(reply).toMatchObject(told(notices.unknownControl.en))
})
