import { z } from 'zod'
import type { Language } from '../../../src/knowledge/language.ts'
import { languageOf, zoneOf } from '../../chat/reader.ts'
import { type Activity, type Origin, originOf } from '../connection/activity.ts'

/** A conversation without the thread in it: a channel, where messages go that answer nobody. */
export function rootOf(conversationId: string): string {
  return conversationId.split(';messageid=')[0] ?? conversationId
}

/**
 * The conversation that a message belongs to: a personal chat is one, and so is a group chat or a thread of a channel, whoever
 * writes in it; what is asked privately among others is between that person and us.
 */
export function conversationOf(
  { tenant, conversationId, user }: Origin,
  { isPrivate }: { readonly isPrivate: boolean },
): string {
  return `teams:${tenant}:${conversationId}${isPrivate ? `:${user}` : ''}`
}

/** Whether a message was written among others so that only we see it, by a slash command. */
export function isPrivate(activity: Activity): boolean {
  return activity.recipient.isTargeted === true && originOf(activity).kind !== 'personal'
}

/** What a person reads; undefined where Teams does not tell. */
export function readerLanguage({ locale }: Activity): Language | undefined {
  return languageOf(locale ?? undefined)
}

const clientInfoSchema = z.object({ type: z.literal('clientInfo'), timezone: z.string() })

/** The time zone of who wrote; undefined where Teams tells none that has a name in the time zone database. */
export function readerZone({ localTimezone, entities }: Activity): string | undefined {
  const told = entities?.map((entity) => clientInfoSchema.safeParse(entity).data?.timezone)
  return zoneOf(localTimezone ?? told?.find((zone) => zone !== undefined))
}

/** Whether a person did it: bots are left alone, our own messages included, so that no two of them talk for ever. */
export function isFromPerson({ from }: Activity): boolean {
  return from != null && from.role !== 'bot' && !from.id.startsWith('28:')
}

/** By which an activity is told from all others; Teams sends it again when it is not sure. */
export function keyOf(activity: Activity): string | undefined {
  return activity.id ? `${originOf(activity).conversationId}:${activity.id}` : undefined
}
