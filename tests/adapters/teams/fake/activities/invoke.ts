import type { Fields } from '../fields.ts'
import { type Activity, type ActivitySource, anActivity, type Circumstances } from './activity.ts'

type Invoked = Circumstances & { readonly name: string; readonly value: unknown; readonly replyToId?: string }

/** Teams asks for something and shows what the answer says. */
export function anInvoke(fake: ActivitySource, about: Invoked): Activity {
  const { name, value, replyToId } = about
  return anActivity(fake, 'invoke', about, { name, value, ...(replyToId !== undefined && { replyToId }) })
}

type OnMessage = Circumstances & { readonly replyToId?: string }

/** Somebody presses an Action.Execute on a card. */
export function aCardAction(
  fake: ActivitySource,
  { verb, data = {}, ...about }: OnMessage & { readonly verb: string; readonly data?: Fields },
): Activity {
  const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' }
  return anInvoke(fake, { ...about, name: 'adaptiveCard/action', value })
}

type Searched = Circumstances & {
  /** Undefined when the search has just been opened. */
  readonly text?: string
  readonly commandId?: string
  readonly parameter?: string
  readonly skip?: number
}

/** Somebody searches from the box where messages are written. */
export function aSearch(fake: ActivitySource, searched: Searched): Activity {
  const { text, commandId = 'search', parameter = 'query', skip = 0, ...about } = searched
  const asked = text === undefined ? { name: 'initialRun', value: 'true' } : { name: parameter, value: text }
  const value = { commandId, parameters: [asked], queryOptions: { skip, count: 25 } }
  return anInvoke(fake, { ...about, name: 'composeExtension/query', value })
}

/** Somebody pastes the address of a page. */
export function aPastedLink(
  fake: ActivitySource,
  { url, ...about }: Circumstances & { readonly url: string },
): Activity {
  return anInvoke(fake, { ...about, name: 'composeExtension/queryLink', value: { url } })
}

type Judged = OnMessage & {
  readonly reaction: 'like' | 'dislike'
  /** The comment. Teams sends it as JSON; the playground of Microsoft as it is. */
  readonly comment?: string
  readonly plain?: boolean
}

/** Somebody has judged an answer with the thumbs below it. */
export function aJudgement(fake: ActivitySource, { reaction, comment = '', plain, ...about }: Judged): Activity {
  const feedback = plain ? comment : JSON.stringify({ feedbackText: comment })
  const value = { actionName: 'feedback', actionValue: { reaction, feedback } }
  return anInvoke(fake, { ...about, name: 'message/submitAction', value })
}

/** Somebody presses a thumb, and Teams asks for the form to show. */
export function aJudgementForm(
  fake: ActivitySource,
  { reaction, ...about }: Omit<Judged, 'comment' | 'plain'>,
): Activity {
  const value = { data: { actionName: 'feedback', actionValue: { reaction } } }
  return anInvoke(fake, { ...about, name: 'message/fetchTask', value })
}
