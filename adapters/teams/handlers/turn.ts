import { within } from '../../clock.ts'
import { describeError } from '../../log.ts'
import type { Activity } from '../connection/activity.ts'
import type { Reply, Turn } from '../connection/teams-cloud-adapter.ts'
import type { TeamsTools } from '../tools.ts'
import { cardWait, executeCard } from './execute-card.ts'
import { noted, takeFeedback, takeReaction } from './feedback.ts'
import { takeConversationUpdate, takeInstallation } from './installation.ts'
import { answerMessage, concernsUs } from './message.ts'
import { linkAsItIs, search, searchWait, unfurl } from './search.ts'

/** Teams sends an activity again after 15 s without an answer, and an invoke fails before that. */
const turnMs = 9000

/** What can happen, and what is done then. Messages that are edited or deleted are let be. */
const events: Readonly<Record<string, (activity: Activity, tools: TeamsTools) => Promise<void>>> = {
  message: answerMessage,
  messageReaction: takeReaction,
  installationUpdate: takeInstallation,
  conversationUpdate: takeConversationUpdate,
}

type Invoke = {
  readonly handle: (activity: Activity, tools: TeamsTools) => Promise<Reply>
  /** What is answered when that takes too long or fails. */
  readonly otherwise: (activity: Activity, why: 'late' | 'failed') => Reply
}

/** What Teams asks for and waits for, by name. */
const invokes: Readonly<Record<string, Invoke>> = {
  'adaptiveCard/action': { handle: executeCard, otherwise: cardWait },
  'composeExtension/query': { handle: search, otherwise: searchWait },
  'composeExtension/queryLink': { handle: unfurl, otherwise: linkAsItIs },
  'message/submitAction': { handle: takeFeedback, otherwise: () => noted },
}

const notImplemented: Reply = { status: 501 }

/** Answers whatever Teams sends, within ten seconds; what takes longer goes on after that. Never rejects. */
export function createTurn(tools: TeamsTools): Turn {
  return async (activity) => {
    // What others tell each other leaves no trace, not even in the log.
    if (activity.type === 'message' && !concernsUs(activity)) return undefined
    if (activity.type !== 'invoke') {
      const handle = own(events, activity.type)
      if (handle) await inTime(activity, () => handle(activity, tools), tools)
      return undefined
    }
    const invoke = own(invokes, activity.name ?? '')
    if (!invoke) return notImplemented
    const done = await inTime(activity, () => invoke.handle(activity, tools), tools)
    return typeof done === 'string' ? invoke.otherwise(activity, done) : done
  }
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}

async function inTime<T>(
  activity: Activity,
  work: () => Promise<T>,
  tools: TeamsTools,
): Promise<T | 'late' | 'failed'> {
  const working = logged(activity, work, tools)
  tools.later(working)
  return (await within(turnMs, working, tools.clock)) ?? 'late'
}

/** One line for each activity. */
async function logged<T>(activity: Activity, work: () => Promise<T>, { log }: TeamsTools): Promise<T | 'failed'> {
  const started = performance.now()
  const fields = { type: activity.type, name: activity.name ?? undefined, activity_id: activity.id ?? undefined }
  try {
    const result = await work()
    log.info('teams activity', { ...fields, ms: Math.round(performance.now() - started) })
    return result
  } catch (error) {
    log.error('teams activity failed', { ...fields, ...describeError(error) })
    return 'failed'
  }
}
