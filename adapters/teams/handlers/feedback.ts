import { z } from 'zod'
import { reminderIntent } from '../../chat/reminder-answer.ts'
import { type Activity, originOf } from '../connection/activity.ts'
import type { Reply } from '../connection/teams-cloud-adapter.ts'
import { isFromPerson } from '../replies/place.ts'
import type { SentAnswer } from '../replies/sent-answers.ts'
import type { TeamsTools } from '../tools.ts'

const submitSchema = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({ reaction: z.enum(['like', 'dislike']), feedback: z.string().nullish() }),
})
const commentSchema = z.object({ feedbackText: z.string().nullish() })

/** What reactions to an answer say of it; of the others nobody can tell. */
const verdicts: Readonly<Record<string, 'up' | 'down'>> = { like: 'up', heart: 'up', sad: 'down', angry: 'down' }

/** Enough for what is wrong, whatever is pasted. */
const longestReason = 2000

/** What feedback is answered with; Teams thanks the person itself. */
export const noted: Reply = { status: 200, body: {} }

/** A thumb under an answer, with a comment perhaps: noted once per person, who may change it. */
export async function takeFeedback(activity: Activity, tools: TeamsTools): Promise<Reply> {
  const { data } = submitSchema.safeParse(activity.value)
  if (!data) return { status: 501 }
  const { reaction, feedback } = data.actionValue
  const verdict = reaction === 'like' ? 'up' : 'down'
  await note(activity, { verdict, reason: commentIn(feedback ?? '') }, tools)
  return noted
}

/** A reaction to an answer, which says the same in fewer words. */
export async function takeReaction(activity: Activity, tools: TeamsTools): Promise<void> {
  const types = (activity.reactionsAdded ?? []).map(({ type }) => type)
  const verdict = types.map((type) => (Object.hasOwn(verdicts, type) ? verdicts[type] : undefined)).find(Boolean)
  if (verdict) await note(activity, { verdict, reason: '' }, tools)
}

/** Teams wraps the comment in JSON, Microsoft's playground does not. */
function commentIn(feedback: string): string {
  try {
    const { data } = commentSchema.safeParse(JSON.parse(feedback))
    return (data ? (data.feedbackText ?? '') : feedback).trim()
  } catch (error) {
    if (error instanceof SyntaxError) return feedback.trim()
    throw error
  }
}

type Judgement = { readonly verdict: 'up' | 'down'; readonly reason: string }

async function note(activity: Activity, { verdict, reason }: Judgement, tools: TeamsTools): Promise<void> {
  const origin = originOf(activity)
  const sent = await judged(activity, tools)
  const isJudged = sent && sent.intent !== reminderIntent
  if (!isJudged || !isFromPerson(activity)) return tools.log.info('teams feedback on nothing that is kept')
  const { answerId, intent, status, language, question } = sent
  const key = { platform: 'teams', workspace: origin.tenant, answerId, person: origin.user } as const
  const nowMs = tools.clock.now().epochMilliseconds
  await tools.store.feedback.record({ ...key, verdict, intent, status, language, question }, nowMs)
  if (reason !== '') await tools.store.feedback.addReason(key, reason.slice(0, longestReason), nowMs)
}

/** The answer that is meant: the last one in that place where the client does not name the message. */
async function judged(activity: Activity, { sent }: TeamsTools): Promise<SentAnswer | undefined> {
  const { tenant, conversationId } = originOf(activity)
  const messageId = activity.replyToId
  if (!messageId) return sent.latest({ tenant, conversationId })
  return await sent.find({ tenant, conversationId, messageId })
}
