import { z } from 'zod'
import type { Language } from '../../../src/knowledge/language.ts'
import { notices } from '../../chat/wording.ts'
import { describeError } from '../../log.ts'
import type { Activity } from '../connection/activity.ts'
import type { Reply } from '../connection/teams-cloud-adapter.ts'
import { words } from '../drawing/wording.ts'
import { cardType } from '../replies/outgoing.ts'
import { isFromPerson, readerLanguage } from '../replies/place.ts'
import type { TeamsTools } from '../tools.ts'
import { act } from './act.ts'
import { type Outcome, replaceCard, wordsOf } from './outcome.ts'
import { type Press, readPress } from './press.ts'

const valueSchema = z.object({
  action: z.object({ verb: z.string().optional(), data: z.unknown().optional() }),
})

/** A pressed button (Action.Execute): Teams shows what the answer says, and our card is changed for everybody. */
export async function executeCard(activity: Activity, tools: TeamsTools): Promise<Reply> {
  const { data: value } = valueSchema.safeParse(activity.value)
  if (!value || !isFromPerson(activity)) return cardReply(400, 'application/vnd.microsoft.error', badRequest)
  const press = await readPress(activity, { verb: value.action.verb, data: value.action.data }, tools)
  const outcome = await act(press, tools)
  if (outcome.kind === 'replace') {
    tools.later(replaceForAll(outcome, press, tools))
    return cardReply(200, cardType, outcome.drawing.card)
  }
  return said(wordsOf(outcome) ?? words.done[press.reader])
}

const badRequest = { code: 'BadRequest', message: 'expected an Action.Execute of one of our cards' }

/** Whoever pressed sees the card anyway; that the others do not is no reason to fail. */
async function replaceForAll(
  outcome: Extract<Outcome, { readonly kind: 'replace' }>,
  press: Press,
  tools: TeamsTools,
): Promise<void> {
  try {
    await replaceCard(outcome, press, tools)
  } catch (error) {
    tools.log.warn('teams card not changed', describeError(error))
  }
}

/** What is said while the work goes on, or once it has failed. */
export function cardWait(activity: Activity, why: 'late' | 'failed'): Reply {
  const language: Language = readerLanguage(activity) ?? 'en'
  return said(notices[why === 'late' ? 'wait' : 'failed'][language])
}

/** Teams shows a text beside the card. An empty one may leave an empty bar there. */
function said(text: string): Reply {
  return cardReply(200, 'application/vnd.microsoft.activity.message', text)
}

/** The envelope of all replies to card actions (learn.microsoft.com, universal actions). */
function cardReply(statusCode: number, type: string, value: unknown): Reply {
  return { status: 200, body: { statusCode, type, value } }
}
