import { type Fields, objectIn, objectsIn, textIn } from '../fields.ts'
import { refused } from '../refusal.ts'
import type { ConnectorState } from '../state/connector-state.ts'
import { placeOf } from '../state/conversation-ids.ts'

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive'
const MESSAGE_ENTITY = 'https://schema.org/Message'

/** Refuses what Teams would not show, with the code it names. */
export function checkActivity(activity: Fields, bytes: number, { maxActivityBytes }: ConnectorState): void {
  if (bytes > maxActivityBytes) throw refused(413, 'MessageSizeTooBig', 'Message size too large.')
  if (textIn(activity, 'type') === undefined) throw bad('The activity has no type.')
  const messageEntities = objectsIn(activity, 'entities').filter(({ type }) => type === MESSAGE_ENTITY)
  if (messageEntities.length > 1) throw bad('The activity has more than one root message entity.')
  for (const attachment of objectsIn(activity, 'attachments')) checkAttachment(attachment)
}

/** A targeted message goes to a member of a conversation of several. */
export function checkTargetedCreate(conversationId: string, activity: Fields, { people }: ConnectorState): void {
  if (placeOf(conversationId) === 'personal')
    throw bad('Targeted messages are not supported in personal conversations.')
  const recipient = textIn(objectIn(activity, 'recipient'), 'id')
  if (recipient === undefined) throw bad('A targeted message needs a recipient.')
  if (!people.find(recipient)) throw refused(404, 'MemberNotFoundInConversation', 'The recipient is no member.')
}

/** For whom it is cannot be changed. */
export function checkTargetedUpdate(activity: Fields): void {
  if (activity.recipient !== undefined) throw bad('The update of a targeted message takes no recipient.')
}

function checkAttachment(attachment: Fields): void {
  const isCard = objectIn(attachment, 'content').type === 'AdaptiveCard'
  if (isCard && attachment.contentType !== ADAPTIVE_CARD) throw bad(`An adaptive card is of type ${ADAPTIVE_CARD}.`)
}

function bad(message: string) {
  return refused(400, 'BadSyntax', message)
}
