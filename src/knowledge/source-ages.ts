import type { Entry, Knowledge, Source } from './knowledge.ts'
import type { LocatedKnowledge } from './located-knowledge.ts'
import { parsePartialDate } from './partial-date.ts'
import type { Warning } from './problem.ts'
import { citationTextsIn, citedSource } from './references.ts'
import { citedPart } from './source-parts.ts'

/** What was true longer ago than this should be looked up again. */
const trustedYears = 5

/**
 * The documents that entries rest on although they are old or have no date, and the topics without a source. A document
 * is named once, with how many entries have nothing newer: to warn of each entry would say the same many times.
 */
export function warnOfSources(located: LocatedKnowledge, today: Temporal.PlainDate): Warning[] {
  return [...agedSources(located, today), ...topicsWithoutSource(located)]
}

/** An entry, and the newest of what it rests on. */
export type AgedEntry = { readonly entry: Entry; readonly newest: Dated }

/** A document, or lines of it that are of a date of their own. */
type Dated = { readonly source: Source; readonly part: number; readonly lastDay: Temporal.PlainDate | undefined }

function agedSources({ knowledge, locate }: LocatedKnowledge, today: Temporal.PlainDate): Warning[] {
  const resting = Map.groupBy(agedEntries(knowledge, today), ({ newest }) => newest)
  return [...resting].map(([{ source, part }, aged]) => ({
    ...locate({ in: 'sources', id: source.id }, part < 0 ? [] : ['parts', part], 'asOf'),
    message: agedMessage(
      { source, part },
      aged.map(({ entry }) => entry),
    ),
  }))
}

/** The entries with no source newer than five years, or of no known date, each with its newest. */
export function agedEntries(knowledge: Knowledge, today: Temporal.PlainDate): AgedEntry[] {
  const trusted = today.subtract({ years: trustedYears })
  const dated = createDating(knowledge.sources)
  return [...knowledge.entries.values()].flatMap((entry) => {
    const newest = newestOf(citationTextsIn(entry).map(({ value }) => dated(value)))
    return !newest || (newest.lastDay && !isBefore(newest.lastDay, trusted)) ? [] : [{ entry, newest }]
  })
}

/** Each document and part is made once, so that entries can be grouped by it. */
function createDating(sources: ReadonlyMap<string, Source>): (citation: string) => Dated | undefined {
  const made = new Map<string, Dated>()
  return (citation) => {
    const source = sources.get(citedSource(citation))
    if (!source) return undefined
    const cited = citedPart(source, citation)
    const part = cited ? (source.parts ?? []).indexOf(cited) : -1
    const key = `${part}:${source.id}`
    const dated = made.get(key) ?? { source, part, lastDay: lastDayOf((cited ?? source).asOf) }
    made.set(key, dated)
    return dated
  }
}

/** "2021" may be its last day: what could still be new enough is not called old. */
function lastDayOf(asOf: string): Temporal.PlainDate | undefined {
  const { year, month = 12, day } = parsePartialDate(asOf)
  // The day is moved back to the last one that the month has.
  return year === undefined ? undefined : Temporal.PlainDate.from({ year, month, day: day ?? 31 })
}

function newestOf(dated: readonly (Dated | undefined)[]): Dated | undefined {
  return dated.reduce((newest, next) => {
    if (!newest || !next?.lastDay) return newest ?? next
    return newest.lastDay && !isBefore(newest.lastDay, next.lastDay) ? newest : next
  }, undefined)
}

function isBefore(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) < 0
}

function agedMessage({ source, part }: Pick<Dated, 'source' | 'part'>, entries: readonly Entry[]): string {
  const lines = source.parts?.[part]
  const what = `the source "${source.id}"${lines ? `, lines ${lines.lines},` : ''}`
  const { asOf } = lines ?? source
  const age = asOf === 'undated' ? 'has no date' : `is of ${asOf}, more than ${trustedYears} years old`
  return `${what} ${age}, and nothing newer bears out ${namesOf(entries)}; look for a newer document`
}

/** How many entries are named, so that a line stays a line. */
const namedEntries = 5

/** "12 entries (a, b, c, d, e, …)" */
function namesOf(entries: readonly Entry[]): string {
  const named = entries.slice(0, namedEntries).map((entry) => entry.id)
  const more = entries.length > namedEntries ? ', …' : ''
  return `${entries.length} ${entries.length === 1 ? 'entry' : 'entries'} (${named.join(', ')}${more})`
}

/** All other entries need a source to be loaded at all, and regions have none. */
function topicsWithoutSource({ knowledge, locate }: LocatedKnowledge): Warning[] {
  return [...knowledge.topics.values()]
    .filter((topic) => topic.source === undefined)
    .map(({ id }) => ({
      ...locate({ in: 'topics', id }, [], 'id'),
      message: `the topic "${id}" has no source; say in "source:" where the answer comes from`,
    }))
}
