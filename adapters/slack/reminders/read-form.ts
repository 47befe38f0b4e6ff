import { z } from 'zod'
import { isOfDays } from '../../../src/reminders/leads.ts'
import { reminderFields } from '../drawing/reminder-windows.ts'

/** What a window about a reminder submits. */
export type ReminderForm = {
  /** ISO 8601 durations. */
  readonly leads: readonly string[]
  /** HH:MM; only where a lead is counted in days. */
  readonly at: string | undefined
  readonly place: 'me' | 'here'
}

const lead = z.string().regex(/^P(?=.)(?:\d{1,3}M)?(?:\d{1,4}D)?(?:T(?=.)(?:\d{1,4}H)?(?:\d{1,4}M)?)?$/)
const { leads, at, where } = reminderFields
const fieldsSchema = z.object({
  [leads.block]: z.object({
    [leads.action]: z.object({ selected_options: z.array(z.object({ value: lead })).max(20) }),
  }),
  [at.block]: z.object({
    [at.action]: z.object({
      selected_time: z
        .string()
        .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
        .nullish(),
    }),
  }),
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
  const place = data[where.block]?.[where.action].selected_option?.value ?? 'me'
  return { leads: longestFirst(chosen), at: chosen.some(isOfDays) ? time : undefined, place }
}

function longestFirst(all: readonly string[]): string[] {
  const relativeTo = '2027-01-01'
  return [...new Set(all)].sort((a, b) => Temporal.Duration.compare(b, a, { relativeTo }))
}
