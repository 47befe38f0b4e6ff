import { expect, test } from 'vitest'
import { botAccount } from './fake/activities/activity.ts'
import { mentionOf } from './fake/activities/mention.ts'
import { aDeletion, aMessage, anEdit } from './fake/activities/message.ts'
import type { FakeConnector } from './fake/fake-connector.ts'
import { aPerson } from './fake/state/people.ts'
import { topicsFocalPoint } from './own-topics.ts'
import { startAdapter } from './running-adapter.ts'
import { saidIn } from './shown-card.ts'

const badgeQuestion = 'I lost my badge'
const amina = mentionOf(aPerson('Amina Diallo'))
const namesake = mentionOf({ id: '28:another-bot', name: 'Focal Point' })

test.each([
  ['without a mention', badgeQuestion, []],
  ['that mention somebody else', `${amina.text} ${badgeQuestion}`, [amina]],
  ['that mention a bot of the same name', `${namesake.text} ${badgeQuestion}`, [namesake]],
  ['that only look like a mention', `<at>Focal Point</at> ${badgeQuestion}`, []],
  ['that name us', `Focal Point, ${badgeQuestion}`, []],
])(
  'messages %s are not answered where we read all of them, nor do they leave a trace',
  async (_what, text, mentions) => {
    await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
    const { teams, send, logged } = running
    const before = logged.length
    for (const place of ['channel', 'groupChat'] as const) {
      expect(await send(aMessage(teams, { text, mentions, place }))).toMatchObject({ status: 200 })
    }
    await running.adapter.stop(5000)
    expect(teams.messages).toEqual([])
    expect(logged.slice(before)).toEqual([])
  },
)

const aCard = { attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: {} }] }
const bot = { ...aPerson('A Bot'), id: '28:another-bot' }

test.each<[what: string, activity: (teams: FakeConnector) => object]>([
  ['an edited message', (teams) => anEdit(teams, '17', { text: badgeQuestion, place: 'channel' })],
  ['an edited message in person', (teams) => anEdit(teams, '17', { text: badgeQuestion, place: 'personal' })],
  ['a deleted message', (teams) => aDeletion(teams, '17', { place: 'channel' })],
  ['another bot', (teams) => aMessage(teams, { text: badgeQuestion, place: 'channel', from: bot })],
  ['a bot, by role', (teams) => fromRole(teams, 'bot')],
  ['nobody', (teams) => aMessage(teams, { text: badgeQuestion, place: 'personal', fields: { from: null } })],
  [
    'ourselves',
    (teams) => aMessage(teams, { text: badgeQuestion, place: 'personal', fields: { from: botAccount(teams) } }),
  ],
  ['a typing person', (teams) => ({ ...aMessage(teams, { place: 'personal' }), type: 'typing' })],
  ['a card that our search has put into the message', (teams) => aMessage(teams, { ...aCard, place: 'personal' })],
  ['an activity of a kind to come', (teams) => ({ ...aMessage(teams, { place: 'personal' }), type: 'constructor' })],
])('%s gets no answer', async (_what, activity) => {
  await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
  const { teams, send } = running
  expect(await send(activity(teams))).toMatchObject({ status: 200 })
  await running.adapter.stop(5000)
  expect(teams.messages).toEqual([])
  expect(running.logged.filter((line) => !line.includes('"level":"info"'))).toEqual([])
})

function fromRole(teams: FakeConnector, role: string): object {
  const from = { ...aPerson('Somebody'), role }
  return aMessage(teams, { text: badgeQuestion, place: 'personal', fields: { from } })
}

test('a person is answered who has the role of a user', async () => {
  await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
  await running.send(fromRole(running.teams, 'user'))
  expect(running.teams.messages.map(saidIn)).toEqual([expect.stringContaining('Pelican')])
})

test('what people write does not get into the log, nor who they are', async () => {
  await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
  const { teams, send } = running
  const asked = aMessage(teams, { text: 'I lost my wombat badge', place: 'channel', targeted: true })
  await send(asked)
  await send(asked)
  await running.adapter.stop(5000)
  expect(running.logged.join('')).toMatch(/teams activity/)
  expect(running.logged.join('')).not.toMatch(/wombat|Pelican|Ines|Moreau|29:/)
})
