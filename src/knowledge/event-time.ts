/** What an event says about when it is. */
type EventTimes = {
  readonly starts?: string | undefined
  readonly ends?: string | undefined
  readonly time?: string | undefined
  readonly endTime?: string | undefined
  readonly zone?: string | undefined
  readonly recurs?: string | undefined
  readonly rrule?: string | undefined
  readonly except?: readonly string[] | undefined
  readonly replaces?: string | undefined
}

/** A field of an event that does not go with the others, and why. */
export type TimeFault = { readonly path: keyof EventTimes; readonly message: string }

/** Every way in which the times of an event contradict or need each other. */
export function timeFaults(event: EventTimes): TimeFault[] {
  return rules.flatMap(({ path, isBroken, message }) => (isBroken(event) ? [{ path, message }] : []))
}

/** Whether a date is that of one day in one year. */
export function isWholeDay(date: string | undefined): date is string {
  return date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date)
}

const rules: readonly (TimeFault & { readonly isBroken: (event: EventTimes) => boolean })[] = [
  {
    path: 'time',
    isBroken: ({ time, starts, recurs }) => time !== undefined && !isDay(starts, recurs),
    message: 'expected "starts" with a whole day, like "2027-03-10", where there is a time',
  },
  {
    path: 'endTime',
    isBroken: ({ time, endTime }) => endTime !== undefined && time === undefined,
    message: 'expected a "time" too',
  },
  {
    path: 'endTime',
    isBroken: ({ time, endTime, ...days }) => endsOnItsDay(days) && time !== undefined && !isAfter(endTime, time),
    message: 'expected a time after "time", or "ends" on a later day',
  },
  {
    path: 'rrule',
    isBroken: ({ rrule, starts }) => rrule !== undefined && !isWholeDay(starts),
    message: 'expected "starts" with a whole day, like "2027-03-10", from which it counts',
  },
  {
    path: 'rrule',
    isBroken: ({ rrule, recurs }) => rrule !== undefined && recurs !== undefined,
    message: 'expected either "recurs" or "rrule"',
  },
  {
    path: 'except',
    isBroken: ({ except, rrule }) => except !== undefined && rrule === undefined,
    message: 'expected an "rrule" too',
  },
  {
    path: 'replaces',
    isBroken: ({ replaces, rrule, recurs }) => replaces !== undefined && (rrule ?? recurs) !== undefined,
    message: 'expected an event that takes place once, without "recurs" and "rrule"',
  },
]

/** A day that comes each year needs none. */
function isDay(date: string | undefined, recurs: string | undefined): boolean {
  return isWholeDay(date) || (recurs !== undefined && date !== undefined && /^--\d\d-\d\d$/.test(date))
}

function endsOnItsDay({ starts, ends }: Pick<EventTimes, 'starts' | 'ends'>): boolean {
  return ends === undefined || ends === starts
}

function isAfter(endTime: string | undefined, time: string): boolean {
  return endTime === undefined || endTime > time
}
