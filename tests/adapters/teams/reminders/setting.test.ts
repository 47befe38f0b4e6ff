import { describe, expect, test } from 'vitest'
import { aPerson } from '../fake/state/people.ts'
import { GROUP_CHAT } from '../fake/state/teams.ts'
import { labelsIn } from '../pressing.ts'
import { cardIn, saidIn } from '../shown-card.ts'
import { channelOf, personalOf, remindersOf, say, startReminding, violationsIn } from './reminding.ts'

const command = 'remind me of the Kestrel Workshop 2 days before at 8:30'
const confirmed = /I will remind you of Kestrel Workshop: 2 days before, at 08:30\./
const next = /Next: \w+day, \d+ \w+ \d+, 08:30 \(Europe\/Zurich, UTC\+[12]\)/

describe.each([
  ['in person', { place: 'personal' }, { isPrivate: true }],
  // What is a person's own is not for all to press.
  ['by a mention', { place: 'channel' }, { isPrivate: false }],
  ['by a mention in a group chat', { place: 'groupChat' }, { isPrivate: false }],
  ['by a slash command', { place: 'channel', targeted: true }, { isPrivate: true }],
] as const)('a command %s', (_, said, { isPrivate }) => {
  test('sets a reminder for the person, and tells the local time and zone of when it comes', async () => {
    await using running = await startReminding()
    const message = await say(running, command, said)
    expect(saidIn(message)).toMatch(confirmed)
    expect(saidIn(message)).toMatch(next)
    expect(labelsIn(cardIn(message))).toEqual(isPrivate ? ['Snooze for 1 day', 'Change', 'Stop'] : [])
    expect(await remindersOf(running, personalOf(running))).toMatchObject([
      { target: { kind: 'event', id: 'kestrel-workshop' }, leads: ['P2D'], at: '08:30', zone: 'Europe/Zurich' },
    ])
    expect(await remindersOf(running, channelOf(running))).toEqual([])
    expect(violationsIn(running)).toEqual([])
  })

  test('reads it in the zone that Teams tells, and in French', async () => {
    await using running = await startReminding()
    const french = { ...said, locale: 'fr-CA', timezone: 'America/Montreal' }
    const message = await say(running, 'rappelle-moi le Kestrel Workshop 3 jours avant à 8h30', french)
    expect(saidIn(message)).toMatch(/Je vous ferai un rappel .*Kestrel Workshop.* 3 jours avant/)
    expect(saidIn(message)).toMatch(/08:30 \(America\/(?:Montreal|Toronto), UTC[-−][45]\)/)
    expect(labelsIn(cardIn(message))).toEqual(isPrivate ? ['Reporter d’un jour', 'Modifier', 'Arrêter'] : [])
  })
})

test('the personal conversation is opened where the person has never written, and kept with their time zone', async () => {
  await using running = await startReminding()
  await say(running, command, { place: 'channel' })
  expect(running.teams.calls.filter(({ path }) => path.endsWith('/v3/conversations'))).toHaveLength(1)
  expect(await running.store.references.find(personalOf(running))).toMatchObject({
    kind: 'personal',
    zone: 'Europe/Zurich',
    locale: 'en-US',
  })
})

test('where it cannot be opened, nothing is set and the reply says what to do', async () => {
  await using running = await startReminding()
  running.teams.fault({ area: 'connector', path: /\/v3\/conversations$/, status: 403, times: -1 })
  const message = await say(running, command, { place: 'channel' })
  expect(saidIn(message)).toMatch(/^I cannot write to you directly yet/)
  expect(await remindersOf(running, personalOf(running))).toEqual([])
})

test('a channel is reminded as a whole, outside of the thread in which that was asked', async () => {
  await using running = await startReminding()
  const message = await say(running, 'remind us of the Kestrel Workshop 1 week before', { place: 'channel' })
  expect(message.conversationId).toMatch(/;messageid=/)
  expect(saidIn(message)).toMatch(/^I will remind this conversation of Kestrel Workshop/)
  expect(await remindersOf(running, channelOf(running))).toMatchObject([{ leads: ['P7D'] }])
  expect(await running.store.references.find(channelOf(running))).toMatchObject({ kind: 'channel' })
})

test('a group chat is reminded as a whole', async () => {
  await using running = await startReminding()
  await say(running, 'remind us of the Kestrel Workshop 1 week before', { place: 'groupChat' })
  expect(await remindersOf(running, { ...channelOf(running), conversationId: GROUP_CHAT })).toHaveLength(1)
})

test('a slash command is answered to the person alone, even about a reminder for all', async () => {
  await using running = await startReminding()
  const asked = { place: 'channel', targeted: true } as const
  const message = await say(running, 'remind us of the Kestrel Workshop 1 week before', asked)
  expect(message.body).toMatchObject({ recipient: { isTargeted: true } })
  expect(await remindersOf(running, channelOf(running))).toHaveLength(1)
})

test('a channel by its name is not known in Teams, and the reply says where to ask', async () => {
  await using running = await startReminding()
  const message = await say(running, 'remind #processes of the Kestrel Workshop 1 day before')
  expect(saidIn(message)).toMatch(/^I cannot find that channel. Please ask for it in the channel itself/)
  expect(labelsIn(cardIn(message))).not.toContain('Stop')
  expect(await remindersOf(running, personalOf(running))).toEqual([])
})

test('what would have come before now is said not to come', async () => {
  await using running = await startReminding()
  const message = await say(running, 'remind me of the Kestrel Workshop 3 months before')
  expect(saidIn(message)).toMatch(/no reminder is left/)
})

test.each(['', 'Nowhere/Else', 'W. Europe Standard Time'])(
  'a zone that is called "%s" is told to be unknown',
  async (timezone) => {
    await using running = await startReminding()
    const fields = { localTimezone: timezone, entities: [] }
    const message = await say(running, command, { fields })
    expect(saidIn(message)).toMatch(/08:30 \(UTC/)
  },
)

test('neither feedback nor sharing is offered, and no source is named where there is none', async () => {
  await using running = await startReminding()
  const message = await say(running, command, { place: 'channel', targeted: true })
  expect(message.body).not.toHaveProperty('channelData.feedbackLoop')
  expect(labelsIn(cardIn(message)).join()).not.toMatch(/Share/)
  expect(saidIn(message)).not.toMatch(/Source|…/)
})

test('who wants what somebody else has set there already is told so', async () => {
  await using running = await startReminding()
  await say(running, 'remind us of the Kestrel Workshop 1 week before', { place: 'channel' })
  const other = { place: 'channel', from: aPerson('Tomás Rey') } as const
  const message = await say(running, 'remind us of the Kestrel Workshop 2 days before', other)
  expect(saidIn(message)).toMatch(/^Somebody else has set this here already/)
  expect(await remindersOf(running, channelOf(running))).toMatchObject([{ leads: ['P7D'] }])
})
