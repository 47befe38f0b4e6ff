import type { Subscription } from '../store/subscriptions.ts'

type Rules = Pick<Subscription, 'quiet' | 'snoozedUntilMs' | 'zone'>

/**
 * When something that is due may be sent: not while it is snoozed, nor in quiet hours. What would be useless by then is not
 * put off.
 */
export function sendableAt(dueMs: number, uselessFromMs: number, rules: Rules): number {
  const awakeMs = Math.max(dueMs, rules.snoozedUntilMs ?? dueMs)
  const atMs = rules.quiet ? endOfQuiet(awakeMs, rules.quiet, rules.zone) : awakeMs
  return atMs < uselessFromMs ? atMs : dueMs
}

/** The moment itself outside of quiet hours. These may go over midnight; hours from and to the same time are none. */
function endOfQuiet(atMs: number, { from, to }: NonNullable<Rules['quiet']>, zone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone)
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' })
  const goesOverMidnight = from > to
  const isQuiet = goesOverMidnight ? time >= from || time < to : time >= from && time < to
  if (!isQuiet) return atMs
  const endsTomorrow = goesOverMidnight && time >= from
  const day = local.toPlainDate().add({ days: endsTomorrow ? 1 : 0 })
  return day.toZonedDateTime({ timeZone: zone, plainTime: to }).epochMilliseconds
}
