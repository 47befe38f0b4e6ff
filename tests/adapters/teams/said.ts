import type { SaidMessage } from '../chat/chat-under-test.ts'
import type { SendAnswer } from './fake/deliver.ts'
import type { FakeConnector } from './fake/fake-connector.ts'
import { type Fields, textIn } from './fake/fields.ts'
import type { AcceptedActivity } from './fake/state/accepted-activities.ts'
import { buttonsIn, saidIn } from './shown-card.ts'

/** What stands to be read in Teams now: what all see, what one person sees, and what whoever pressed was told. */
export function saidBy(teams: FakeConnector, replies: readonly SendAnswer[]): SaidMessage[] {
  const messages = teams.shown().filter(({ body }) => body.type === 'message')
  const said = messages.map(asSaid)
  return [
    ...said.filter(({ isPrivate }) => !isPrivate),
    ...said.filter(({ isPrivate }) => isPrivate),
    ...replies.flatMap(toldBy),
  ]
}

function asSaid(message: AcceptedActivity): SaidMessage {
  const buttons = buttonsIn(message)
  return {
    id: message.activityId,
    text: saidIn(message),
    thread: message.conversationId,
    isPrivate: message.targeted,
    buttons: buttons.map(({ title }) => title),
    choices: buttons.filter(({ verb }) => verb === 'choose').map(({ title }) => title),
    canBeShared: buttons.some(({ verb }) => verb === 'share'),
  }
}

/** Teams shows a text to whoever pressed, for a moment. */
function toldBy({ body }: SendAnswer, index: number): SaidMessage[] {
  const { type, ...reply } = (body ?? {}) as Fields
  const text = type === 'application/vnd.microsoft.activity.message' ? textIn(reply, 'value') : undefined
  if (text === undefined) return []
  return [{ id: `told ${index}`, text, thread: '', isPrivate: true, buttons: [], choices: [], canBeShared: false }]
}
