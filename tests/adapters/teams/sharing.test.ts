import { describe, expect, test } from 'vitest'
import { notices } from '../../../adapters/chat/wording.ts'
import { aJudgement } from './fake/activities/invoke.ts'
import { aMessage } from './fake/activities/message.ts'
import type { AcceptedActivity } from './fake/state/accepted-activities.ts'
import { aPerson } from './fake/state/people.ts'
import { clear, long, topicsFocalPoint, unclear } from './own-topics.ts'
import { execute, labelsIn, type Pressed, submit, told, ways } from './pressing.ts'
import { type RunningAdapter, startAdapter } from './running-adapter.ts'
import { saidIn } from './shown-card.ts'

const share = 'Share with everyone here'

async function start(): Promise<RunningAdapter> {
  return startAdapter({ focalPoint: topicsFocalPoint() })
}

/** Asks in private in a channel or a group chat, and gives the answer. */
async function askPrivately(
  { teams, send }: RunningAdapter,
  text = clear,
  place: 'channel' | 'groupChat' = 'channel',
): Promise<AcceptedActivity | undefined> {
  await send(aMessage(teams, { text, place, targeted: true }))
  return teams.messages.at(-1)
}

/** What everybody sees. */
function sharedIn({ teams }: RunningAdapter): readonly AcceptedActivity[] {
  return teams.shown().filter(({ targeted }) => !targeted)
}

function updated({ teams }: RunningAdapter, count = 1): Promise<void> {
  const updates = () => teams.calls.filter(({ method, status }) => method === 'PUT' && status !== undefined)
  return teams.until(() => updates().length >= count, `${count} updates`)
}

describe.each(ways)('by %s', (_, press) => {
  test.each(['channel', 'groupChat'] as const)(
    'a private answer is shared in the same place of a %s once, with who shared it and what was asked',
    async (place) => {
      await using running = await start()
      const answer = await askPrivately(running, clear, place)
      await Promise.all([press(running, answer, share), press(running, answer, share)])
      await press(running, answer, share)
      await updated(running)
      const [shared, ...others] = sharedIn(running)
      expect(others).toEqual([])
      expect(shared?.conversationId).toBe(answer?.conversationId)
      expect(saidIn(shared)).toContain(`Ines Moreau shared this answer to: ${clear}`)
      expect(saidIn(shared)).toContain('Toucan desk')
      expect(labelsIn(shared?.body)).not.toContain(share)
    },
  )

  test('the private answer loses its button', async () => {
    await using running = await start()
    const answer = await askPrivately(running)
    await press(running, answer, share)
    await updated(running)
    const [own] = running.teams.shown().filter(({ targeted }) => targeted)
    expect(own).toMatchObject({ activityId: answer?.activityId, kind: 'updated' })
    expect(labelsIn(own?.body)).not.toContain(share)
  })

  test('where sharing is refused whoever pressed is told, and may try again', async () => {
    await using running = await start()
    const { teams } = running
    const answer = await askPrivately(running)
    teams.fault({ method: 'POST', path: '/activities', status: 403 })
    const { body } = await press(running, answer, share)
    expect((body as { value?: unknown }).value ?? saidIn(teams.messages.at(-1))).toBe(notices.shareFailed.en)
    expect(sharedIn(running)).toEqual([])
    await press(running, answer, share)
    expect(sharedIn(running)).toHaveLength(1)
  })
})

test('the private answer loses its button on all of its pages, and the shared one has pages of its own', async () => {
  await using running = await start()
  const answer = await askPrivately(running, long)
  expect(labelsIn(answer?.body)).toEqual(['More', share])
  await execute(running, answer, share)
  await updated(running)
  await execute(running, running.teams.messages.at(-1), 'More')
  await updated(running, 2)
  const [shared] = sharedIn(running)
  await execute(running, shared, 'More', { from: aPerson('Tomás Rey') })
  await updated(running, 3)
  for (const message of running.teams.shown()) {
    expect(saidIn(message)).toContain('Page 2 of 4')
    expect(labelsIn(message.body)).toEqual(['Back', 'More'])
  }
  expect(saidIn(sharedIn(running)[0])).toContain('Ines Moreau shared')
})

test('what was picked in a private answer can be shared', async () => {
  await using running = await start()
  await execute(running, await askPrivately(running, unclear), 'Lost badges')
  await updated(running)
  await execute(running, running.teams.messages.at(-1), share)
  expect(sharedIn(running)).toHaveLength(1)
  expect(saidIn(sharedIn(running)[0])).toMatch(/shared this answer to: I lost my badge\n.*Pelican gate/)
})

test('a shared answer can be judged by everybody', async () => {
  await using running = await start()
  const { teams, send, store } = running
  await execute(running, await askPrivately(running), share)
  const [shared] = sharedIn(running)
  const thread = shared?.conversationId.split(';messageid=')[1]
  for (const from of [aPerson('Tomás Rey'), aPerson('Amina Diallo')]) {
    const on = { place: 'channel', thread, replyToId: shared?.activityId } as const
    await send(aJudgement(teams, { ...on, from, reaction: 'like' }))
  }
  expect(await store.feedback.list()).toMatchObject([{ verdict: 'up' }, { verdict: 'up' }])
})

test('what is answered for all to see, or to one person alone, has no button to share it', async () => {
  await using running = await start()
  const { teams, send } = running
  await send(aMessage(teams, { text: clear, place: 'channel' }))
  await send(aMessage(teams, { text: clear, place: 'personal' }))
  for (const { body } of teams.messages) expect(labelsIn(body)).toEqual([])
})

const made: readonly (readonly [what: string, button: Pressed, says: string])[] = [
  ['an answer that is not kept', { verb: 'share', data: { answerId: 'of-nobody' } }, notices.answerGone.en],
  ['no answer', { verb: 'share', data: {} }, notices.unknownControl.en],
  ['more than we write', { verb: 'share', data: { answerId: 'a', to: 'all' } }, notices.unknownControl.en],
]

test.each(made)('a button with %s shares nothing and says so', async (_, button, says) => {
  await using running = await start()
  const answer = await askPrivately(running)
  expect(await execute(running, answer, button)).toMatchObject(told(says))
  await submit(running, answer, button)
  expect(saidIn(running.teams.messages.at(-1))).toBe(says)
  expect(sharedIn(running)).toEqual([])
})

test('an answer that all see already cannot be shared by a made-up button', async () => {
  await using running = await start()
  const { teams, send } = running
  await send(aMessage(teams, { text: long, place: 'channel' }))
  const answerId = JSON.stringify(teams.messages[0]?.body).match(/"answerId":"([^"]+)"/)?.[1]
  await execute(running, teams.messages[0], { verb: 'share', data: { answerId } })
  expect(teams.messages).toHaveLength(1)
})
