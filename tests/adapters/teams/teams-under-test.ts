import type { AdaptiveCard } from '../../../adapters/teams/drawing/card-elements.ts'
import { teamsLimits } from '../../../adapters/teams/drawing/limits.ts'
import { messageBytes } from '../../../adapters/teams/drawing/message-bytes.ts'
import type { By, ChatDriver, ChatUnderTest, Circumstances, SaidMessage, Sent } from '../chat/chat-under-test.ts'
import { checkCard } from './drawing/card-check.ts'
import { type Activity, botAccount } from './fake/activities/activity.ts'
import { aJudgement } from './fake/activities/invoke.ts'
import { aMessage, type Said } from './fake/activities/message.ts'
import type { SendAnswer } from './fake/deliver.ts'
import type { FakeConnector } from './fake/fake-connector.ts'
import { type Fields, objectIn } from './fake/fields.ts'
import type { AcceptedActivity } from './fake/state/accepted-activities.ts'
import { aPerson } from './fake/state/people.ts'
import { MIGRATION_DESK, PROCESSES_CHANNEL } from './fake/state/teams.ts'
import { harmIn } from './harm.ts'
import { circumstancesOf, execute } from './pressing.ts'
import { type RunningAdapter, startAdapter } from './running-adapter.ts'
import { saidBy } from './said.ts'
import { cardIn } from './shown-card.ts'
import { unasked } from './unasked.ts'

/** Teams, as the contract of all chat adapters sees it. */
export const teamsDriver: ChatDriver = {
  start: async (circumstances) => teamsUnderTest(await start(circumstances)),
  unasked: Object.keys(unasked),
}

const tenant = '0f3a6c1e-55d2-4b70-8d6f-2c1b9e7a4d38'
const otherTenant = '7b1d2f60-91ce-4c3a-a5a4-1f0c5e2d9b77'

async function start(circumstances: Circumstances = {}): Promise<RunningAdapter> {
  const settings = { TEAMS_ALLOWED_TENANTS: `${tenant},${otherTenant}` }
  return await startAdapter({ ...circumstances, teams: { tenant }, settings })
}

function teamsUnderTest(running: RunningAdapter): ChatUnderTest {
  const { teams, store, clock, logged, adapter } = running
  /** What whoever pressed got to see. */
  const replies: SendAnswer[] = []
  const send = async (activity: Fields, { times = 1 }: By = {}): Promise<Sent> => {
    const results = await Promise.all(Array.from({ length: times }, () => running.send(activity)))
    const isTaken = results.every(({ status }) => status === 200)
    return { isTaken, thread: String(objectIn(activity, 'conversation').id), payload: activity }
  }
  return {
    store,
    clock,
    logged,
    secrets: [teams.appSecret, 'Bearer ', 'eyJ'],
    patienceMs: 10_000,
    askDirectly: (text, by) => send(aQuestion(teams, { text, place: 'personal' }, by), by),
    mention: (text, by) => send(aQuestion(teams, { text, ...inChannel(by) }, by), by),
    command: (text, by) => send(aQuestion(teams, { text, targeted: true, thread: 'none', ...inChannel(by) }, by), by),
    sayUnasked: (what, text) => send(unaskedCalled(what)(teams, text)),
    deliverAgain: ({ payload }) => send(addressedAnew(payload as Fields, teams)),
    press: async (message, label, by) => {
      replies.push(await execute(running, shownWith(message, teams), label, personIn(by)))
    },
    judge: async (message, verdict, by) => {
      await running.send(aVerdict(teams, shownWith(message, teams), verdict, by))
    },
    said: () => saidBy(teams, replies),
    until: (isReached, what) => teams.until(isReached, what),
    isSeenWorking: () => teams.messages.some(({ body }) => body.type === 'typing'),
    harm: () => harmIn([...teams.messages.map(({ body }) => body), ...replies.map(({ body }) => body)]),
    violations: () => [...teams.messages.flatMap(unfairIn), ...refusedBy(teams)],
    stop: () => adapter.stop(5000),
    [Symbol.asyncDispose]: () => running[Symbol.asyncDispose](),
  }
}

function aQuestion(teams: FakeConnector, said: Said, by: By = {}): Activity {
  const activity = aMessage(teams, { ...said, ...personIn(by) })
  return by.workspace === 'other' ? inTenant(otherTenant, activity) : activity
}

/** In tests there is another Teams after a restart. */
function addressedAnew(activity: Fields, teams: FakeConnector): Fields {
  return { ...activity, serviceUrl: teams.serviceUrl, recipient: botAccount(teams) }
}

function inTenant(id: string, activity: Activity): Activity {
  return {
    ...activity,
    conversation: { ...activity.conversation, tenantId: id },
    channelData: { ...objectIn(activity, 'channelData'), tenant: { id } },
  }
}

function personIn({ who = 'Ines Moreau', locale }: By = {}) {
  return { from: aPerson(who), ...(locale !== undefined && { locale }) }
}

function inChannel({ channel, below }: By = {}): Pick<Said, 'place' | 'channel' | 'thread'> {
  const thread = below?.thread.split(';messageid=')[1]
  const id = channel === 'other' ? MIGRATION_DESK.id : PROCESSES_CHANNEL
  return { place: 'channel', channel: id, ...(thread !== undefined && { thread }) }
}

function aVerdict(teams: FakeConnector, message: AcceptedActivity, verdict: 'up' | 'down', by?: By): Activity {
  const about = { ...circumstancesOf(message, personIn(by)), replyToId: message.activityId }
  return aJudgement(teams, { ...about, reaction: verdict === 'up' ? 'like' : 'dislike' })
}

function shownWith({ id }: SaidMessage, teams: FakeConnector): AcceptedActivity {
  const found = teams.shown().find(({ activityId }) => activityId === id)
  if (!found) throw new Error(`there is no message ${id}`)
  return found
}

function unaskedCalled(what: string) {
  const activity = unasked[what]
  if (!activity) throw new Error(`${what} is not among ${Object.keys(unasked).join(', ')}`)
  return activity
}

function unfairIn(message: AcceptedActivity): string[] {
  const bytes = messageBytes(message.body)
  const card = cardIn(message)
  const isCard = Object.keys(card).length > 0
  return [
    ...(isCard ? checkCard(card as unknown as AdaptiveCard) : []),
    ...(bytes > teamsLimits.messageBytes ? [`${bytes} bytes`] : []),
  ]
}

function refusedBy({ calls }: FakeConnector): string[] {
  const refused = calls.filter(({ status, fault }) => status !== undefined && status >= 400 && !fault)
  return refused.map(({ method, path, status }) => `${method} ${path}: ${status}`)
}
