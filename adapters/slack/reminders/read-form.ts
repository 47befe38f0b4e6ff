import { z } from 'zod'
import { type ReminderForm, readReminderForm } from '../../chat/reminder-form.ts'
import { reminderFields } from '../drawing/reminder-windows.ts'

const { leads, at, where } = reminderFields
const fieldsSchema = z.object({
  [leads.block]: z.object({ [leads.action]: z.object({ selected_options: z.array(z.object({ value: z.string() })) }) }),
  [at.block]: z.object({ [at.action]: z.object({ selected_time: z.string().nullish() }) }),
  [where.block]: z
    .object({ [where.action]: z.object({ selected_option: z.object({ value: z.enum(['me', 'here']) }).nullish() }) })
    .optional(),
})

/** Reads the fields; undefined for what our windows do not submit. */
export function readForm(values: unknown): ReminderForm | undefined {
  const { data } = fieldsSchema.safeParse(values)
  if (!data) return undefined
  const chosen = data[leads.block][leads.action].selected_options.map(({ value }) => value)
  const time = data[at.block][at.action].selected_time ?? undefined
  return readReminderForm(chosen, time, data[where.block]?.[where.action].selected_option?.value)
}
