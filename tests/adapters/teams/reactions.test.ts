import { expect, test } from 'vitest'
import { aMessage } from './fake/activities/message.ts'
import { aReaction } from './fake/activities/reaction.ts'
import { clear, topicsFocalPoint } from './own-topics.ts'
import { type RunningAdapter, startAdapter } from './running-adapter.ts'

const where = { place: 'channel', thread: '1796000000001' } as const

/** Somebody reacts to the answer of a question in that order, or takes a reaction back. */
async function react(running: RunningAdapter, ...reactions: readonly { type: string; removed?: boolean }[]) {
  const { teams, send } = running
  await send(aMessage(teams, { ...where, text: clear }))
  const to = teams.messages.at(-1)?.activityId ?? ''
  for (const reaction of reactions) {
    expect((await send(aReaction(teams, { ...where, to, ...reaction }))).status).toBe(200)
  }
  return await running.store.feedback.list()
}

test.each([
  ['like', 'up'],
  ['heart', 'up'],
  ['sad', 'down'],
  ['angry', 'down'],
])('the reaction %s is stored like a thumb', async (type, verdict) => {
  await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
  expect(await react(running, { type })).toMatchObject([{ verdict, reason: undefined, question: clear }])
})

test.each(['laugh', 'surprised', '1f440_eyes', 'constructor'])('%s says nothing of an answer', async (type) => {
  await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
  expect(await react(running, { type })).toEqual([])
})

test('a reaction that is taken back changes nothing', async () => {
  await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
  expect(await react(running, { type: 'like' }, { type: 'like', removed: true })).toMatchObject([{ verdict: 'up' }])
})

test('of several reactions the last counts', async () => {
  await using running = await startAdapter({ focalPoint: topicsFocalPoint() })
  expect(await react(running, { type: 'like' }, { type: 'sad' })).toMatchObject([{ verdict: 'down' }])
})
