import { expect, test } from 'vitest'
import { aMessage, type Said } from './fake/activities/message.ts'
import { aPerson } from './fake/state/people.ts'
import { GROUP_CHAT, PROCESSES_CHANNEL } from './fake/state/teams.ts'
import { execute } from './pressing.ts'
import { startAdapter } from './running-adapter.ts'
import { buttonsIn, cardIn, saidIn } from './shown-card.ts'

const question = 'Who runs the secretariat of the Almaty Process?'

const places = ['personal', 'channel', 'groupChat'] as const

test.each(places)(
  'a question in a %s is answered with one card, below the question and with its source',
  async (place) => {
    await using running = await startAdapter()
    const { teams, send } = running
    const asked = aMessage(teams, { text: question, place })
    expect(await send(asked)).toMatchObject({ status: 200 })
    await running.adapter.stop(5000)
    const to = { kind: 'replied', conversationId: asked.conversation.id, replyToId: asked.id, targeted: false }
    expect(teams.messages).toMatchObject([to])
    const [message] = teams.messages
    expect(message?.body.attachments).toHaveLength(1)
    expect(saidIn(message)).toMatch(/UNHCR.*\n.*\nSource: .*as of 2021/)
    expect(message && cardIn(message).fallbackText).toMatch(/UNHCR.*\nSource: .*as of 2021/)
  },
)

test('a question below a post of a channel is answered below that post', async () => {
  await using running = await startAdapter()
  const { teams, send } = running
  const post = aMessage(teams, { text: 'Good morning', place: 'channel', mentions: [] })
  await send(aMessage(teams, { text: question, place: 'channel', thread: post.id }))
  expect(teams.messages).toMatchObject([{ conversationId: `${PROCESSES_CHANNEL};messageid=${post.id}` }])
})

test('twenty people at once are each answered within a second', async () => {
  await using running = await startAdapter()
  const { teams, send } = running
  const people = Array.from({ length: 20 }, (_, i) => aPerson(`Person ${i}`))
  const asked = people.map((from, i) =>
    aMessage(teams, { text: question, place: i % 2 ? 'personal' : 'channel', from }),
  )
  await send(aMessage(teams, { text: question, place: 'groupChat' }))
  const started = performance.now()
  await Promise.all(asked.map((activity) => send(activity)))
  expect(performance.now() - started).toBeLessThan(1000)
  const answered = teams.messages.map(({ conversationId }) => conversationId)
  expect(answered.toSorted()).toEqual([GROUP_CHAT, ...asked.map(({ conversation }) => conversation.id)].toSorted())
})

const lena = aPerson('Lena Fischer')

test.each<[place: Said['place'], what: string, sameTalk: Partial<Said>, otherTalk: Partial<Said>]>([
  ['personal', 'what one person asks is not known to another', {}, { from: lena }],
  ['groupChat', 'what a group asks is not known in person', { from: lena }, { place: 'personal' }],
  ['channel', 'what a thread asks is not known in another', { from: lena, thread: '17' }, { thread: '18' }],
])('a question goes on with what a %s is about, and %s', async (place, _what, sameTalk, otherTalk) => {
  await using running = await startAdapter()
  const { teams, send } = running
  await send(aMessage(teams, { text: question, place, thread: '17' }))
  await send(aMessage(teams, { text: 'and of the Colombo Process?', place, ...sameTalk }))
  await send(aMessage(teams, { text: 'what is its scope?', place, thread: '17', ...otherTalk }))
  const [, goesOn, other] = teams.messages.map(saidIn)
  expect(goesOn).toMatch(/Colombo Process.*secretariat/s)
  expect(other).not.toMatch(/Colombo|Almaty/)
})

test.each([
  ['fr-FR', question, 'French', /assure le secrétariat/],
  ['fr-CA', question, 'French', /assure le secrétariat/],
  ['es-419', question, 'Spanish', /secretaría/],
  ['de-DE', question, 'English, as German is not carried', /serves as technical secretariat/],
  ['', question, 'English, as there is none', /serves as technical secretariat/],
  ['en-US', '¿Quién ejerce la secretaría del Proceso de Almaty?', 'the Spanish of the question', /secretaría/],
])('a person with the locale "%s" who asks "%s" is answered in %s', async (locale, text, _language, expected) => {
  await using running = await startAdapter()
  await running.send(aMessage(running.teams, { text, place: 'personal', locale }))
  expect(saidIn(running.teams.messages[0])).toMatch(expected)
})

test.each([
  ['who chairs the Rabat Process?', 'what is nearest', /do not give the chair/, /Rabat Process/],
  ['has the Atlantis Process a chair?', 'what there is', /hold nothing about “Atlantis Process”/, /./],
  ['zzqx vlorp', 'what there is', /do not know/, /./],
  ['What is the weather in Paris?', 'what there is', /do not know/, /./],
])(
  '"%s" is not known, which is said, and %s can be asked instead, and whom to ask',
  async (text, _what, said, offered) => {
    await using running = await startAdapter()
    await running.send(aMessage(running.teams, { text, place: 'channel' }))
    const [message] = running.teams.messages
    expect(saidIn(message)).toMatch(said)
    expect(saidIn(message)).toMatch(/(?:Source|Looked in).*as of \d{4}/)
    const choices = buttonsIn(message).filter(({ verb }) => verb === 'choose')
    expect(choices.map(({ data }) => data.question)).toContainEqual(expect.stringMatching(offered))
    await execute(running, message, 'Contact')
    expect(saidIn(running.teams.messages[1])).toMatch(/[\w.]+@[\w.]+/)
  },
)
