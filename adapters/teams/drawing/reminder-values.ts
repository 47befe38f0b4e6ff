import { z } from 'zod'
import { languages } from '../../../src/knowledge/language.ts'
import { changeSchema, remindSchema } from '../../chat/reminder-values.ts'

/** What the fields of a form are called in what it submits, beside what its button carries. */
export const fieldIds = { leads: 'leads', at: 'at', where: 'where' } as const

/** Teams puts the fields in when the button is pressed. */
const fields = {
  [fieldIds.leads]: z.string().max(300).optional(),
  [fieldIds.at]: z.string().max(20).optional(),
  [fieldIds.where]: z.enum(['me', 'here']).optional(),
}

/** What submits a form for a new reminder. */
export const setSchema = remindSchema.extend(fields)
/** What submits a form that changes a reminder. */
export const saveSchema = changeSchema.omit({ does: true }).extend(fields)
/** What goes back from a form to the list. */
export const listSchema = z.strictObject({ language: z.enum(languages) })
