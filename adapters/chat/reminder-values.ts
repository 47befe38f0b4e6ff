import { z } from 'zod'
import { languages } from '../../src/knowledge/language.ts'

const language = z.enum(languages)
const reminder = z.string().regex(/^[\w-]{1,64}$/)
const meeting = z.string().min(1).max(300)

/** More go with one message only where a conversation has very many; the rest is stopped in the list. */
export const mostReminders = 20

/** What a button beside a reminder carries. */
export const changeSchema = z.strictObject({
  reminder,
  does: z.enum(['snooze', 'edit', 'stop']),
  language,
  /** The button stands in a list, which is then shown anew. */
  inList: z.boolean(),
})
/** What has a reminder that came told again. */
export const againSchema = z.strictObject({ meeting, reminder, for: z.enum(['PT1H', 'P1D']), language })
/** What stops all that a message was sent for. */
export const stopSchema = z.strictObject({ reminders: z.array(reminder).min(1).max(mostReminders), language })
/** What asks for a reminder of the meeting that an answer is about. */
export const remindSchema = z.strictObject({ meeting, language })

export type ChangeValue = Readonly<z.infer<typeof changeSchema>>
export type AgainValue = Readonly<z.infer<typeof againSchema>>
export type StopValue = Readonly<z.infer<typeof stopSchema>>
export type RemindValue = Readonly<z.infer<typeof remindSchema>>

// Undefined for anything else than what we write today: other versions' values and made-up ones.
export const parseChange = (value: unknown): ChangeValue | undefined => changeSchema.safeParse(value).data
export const parseAgain = (value: unknown): AgainValue | undefined => againSchema.safeParse(value).data
export const parseStop = (value: unknown): StopValue | undefined => stopSchema.safeParse(value).data
export const parseRemind = (value: unknown): RemindValue | undefined => remindSchema.safeParse(value).data
