/** The day of `YYYY-MM-DD`, in UTC as all days here.
 * @param {string} iso */
export function dayOf(iso) {
  return new Date(`${iso}T00:00:00Z`)
}

/** @param {Date} day */
export function isoOf(day) {
  return day.toISOString().slice(0, 10)
}

/** @param {Date} day
 * @param {number} days */
export function addDays(day, days) {
  return new Date(day.getTime() + days * 86_400_000)
}

/** @param {Date} day */
export function firstOfMonth(day) {
  return addDays(day, 1 - day.getUTCDate())
}

/** The Monday of the week that a day is in.
 * @param {Date} day */
export function mondayBefore(day) {
  return addDays(day, -((day.getUTCDay() + 6) % 7))
}
