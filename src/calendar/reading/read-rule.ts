import { ruleFault } from '../../knowledge/recurrence-rule.ts'
import { EventFault } from './event-fault.ts'
import type { Moment } from './read-moment.ts'

/**
 * A rule as a knowledge file may have it: with a whole day as its end, and without parts that repeat when the event starts.
 * @throws {EventFault} where it comes more than once a day, or is no rule
 */
export function readRule(raw: string, start: Moment): string {
  const parts = raw
    .trim()
    .toUpperCase()
    .split(';')
    .filter((part) => part !== '' && !repeatsStart(part, start))
  const rule = parts
    .map((part) => (part.startsWith('UNTIL=') ? `UNTIL=${lastDay(part.slice(6), start)}` : part))
    .join(';')
  const fault = ruleFault(rule)
  if (fault) throw new EventFault('rrule', `${fault}, got "${raw}"`)
  return rule
}

function repeatsStart(part: string, start: Moment): boolean {
  if (start.kind === 'day') return false
  const { hour, minute, second } = start.time
  const said = { BYHOUR: hour, BYMINUTE: minute, BYSECOND: second }
  return Object.entries(said).some(([name, value]) => part.replace(/=0(?=\d)/, '=') === `${name}=${value}`)
}

/** The last day on which the rule may come, where the event is. What is no time is left for the check of the rule. */
function lastDay(until: string, start: Moment): string {
  const [, day, clock, utc] = /^(\d{8})T(\d{6})(Z?)$/.exec(until) ?? []
  if (day === undefined || start.kind === 'day') return until.slice(0, 8)
  const written = Temporal.PlainDateTime.from(`${day}T${clock}`)
  const time = utc && start.zone ? written.toZonedDateTime('UTC').withTimeZone(start.zone).toPlainDateTime() : written
  const isBeforeStart = Temporal.PlainTime.compare(time.toPlainTime(), start.time.toPlainTime()) < 0
  return time
    .toPlainDate()
    .subtract({ days: isBeforeStart ? 1 : 0 })
    .toString()
    .replaceAll('-', '')
}
