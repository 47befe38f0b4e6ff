import { createHash } from 'node:crypto'

export type Place = 'personal' | 'channel' | 'groupChat'

/** The conversation of the bot with one person, always the same. */
export function personalConversationOf(personId: string): string {
  return `a:1${createHash('sha256').update(personId).digest('base64url')}`
}

/** The thread below a post of a channel. */
export function threadOf(channelId: string, rootActivityId: string): string {
  return `${channelId};messageid=${rootActivityId}`
}

/** The conversation without its thread. */
export function rootOf(conversationId: string): string {
  return conversationId.split(';messageid=')[0] ?? conversationId
}

/** What kind of conversation an id names; undefined for what is no such id. */
export function placeOf(conversationId: string): Place | undefined {
  const id = rootOf(conversationId)
  if (id.startsWith('a:')) return 'personal'
  if (/^19:.+@thread\.(tacv2|skype)$/.test(id)) return 'channel'
  return /^19:.+@(thread\.v2|unq\.gbl\.spaces)$/.test(id) ? 'groupChat' : undefined
}
