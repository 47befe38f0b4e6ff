import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Language } from '../../../src/knowledge/language.ts'
import type { Asking, ReminderPlace } from '../../../src/reminders/asking.ts'
import type { ReferenceKey } from '../../../src/store/references.ts'

/**
 * Whom a page is of: 128 bits that it has thrown itself. Who does not know them neither sees nor changes anything of theirs;
 * so that neither the store nor the log tells them, the visitor is called by a hash of them from here on.
 */
export const visitorSchema = z
  .string()
  .regex(/^[0-9a-f]{32}$/, 'expected 32 hexadecimal digits')
  .transform((secret) => createHash('sha256').update(`visitor ${secret}`).digest('base64url').slice(0, 22))

/** A visitor, as a page tells of them. */
export type Visitor = {
  readonly id: string
  /** By its name in the time zone database. */
  readonly zone: string | undefined
}

/** What pages send of the visitor. A zone that nobody knows counts as none. */
export const visitorFields = {
  visitor: visitorSchema.optional(),
  zone: z.string().max(100, 'expected at most 100 characters').transform(knownZone).optional(),
}

const here = { platform: 'web', workspace: 'web' } as const

/** Where the messages of a visitor go. */
export function placeOf(id: string): ReferenceKey {
  return { ...here, conversationId: id }
}

/** Who wants something of reminders, as the core asks for it: alone on their page, where there are no channels. */
export function askingOf({ id, zone }: Visitor, language: Language, conversation?: string): Asking {
  const place: ReminderPlace = { ...here, conversationId: id, isPersonal: true }
  return {
    ...here,
    person: id,
    language,
    zone,
    isPrivate: true,
    conversation,
    here: place,
    personal: async () => place,
    channel: async () => 'unknown',
    isManager: async () => false,
  }
}

function knownZone(written: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: written }).resolvedOptions().timeZone
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
