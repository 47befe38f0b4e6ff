/** A date of which only a part may be known: `2017-08-04`, `2017-08`, `2017`, or `--09-25` without a year. */
export type PartialDate = { readonly year?: number; readonly month?: number; readonly day?: number }

/** Reads a date as the knowledge files write it; the schema has checked its form. */
export function parsePartialDate(text: string): PartialDate {
  const match = /^(\d{4}|-)(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text)
  const number = (part: string | undefined) => (part && part !== '-' ? Number(part) : undefined)
  return { year: number(match?.[1]), month: number(match?.[2]), day: number(match?.[3]) }
}
