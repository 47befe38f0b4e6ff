import { z } from 'zod'
import { languages } from '../../../src/knowledge/language.ts'
import { slackLimits } from '../drawing/limits.ts'

/** Where the button stood that opened a window. */
const origin = {
  language: z.enum(languages),
  channel: z.string().max(50).optional(),
  channelName: z.string().max(100).optional(),
}
const setSchema = z.strictObject({ ...origin, meeting: z.string().min(1).max(300) })
const editSchema = z.strictObject({
  ...origin,
  reminder: z.string().max(64),
  isPrivate: z.boolean(),
  /** Where the list is that is then shown anew: in a message, by its response address, or on App Home. */
  list: z.union([z.url(), z.literal('home')]).optional(),
})

/** What a window for a new reminder carries. */
export type SetMetadata = Readonly<z.infer<typeof setSchema>>
/** What a window that changes a reminder carries. */
export type EditMetadata = Readonly<z.infer<typeof editSchema>>

export function writeMetadata(metadata: SetMetadata | EditMetadata): string {
  return JSON.stringify(metadata)
}

// Undefined for anything else than what we write today.
export const parseSetMetadata = (text: unknown) => setSchema.safeParse(readJson(text)).data
export const parseEditMetadata = (text: unknown) => editSchema.safeParse(readJson(text)).data

function readJson(text: unknown): unknown {
  if (typeof text !== 'string' || text.length > slackLimits.privateMetadata) return undefined
  try {
    return JSON.parse(text)
  } catch {
    // No JSON is one more way of not being ours.
    return undefined
  }
}
