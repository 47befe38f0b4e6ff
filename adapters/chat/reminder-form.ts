import { isOfDays } from '../../src/reminders/leads.ts'

/** ISO 8601 durations that forms offer, longest first. */
export const offeredLeads: readonly string[] = ['P14D', 'P7D', 'P3D', 'P1D', 'PT1H', 'PT15M']

/** What a form about a reminder submits. */
export type ReminderForm = {
  /** ISO 8601 durations, longest first. */
  readonly leads: readonly string[]
  /** HH:MM; only where a lead is counted in days. */
  readonly at: string | undefined
  readonly place: 'me' | 'here'
}

const leadPattern = /^P(?=.)(?:\d{1,3}M)?(?:\d{1,4}D)?(?:T(?=.)(?:\d{1,4}H)?(?:\d{1,4}M)?)?$/
const timePattern = /^(?:[01]\d|2[0-3]):[0-5]\d$/
const mostLeads = 20

/** Undefined for what our forms do not submit. */
export function readReminderForm(
  leads: readonly string[],
  at: string | undefined,
  place: 'me' | 'here' = 'me',
): ReminderForm | undefined {
  const isOurs = leads.length <= mostLeads && leads.every((lead) => leadPattern.test(lead))
  if (!isOurs || (at !== undefined && !timePattern.test(at))) return undefined
  return { leads: longestFirst(leads), at: leads.some(isOfDays) ? at : undefined, place }
}

function longestFirst(all: readonly string[]): string[] {
  const relativeTo = '2027-01-01'
  return [...new Set(all)].sort((a, b) => Temporal.Duration.compare(b, a, { relativeTo }))
}
