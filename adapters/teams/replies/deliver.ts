import type { Origin } from '../connection/activity.ts'
import { isRefusedWith } from '../connector/connector-failure.ts'
import type { Destination, Outgoing } from '../connector/teams-calls.ts'
import type { TeamsTools } from '../tools.ts'

/** A message, and what is sent in its place elsewhere. */
export type Deliverable = {
  readonly message: Outgoing
  /** Where Teams finds it too large. */
  readonly inWords: () => Outgoing
  /** In the personal conversation instead of among others, where that makes a difference. */
  readonly inPerson?: () => Outgoing
}

type To = {
  readonly origin: Origin
  /** The message that it answers. */
  readonly replyTo?: string | undefined
  /** Only the person who asked may see it. */
  readonly isPrivate?: boolean
}

/** Where a message went. Its id is undefined where Teams gave none. */
export type Delivered = {
  readonly conversationId: string
  readonly messageId: string | undefined
  /** Only one person sees it among others; one in a personal conversation is not. */
  readonly isPrivate: boolean
}

const tooLarge = 413
/** Private messages are not to be had in this place, or not for this person. */
const noPrivate = [400, 403, 404] as const
/**
 * Sends a message where its question came from. What should be private and cannot be among others goes into the personal
 * conversation.
 * @throws what sending throws
 */
export async function deliver(deliverable: Deliverable, to: To, tools: TeamsTools): Promise<Delivered> {
  const { origin, replyTo, isPrivate = false } = to
  const place: Destination = origin
  if (!isPrivate || origin.kind === 'personal') return await sendAnySize(deliverable, place, { replyTo }, tools)
  try {
    return await sendAnySize(deliverable, place, { replyTo, onlyFor: origin.user }, tools)
  } catch (error) {
    if (!isRefusedWith(error, ...noPrivate)) throw error
    const personal = await tools.calls.openPersonal(origin, origin.user)
    const message = deliverable.inPerson?.() ?? deliverable.message
    return await sendAnySize({ ...deliverable, message }, personal, {}, tools)
  }
}

type Sending = { readonly replyTo?: string | undefined; readonly onlyFor?: string }

async function sendAnySize(
  { message, inWords }: Deliverable,
  to: Destination,
  sending: Sending,
  { calls }: TeamsTools,
): Promise<Delivered> {
  const { conversationId } = to
  const isPrivate = sending.onlyFor !== undefined
  try {
    return { conversationId, messageId: await calls.send(to, message, sending), isPrivate }
  } catch (error) {
    if (!isRefusedWith(error, tooLarge)) throw error
    return { conversationId, messageId: await calls.send(to, inWords(), sending), isPrivate }
  }
}
