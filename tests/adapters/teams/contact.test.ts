import { describe, expect, test } from 'vitest'
import { notices } from '../../../adapters/chat/wording.ts'
import { words } from '../../../adapters/teams/drawing/wording.ts'
import { aMessage } from './fake/activities/message.ts'
import type { AcceptedActivity } from './fake/state/accepted-activities.ts'
import { aPerson } from './fake/state/people.ts'
import { clear, topicsFocalPoint } from './own-topics.ts'
import { execute, type Pressed, told, ways } from './pressing.ts'
import { type RunningAdapter, startAdapter } from './running-adapter.ts'
import { saidIn } from './shown-card.ts'

/** What a button for a contact carries: the question that tells it. */
const contact: Pressed = { verb: 'contact', data: { question: clear, language: 'en' } }

/** Asks something, and gives the answer. */
async function ask(running: RunningAdapter, targeted = false): Promise<AcceptedActivity | undefined> {
  const { teams, send } = running
  await send(aMessage(teams, { text: 'my badge is gone', place: 'channel', targeted }))
  return teams.messages.at(-1)
}

async function start(): Promise<RunningAdapter> {
  return startAdapter({ focalPoint: topicsFocalPoint() })
}

describe.each(ways)('by %s', (_, press) => {
  test('whom to write to is told in a message of its own, in the same thread, and the answer stays', async () => {
    await using running = await start()
    const answer = await ask(running)
    await press(running, answer, contact)
    const { messages } = running.teams
    expect(messages).toMatchObject([{}, { kind: 'replied', replyToId: answer?.activityId, targeted: false }])
    expect(messages[1]?.conversationId).toBe(answer?.conversationId)
    expect(saidIn(messages[1])).toContain('Toucan desk')
  })

  test('under a private answer it is told in private', async () => {
    await using running = await start()
    await press(running, await ask(running, true), contact)
    expect(running.teams.messages[1]).toMatchObject({ targeted: true })
    expect(saidIn(running.teams.messages[1])).toContain('Toucan desk')
  })

  test('pressed twice, at once or later, it is told once', async () => {
    await using running = await start()
    const answer = await ask(running)
    await Promise.all([press(running, answer, contact), press(running, answer, contact)])
    await press(running, answer, contact)
    expect(running.teams.messages).toHaveLength(2)
  })

  test('pressed again after a restart, it is told once', async () => {
    await using running = await start()
    const { teams, store } = running
    const answer = await ask(running)
    await press(running, answer, contact)
    await using restarted = await startAdapter({ focalPoint: topicsFocalPoint(), store, beside: teams })
    await press(restarted, answer, contact)
    expect(teams.messages).toHaveLength(2)
  })

  test('each person who presses gets it', async () => {
    await using running = await start()
    const answer = await ask(running)
    await press(running, answer, contact)
    await press(running, answer, contact, { from: aPerson('Tomás Rey') })
    expect(running.teams.messages).toHaveLength(3)
  })

  test('where it cannot be sent, it can be pressed again', async () => {
    await using running = await start()
    const { teams } = running
    const answer = await ask(running)
    teams.fault({ method: 'POST', path: '/activities/', status: 403 })
    const { body } = await press(running, answer, contact)
    const says = (body as { readonly value?: unknown }).value ?? saidIn(teams.messages.at(-1))
    expect(says).toBe(notices.failed.en)
    await press(running, answer, contact)
    expect(saidIn(teams.messages.at(-1))).toContain('Toucan desk')
  })
})

test('an answer of the shipped knowledge has a button for its contact', async () => {
  await using running = await startAdapter()
  const { teams, send } = running
  await send(aMessage(teams, { text: 'Where was the Bangkok consultation?', place: 'personal' }))
  await execute(running, teams.messages[0], 'Contact')
  expect(saidIn(teams.messages[1])).toMatch(/^Question: Whom do I write to .*\n.*Contact: mfa@mfasia.org/)
})

test('whoever pressed is shown that it is done', async () => {
  await using running = await start()
  expect(await execute(running, await ask(running), contact)).toMatchObject(told(words.done.en))
})

test('a press that fails for a reason of our own says so', async () => {
  await using running = await start()
  const { store } = running
  const answer = await ask(running)
  store.seenEvents.claim = () => Promise.reject(new Error('disk full'))
  expect(await execute(running, answer, contact)).toMatchObject(told(notices.failed.en))
})
