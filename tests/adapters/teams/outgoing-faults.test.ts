import { expect, test } from 'vitest'
import { notices } from '../../../adapters/chat/wording.ts'
import { aMessage } from './fake/activities/message.ts'
import type { Fault } from './fake/state/faults.ts'
import { clear, topicsFocalPoint } from './own-topics.ts'
import { type RunningAdapter, startAdapter } from './running-adapter.ts'
import { saidIn } from './shown-card.ts'

const answer = 'Write to the Toucan desk.'

type Row = {
  /** What goes wrong with calls of the connector, once unless told otherwise. */
  readonly fault: Fault
  /** Milliseconds that are waited before each further try; a limit gets some chance added. */
  readonly waits: readonly number[]
  /** How often the answer is posted. */
  readonly posts: number
  /** How many answers there are to see in the end. */
  readonly seen: number
  readonly isTold?: true
  readonly why: string
}

const allWaits = [500, 1000, 2000, 4000]
const limit = 1500
const never: Promise<unknown> = Promise.withResolvers().promise

const rows: readonly Row[] = [
  { fault: { status: 429, retryAfter: 3 }, waits: [3000], posts: 2, seen: 1, why: 'Teams says how long to wait' },
  { fault: { status: 429 }, waits: [limit], posts: 2, seen: 1, why: 'Teams gives no time, so it is ours' },
  { fault: { status: 429, times: 3 }, waits: [limit, limit, limit], posts: 4, seen: 1, why: 'a limit ends' },
  { fault: { status: 429, retryAfter: 60 }, waits: [60_000], posts: 2, seen: 1, why: 'a long limit ends as well' },
  {
    fault: { status: 429, retryAfter: 600 },
    waits: [],
    posts: 1,
    seen: 0,
    isTold: true,
    why: 'nobody waits ten minutes',
  },
  { fault: { status: 412 }, waits: [500], posts: 2, seen: 1, why: 'Teams wants it to be tried again' },
  { fault: { status: 500 }, waits: [500], posts: 2, seen: 1, why: 'Teams could not do it' },
  { fault: { status: 500, times: 3 }, waits: [500, 1000, 2000], posts: 4, seen: 1, why: 'Teams could not do it' },
  {
    fault: { status: 500, times: 5 },
    waits: allWaits,
    posts: 5,
    seen: 0,
    isTold: true,
    why: 'nothing is tried for ever',
  },
  { fault: { status: 503 }, waits: [500], posts: 2, seen: 1, why: 'Teams could not do it' },
  { fault: { status: 503, retryAfter: 30 }, waits: [30_000], posts: 2, seen: 1, why: 'Teams says how long to wait' },
  { fault: { status: 502 }, waits: [500], posts: 2, seen: 1, why: 'a gateway does not know, so once more' },
  { fault: { status: 502, times: 2 }, waits: [500], posts: 2, seen: 0, isTold: true, why: 'but only once more' },
  { fault: { status: 504 }, waits: [500], posts: 2, seen: 1, why: 'a gateway does not know, so once more' },
  { fault: { status: 504, times: 2 }, waits: [500], posts: 2, seen: 0, isTold: true, why: 'but only once more' },
  { fault: { drop: 'before' }, waits: [500], posts: 2, seen: 1, why: 'it may not have come, so once more' },
  { fault: { drop: 'before', times: 2 }, waits: [500], posts: 2, seen: 0, isTold: true, why: 'but only once more' },
  { fault: { drop: 'after' }, waits: [500], posts: 2, seen: 2, why: 'it had come: twice is better than never' },
  { fault: { hold: never }, waits: [500], posts: 2, seen: 1, why: 'nobody waits for ever' },
  { fault: { hold: never, times: 2 }, waits: [500], posts: 2, seen: 0, isTold: true, why: 'nor again and again' },
  { fault: { status: 403 }, waits: [], posts: 1, seen: 0, isTold: true, why: 'refused for good' },
  { fault: { status: 404 }, waits: [], posts: 1, seen: 0, isTold: true, why: 'refused for good' },
  { fault: { status: 400 }, waits: [], posts: 1, seen: 0, isTold: true, why: 'refused for good' },
  { fault: { status: 401 }, waits: [], posts: 2, seen: 1, why: 'a new token may do' },
  { fault: { status: 401, times: 2 }, waits: [], posts: 2, seen: 0, isTold: true, why: 'or may not' },
]

const titled = rows.map((row): [string, Row] => [
  `${JSON.stringify(row.fault)} posts it ${row.posts} times, ${row.seen} to be seen${row.isTold ? ', and says so' : ''}: ${row.why}`,
  row,
])

/** Calls get little time only where they are to run out of it. */
function start({ hold }: Fault = {}): Promise<RunningAdapter> {
  return startAdapter({ focalPoint: topicsFocalPoint(), callTimeoutMs: hold && 400 })
}

/** Asks, and lets the time pass that is waited between tries. */
async function askWaiting({ teams, send, clock, adapter }: RunningAdapter, waits: readonly number[]): Promise<void> {
  const asking = send(aMessage(teams, { text: clear, place: 'channel' }))
  for (const wait of waits) await clock.passSleepOf((ms) => ms >= wait && ms <= wait + 250)
  await asking
  await adapter.stop(5000)
}

function postedTo({ teams }: RunningAdapter) {
  const posts = teams.calls.filter(({ area, method }) => area === 'connector' && method === 'POST')
  return { answers: posts.filter(({ body }) => JSON.stringify(body).includes(answer)).length, all: posts.length }
}

test.each(titled)('an answer after %s', async (_, { fault, waits, posts, seen, isTold }) => {
  await using running = await start(fault)
  const { teams } = running
  teams.fault({ area: 'connector', ...fault })
  await askWaiting(running, waits)
  expect(postedTo(running)).toEqual({ answers: posts, all: posts + (isTold ? 1 : 0) })
  const said = teams.messages.map(saidIn)
  expect(said.filter((text) => text.includes(answer))).toHaveLength(seen)
  expect(said.filter((text) => text === notices.failed.en)).toHaveLength(isTold ? 1 : 0)
})

test('a limit holds for all answers to a conversation, which come in order, and for no other conversation', async () => {
  await using running = await start()
  const { teams, send, clock } = running
  teams.fault({ area: 'connector', status: 429, retryAfter: 30 })
  const first = aMessage(teams, { text: clear, place: 'groupChat' })
  const second = aMessage(teams, { text: clear, place: 'groupChat' })
  const asking = [send(first)]
  await teams.until(() => running.logged.some((line) => line.includes('"limited"')), 'the limit is met')
  asking.push(send(second))
  await send(aMessage(teams, { text: clear, place: 'personal' }))
  expect(teams.messages).toHaveLength(1)
  await clock.passSleepOf((ms) => ms >= 30_000)
  await teams.until(() => teams.messages.length === 2, 'the first is answered')
  await clock.passSleepOf((ms) => ms <= 150)
  await Promise.all(asking)
  await running.adapter.stop(5000)
  expect(teams.messages.slice(1).map(({ replyToId }) => replyToId)).toEqual([first.id, second.id])
})

test('ten questions at once in one chat are all answered, within what Teams allows', async () => {
  await using running = await startAdapter({ focalPoint: topicsFocalPoint(), teams: { rateLimits: true } })
  const { teams, send, clock } = running
  const asked = Array.from({ length: 10 }, () => aMessage(teams, { text: clear, place: 'groupChat' }))
  const asking = Promise.all(asked.map((activity) => send(activity)))
  await teams.until(() => postedTo(running).all === 10, 'all have been tried', 15_000)
  const answered = teams.until(() => teams.messages.length === 10, 'all are answered', 15_000)
  while (teams.messages.length < 10) await Promise.race([clock.passSleepOf((ms) => ms <= 3000), answered])
  await asking
  expect(teams.calls.filter(({ status }) => status === 429)).toHaveLength(3)
  expect(teams.messages.map(({ replyToId }) => replyToId).toSorted()).toEqual(asked.map(({ id }) => id).toSorted())
})
