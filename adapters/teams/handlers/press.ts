import type { Language } from '../../../src/knowledge/language.ts'
import { type Activity, type Origin, originOf } from '../connection/activity.ts'
import type { CardAction } from '../drawing/card-values.ts'
import { parseCardAction } from '../drawing/card-values.ts'
import { readerLanguage } from '../replies/place.ts'
import type { SentAnswer } from '../replies/sent-answers.ts'
import type { TeamsTools } from '../tools.ts'

/** A pressed button of one of our cards. */
export type Press = {
  readonly activity: Activity
  readonly origin: Origin
  readonly reader: Language
  /** Undefined for a button that we do not know. */
  readonly action: CardAction | undefined
  /** The message that the card is in, where Teams tells. */
  readonly messageId: string | undefined
  /** What that message answers; undefined where it answers nothing, or that is not kept any more. */
  readonly sent: SentAnswer | undefined
}

/** Reads what was pressed, and finds what it stands under. */
export async function readPress(
  activity: Activity,
  { verb, data }: { readonly verb: unknown; readonly data: unknown },
  { sent }: Pick<TeamsTools, 'sent'>,
): Promise<Press> {
  const origin = originOf(activity)
  const messageId = activity.replyToId ?? undefined
  const { tenant, conversationId } = origin
  return {
    activity,
    origin,
    reader: readerLanguage(activity) ?? 'en',
    action: parseCardAction(verb, data),
    messageId,
    sent: messageId === undefined ? undefined : await sent.find({ tenant, conversationId, messageId }),
  }
}

/** By which a press is told from others: a person, a message and what the button carries. */
export function pressKey({ origin, messageId, action }: Press): string {
  return JSON.stringify(['press', origin.conversationId, messageId, origin.user, action])
}
