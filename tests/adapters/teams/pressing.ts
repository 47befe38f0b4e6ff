import type { ExecuteAction } from '../../../adapters/teams/drawing/card-elements.ts'
import { elementsOf } from './drawing/an-answer.ts'
import type { Circumstances } from './fake/activities/activity.ts'
import { aCardAction } from './fake/activities/invoke.ts'
import { aMessage } from './fake/activities/message.ts'
import type { SendAnswer } from './fake/deliver.ts'
import type { Fields } from './fake/fields.ts'
import type { AcceptedActivity } from './fake/state/accepted-activities.ts'
import { placeOf, rootOf } from './fake/state/conversation-ids.ts'
import type { Person } from './fake/state/people.ts'
import type { RunningAdapter } from './running-adapter.ts'

/** What a press sends: a verb, and what the button carries. */
export type Pressed = { readonly verb: string; readonly data: Fields }

type By = { readonly from?: Person; readonly locale?: string }

/** Somebody presses a button of a message: the one with that label, or one that carries this. */
export type Press = (
  running: RunningAdapter,
  message: AcceptedActivity | undefined,
  button: string | Pressed,
  by?: By,
) => Promise<SendAnswer>

/** In a client that knows Action.Execute. */
export const execute: Press = ({ teams, send }, message, button, by) => {
  const { verb, data } = typeof button === 'string' ? buttonNamed(message?.body, button) : button
  const pressed = { verb, data: { ...data }, replyToId: message?.activityId }
  return send(aCardAction(teams, { ...circumstancesOf(message, by), ...pressed }))
}

/** In a client that does not: it sends a message with what stands in for the button. */
export const submit: Press = ({ teams, send }, message, button, by) => {
  const value =
    typeof button === 'string'
      ? buttonNamed(message?.body, button).fallback.data
      : { ...button.data, verb: button.verb }
  return send(aMessage(teams, { ...circumstancesOf(message, by), value, replyToId: message?.activityId }))
}

export const ways = [
  ['Action.Execute', execute],
  ['Action.Submit', submit],
] as const satisfies readonly (readonly [string, Press])[]

/** The labels of all buttons in what is shown. */
export function labelsIn(shown: unknown): string[] {
  return buttonsIn(shown).map(({ title }) => title)
}

/** What Teams shows for a moment to whoever pressed. */
export function told(text: string) {
  return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text } }
}

function buttonNamed(shown: unknown, label: string): ExecuteAction {
  const found = buttonsIn(shown).find(({ title }) => title === label)
  if (!found) throw new Error(`no button ${label} among ${labelsIn(shown).join(', ') || 'none at all'}`)
  return found
}

function buttonsIn(shown: unknown): ExecuteAction[] {
  return elementsOf(shown, 'Action.Execute') as unknown as ExecuteAction[]
}

/** Where the message stands. */
export function circumstancesOf(message: AcceptedActivity | undefined, by: By = {}): Circumstances {
  const conversationId = message?.conversationId ?? ''
  const place = placeOf(conversationId)
  if (!message || !place) throw new Error('there is no message to press a button of')
  if (place !== 'channel') return { place, chat: conversationId, ...by }
  const thread = conversationId.split(';messageid=')[1] ?? 'none'
  return { place, channel: rootOf(conversationId), thread, ...by }
}
