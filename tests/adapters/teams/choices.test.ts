import { describe, expect, test } from 'vitest'
import { notices } from '../../../adapters/chat/wording.ts'
import type { Question } from '../../../src/focal-point.ts'
import { focalPointOver, learn, ownFocalPoint } from '../own-focal-point.ts'
import { aMessage } from './fake/activities/message.ts'
import type { Where } from './fake/activities/where.ts'
import type { AcceptedActivity } from './fake/state/accepted-activities.ts'
import { aPerson } from './fake/state/people.ts'
import { knowing, topicsFocalPoint, unclear } from './own-topics.ts'
import { execute, type Press, type Pressed, submit, told, ways } from './pressing.ts'
import { type RunningAdapter, startAdapter } from './running-adapter.ts'
import { cardIn, saidIn } from './shown-card.ts'

const tomas = aPerson('Tomás Rey')

/** Asks what may mean two things, and gives the message that asks back. */
async function askBack(
  { teams, send }: RunningAdapter,
  about: Where & { readonly place: 'personal' | 'channel' | 'groupChat'; readonly targeted?: boolean },
): Promise<AcceptedActivity | undefined> {
  await send(aMessage(teams, { text: unclear, ...about }))
  return teams.messages.at(-1)
}

function updated({ teams }: RunningAdapter, count = 1): Promise<void> {
  const updates = () => teams.calls.filter(({ method, status }) => method === 'PUT' && status !== undefined)
  return teams.until(() => updates().length >= count, `${count} updates`)
}

describe.each(ways)('by %s', (_, press) => {
  test.each([
    ['the thread of a channel', 'channel'],
    ['a group chat', 'groupChat'],
    ['a personal chat', 'personal'],
  ] as const)('what is picked in %s takes the place of the question for everybody who sees it', async (_, place) => {
    await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
    const { teams } = running
    const question = await askBack(running, { place })
    expect((await press(running, question, 'Lost badges')).status).toBe(200)
    await updated(running)
    expect(teams.shown()).toMatchObject([{ kind: 'updated', activityId: question?.activityId, targeted: false }])
    expect(teams.shown()[0]?.conversationId).toBe(question?.conversationId)
    expect(saidIn(teams.shown()[0])).toContain('Pelican gate')
  })

  test('what is picked in a private answer takes its place for that person alone', async () => {
    await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
    const { teams } = running
    const question = await askBack(running, { place: 'channel', targeted: true })
    await press(running, question, 'Lost badges')
    await updated(running)
    const [update] = teams.calls.filter(({ method }) => method === 'PUT')
    expect(update).toMatchObject({ status: 200, query: { isTargetedActivity: 'true' } })
    expect(update?.body).not.toHaveProperty('recipient')
    expect(teams.shown()).toMatchObject([{ activityId: question?.activityId, targeted: true }])
    expect(saidIn(teams.shown()[0])).toContain('Pelican gate')
  })

  test('a suggestion is asked, and the conversation goes on with it', async () => {
    await using running = await startAdapter()
    const { teams, send } = running
    const thread = '1796000000001'
    await send(aMessage(teams, { text: 'who runs the secretariat?', place: 'channel', thread }))
    await press(running, teams.messages[0], 'Who runs the secretariat of the Almaty Process?', { from: tomas })
    await updated(running)
    expect(saidIn(teams.shown()[0])).toMatch(/Almaty Process: IOM serves as technical secretariat/)
    await send(aMessage(teams, { text: 'and when was it founded?', place: 'channel', thread }))
    expect(saidIn(teams.messages.at(-1))).toMatch(/do not give the founding date \(Almaty Process\)/)
  })

  test('pressed twice and by two people at once, one answer stands in the place of the question', async () => {
    await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
    const { teams } = running
    const question = await askBack(running, { place: 'channel' })
    const by = [{}, {}, { from: tomas }]
    await Promise.all(by.map((person) => press(running, question, 'Lost badges', person)))
    await updated(running, 3)
    expect(teams.shown()).toHaveLength(1)
    expect(saidIn(teams.shown()[0])).toContain('Pelican gate')
  })

  test('a button of before the knowledge changed is answered from what is known now', async () => {
    let focalPoint = topicsFocalPoint()
    const changing = { ...focalPoint, ask: (question: Question) => focalPoint.ask(question) }
    await using running = await startAdapter({ focalPoint: changing })
    const question = await askBack(running, { place: 'personal' })
    focalPoint = focalPointOver(learn(knowing('Cormorant')))
    await press(running, question, 'Lost badges')
    await updated(running)
    expect(saidIn(running.teams.shown()[0])).toContain('Cormorant gate')
  })

  test('while nothing can be answered the choice stays, to be made again', async () => {
    const own = topicsFocalPoint()
    let isAway = false
    const ask = (question: Question) => (isAway ? Promise.reject(new Error('away')) : own.ask(question))
    await using running = await startAdapter({ focalPoint: { ...own, ask } })
    const question = await askBack(running, { place: 'personal' })
    isAway = true
    const answer = await press(running, question, 'Lost badges')
    expect(toldBy(answer, running)).toBe(notices.unavailable.en)
    expect(running.teams.messages.filter(({ kind }) => kind === 'updated')).toEqual([])
    isAway = false
    await press(running, question, 'Lost badges')
    await updated(running)
    expect(saidIn(running.teams.shown()[0])).toContain('Pelican gate')
  })
})

test('whoever presses sees the new card at once, the same that the others get', async () => {
  await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
  const question = await askBack(running, { place: 'channel' })
  const { status, body } = await execute(running, question, 'Lost badges')
  await updated(running)
  const [shown] = running.teams.shown()
  const type = 'application/vnd.microsoft.card.adaptive'
  expect({ status, body }).toEqual({ status: 200, body: { statusCode: 200, type, value: shown && cardIn(shown) } })
})

test('the answer that is picked is worded in the language of the question, whoever picks it', async () => {
  await using running = await startAdapter({ focalPoint: ownFocalPoint() })
  const { teams, send } = running
  await send(aMessage(teams, { text: 'who runs the secretariat?', place: 'channel' }))
  await execute(running, teams.messages[0], 'Who runs the secretariat of the Almaty Process?', { locale: 'fr-FR' })
  await updated(running)
  expect(saidIn(teams.shown()[0])).toMatch(/IOM serves as technical secretariat/)
})

/** What the person who pressed is told: in the answer, or in a message of its own. */
function toldBy({ body }: { readonly body: unknown }, { teams }: RunningAdapter): unknown {
  return (body as { readonly value?: unknown }).value ?? saidIn(teams.messages.at(-1))
}

const data = { question: 'I lost my badge', language: 'en' }

/** Buttons that we do not draw today, and why there may be such. */
const unknownButtons: readonly (readonly [why: string, button: Pressed])[] = [
  ['of an older version, with other fields', { verb: 'choose', data: { q: 'I lost my badge' } }],
  ['of a newer version, with another verb', { verb: 'translate', data }],
  ['in a language that we do not speak', { verb: 'choose', data: { ...data, language: 'de' } }],
  ['without a question', { verb: 'choose', data: { ...data, question: '  ' } }],
  ['with more in it than we write', { verb: 'choose', data: { ...data, tenant: 'tenant-2' } }],
  ['named like what objects have of themselves', { verb: 'constructor', data: {} }],
]

describe.each(unknownButtons)('a button %s', (_, button) => {
  test('says that it is not known to whoever presses it, and changes nothing', async () => {
    await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
    const { teams } = running
    const question = await askBack(running, { place: 'channel' })
    expect(await execute(running, question, button)).toMatchObject(told(notices.unknownControl.en))
    expect(teams.messages).toHaveLength(1)
  })
})

test.each([
  ['en-GB', notices.unknownControl.en],
  ['fr-CA', notices.unknownControl.fr],
  ['es-ES', notices.unknownControl.es],
])('a client of %s without Action.Execute is told the same in a private message', async (locale, text) => {
  await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
  const question = await askBack(running, { place: 'channel' })
  await submit(running, question, { verb: 'translate', data }, { locale })
  expect(running.teams.messages).toHaveLength(2)
  expect(running.teams.messages[1]).toMatchObject({ targeted: true, conversationId: question?.conversationId })
  expect(saidIn(running.teams.messages[1])).toBe(text)
})

const lost: readonly (readonly [way: string, press: Press, says: string | undefined])[] = [
  ['Action.Execute', execute, undefined],
  ['Action.Submit', submit, notices.failed.en],
]

test.each(lost)('by %s a card that cannot be changed is no reason to say nothing', async (_, press, says) => {
  await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
  const { teams } = running
  const question = await askBack(running, { place: 'channel' })
  teams.fault({ method: 'PUT', status: 403, times: -1 })
  const { status, body } = await press(running, question, 'Lost badges')
  await updated(running)
  expect(status).toBe(200)
  if (says) expect(saidIn(teams.messages.at(-1))).toBe(says)
  else expect(JSON.stringify(body)).toContain('Pelican gate')
})
