/** How many days a lead has at most, begun ones counted as whole. */
export function daysIn(lead: string): number {
  const { years, months, weeks, days, hours, minutes } = Temporal.Duration.from(lead)
  return years * 366 + months * 31 + weeks * 7 + days + Math.ceil((hours + minutes / 60) / 24)
}
