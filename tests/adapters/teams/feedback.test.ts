import { describe, expect, test } from 'vitest'
import { aJudgement, aJudgementForm, anInvoke } from './fake/activities/invoke.ts'
import { aMessage } from './fake/activities/message.ts'
import { aReaction } from './fake/activities/reaction.ts'
import { aPerson } from './fake/state/people.ts'
import { clear, long, topicsFocalPoint, unclear } from './own-topics.ts'
import { execute } from './pressing.ts'
import { type RunningAdapter, startAdapter } from './running-adapter.ts'

const tomas = aPerson('Tomás Rey')
const thread = '1796000000001'
const inChannel = { place: 'channel', thread } as const
const inPerson = { place: 'personal' } as const

async function start(): Promise<RunningAdapter> {
  return startAdapter({ focalPoint: topicsFocalPoint() })
}

/** Asks in a thread, and gives where the answer is. */
async function ask({ teams, send }: RunningAdapter, text = clear, targeted = false) {
  await send(aMessage(teams, { text, ...inChannel, targeted }))
  return { ...inChannel, replyToId: teams.messages.at(-1)?.activityId }
}

/** What is stored of each verdict, without its times. */
async function storedIn({ store }: RunningAdapter): Promise<object[]> {
  const entries = await store.feedback.list()
  return entries.map(({ verdict, reason, question }) => ({ verdict, reason, question }))
}

describe('a thumb', () => {
  test.each([
    ['like', 'up'],
    ['dislike', 'down'],
  ] as const)('%s is stored with the question and the answer, and answered with nothing', async (reaction, verdict) => {
    await using running = await start()
    const { teams, send, store } = running
    const on = await ask(running)
    const { status, body } = await send(aJudgement(teams, { ...on, reaction }))
    expect({ status, body }).toEqual({ status: 200, body: {} })
    const about = { intent: 'topic:lunch', status: 'answered', language: 'en', question: clear }
    const where = { platform: 'teams', workspace: teams.tenant, answerId: expect.stringMatching(/^[\da-f-]{36}$/) }
    expect(await store.feedback.list()).toMatchObject([{ ...where, ...about, verdict, reason: undefined }])
    expect(teams.messages).toHaveLength(1)
  })

  test.each([
    ['JSON, as Teams sends it', { comment: '  The desk has moved.\n' }],
    ['plain text, as the playground does', { comment: '  The desk has moved.\n', plain: true }],
  ])('has its comment stored, out of %s', async (_, comment) => {
    await using running = await start()
    await running.send(aJudgement(running.teams, { ...(await ask(running)), reaction: 'dislike', ...comment }))
    expect(await storedIn(running)).toEqual([{ verdict: 'down', reason: 'The desk has moved.', question: clear }])
  })

  test.each([
    ['an empty comment', '{"feedbackText":""}', undefined],
    ['a comment of spaces', '{"feedbackText":"  "}', undefined],
    ['JSON without a comment', '{}', undefined],
    ['JSON with a comment that is null', '{"feedbackText":null}', undefined],
    ['no text at all', '', undefined],
    ['null', null, undefined],
    ['a number in plain text', '42', '42'],
    ['what begins like JSON', '{"feedbackText', '{"feedbackText'],
    ['a quotation', '"Wrong desk"', '"Wrong desk"'],
  ])('with %s is stored for what it is', async (_, feedback, reason) => {
    await using running = await start()
    const { teams, send } = running
    const value = { actionName: 'feedback', actionValue: { reaction: 'dislike', feedback } }
    const name = 'message/submitAction'
    const { status } = await send(anInvoke(teams, { ...(await ask(running)), name, value }))
    expect(status).toBe(200)
    expect(await storedIn(running)).toMatchObject([{ verdict: 'down', reason }])
  })

  test('has a very long comment cut', async () => {
    await using running = await start()
    const judgement = { ...(await ask(running)), reaction: 'dislike', comment: 'a'.repeat(50_000) } as const
    await running.send(aJudgement(running.teams, judgement))
    expect((await running.store.feedback.list())[0]?.reason).toHaveLength(2000)
  })

  test('without the message it is under is of the latest answer in that place', async () => {
    await using running = await start()
    const { teams, send } = running
    for (const text of [clear, 'I lost my badge']) await send(aMessage(teams, { ...inPerson, text }))
    await ask(running, 'I want a badge')
    await send(aJudgement(teams, { ...inPerson, reaction: 'like' }))
    expect(await storedIn(running)).toMatchObject([{ question: 'I lost my badge' }])
  })

  test('without the message is of nothing where nothing was answered', async () => {
    await using running = await start()
    await ask(running)
    const { status, body } = await running.send(aJudgement(running.teams, { ...inPerson, reaction: 'like' }))
    expect({ status, body }).toEqual({ status: 200, body: {} })
    expect(await storedIn(running)).toEqual([])
  })
})

test('a person may change their mind, which drops the comment; another person has a mind of their own', async () => {
  await using running = await start()
  const { teams, send } = running
  const on = await ask(running)
  await send(aJudgement(teams, { ...on, reaction: 'dislike', comment: 'Old.' }))
  await send(aReaction(teams, { ...inChannel, to: on.replyToId ?? '', type: 'heart' }))
  expect(await storedIn(running)).toMatchObject([{ verdict: 'up', reason: undefined }])
  await send(aJudgement(teams, { ...on, from: tomas, reaction: 'dislike' }))
  const verdicts = (await running.store.feedback.list()).map(({ verdict }) => verdict)
  expect(verdicts.sort()).toEqual(['down', 'up'])
})

test('the question is stored without what could tell who asked it', async () => {
  await using running = await start()
  const text = 'is there soup? call +41 22 717 91 11 or tomas.rey@desk.example, see https://desk.example/7'
  await running.send(aJudgement(running.teams, { ...(await ask(running, text)), reaction: 'like' }))
  expect(await storedIn(running)).toMatchObject([{ question: 'is there soup? call [number] or [email], see [link]' }])
})

test('the question of a private answer is stored too', async () => {
  await using running = await start()
  await running.send(aJudgement(running.teams, { ...(await ask(running, clear, true)), reaction: 'like' }))
  expect(await storedIn(running)).toEqual([{ verdict: 'up', reason: undefined, question: clear }])
})

test('what was picked is judged, no longer the question that stood there', async () => {
  await using running = await start()
  const { teams, send } = running
  const on = await ask(running, unclear)
  await execute(running, teams.messages[0], 'Lost badges')
  await teams.until(() => teams.calls.some(({ method, status }) => method === 'PUT' && status === 200), 'the update')
  await send(aJudgement(teams, { ...on, reaction: 'like' }))
  expect(await running.store.feedback.list()).toMatchObject([{ intent: 'topic:badge-lost' }])
})

test('all pages of an answer are one', async () => {
  await using running = await start()
  const { teams, send } = running
  const on = await ask(running, long)
  await send(aJudgement(teams, { ...on, reaction: 'like' }))
  await execute(running, teams.messages[0], 'More')
  await teams.until(() => teams.calls.some(({ method, status }) => method === 'PUT' && status === 200), 'the update')
  await send(aJudgement(teams, { ...on, reaction: 'dislike' }))
  expect(await storedIn(running)).toEqual([{ verdict: 'down', reason: undefined, question: long }])
})

test('answers of before a restart are judged', async () => {
  await using running = await start()
  const { teams, store } = running
  const on = await ask(running)
  await running.adapter.stop(5000)
  await using restarted = await startAdapter({ focalPoint: topicsFocalPoint(), store, beside: teams })
  await restarted.send(aJudgement(teams, { ...on, reaction: 'like' }))
  expect(await storedIn(restarted)).toMatchObject([{ question: clear }])
})

test.each([
  ['a message that is not ours', { ...inChannel, replyToId: '1700000000000' }],
  ['a message of another conversation', { place: 'groupChat' } as const],
])('feedback on %s is answered, and stored nowhere', async (_, elsewhere) => {
  await using running = await start()
  const on = { ...(await ask(running)), ...elsewhere }
  const { status, body } = await running.send(aJudgement(running.teams, { ...on, reaction: 'like' }))
  expect({ status, body }).toEqual({ status: 200, body: {} })
  expect(await storedIn(running)).toEqual([])
})

test('forms and submissions of others are not ours to answer', async () => {
  await using running = await start()
  const { teams, send } = running
  const on = await ask(running)
  expect((await send(aJudgementForm(teams, { ...on, reaction: 'like' }))).status).toBe(501)
  const name = 'message/submitAction'
  expect((await send(anInvoke(teams, { ...on, name, value: { actionName: 'translate' } }))).status).toBe(501)
  expect(await storedIn(running)).toEqual([])
})

test('feedback that cannot be stored is answered all the same', async () => {
  await using running = await start()
  const on = await ask(running)
  running.store.feedback.record = () => Promise.reject(new Error('disk full'))
  const { status, body } = await running.send(aJudgement(running.teams, { ...on, reaction: 'like' }))
  expect({ status, body }).toEqual({ status: 200, body: {} })
  expect(running.logged.join('')).toMatch(/teams activity failed/)
})
