import type { Meeting } from '../../../src/calendar/meeting.ts'
import { type DayRange, meetingsOf } from '../../../src/calendar/meetings-of.ts'
import { type Entry, entriesOf, type Knowledge, type Place, type Source } from '../../../src/knowledge/knowledge.ts'
import type { Text } from '../../../src/knowledge/language.ts'
import { citationTextsIn, citedSource } from '../../../src/knowledge/references.ts'
import { agedEntries } from '../../../src/knowledge/source-ages.ts'
import { citedPart } from '../../../src/knowledge/source-parts.ts'

/** Where something stands in a document, and how old that is. */
export type Cited = { readonly document: Text; readonly locator: string; readonly asOf: string }

/** An entry as its file has it, with what it rests on. */
export type EntryView = Entry & {
  readonly cited: readonly Cited[]
  /** The date of its newest source, where one is known. */
  readonly newest: string | undefined
  /** No source of it is newer than five years. */
  readonly isAged: boolean
  /** Its file and line. */
  readonly stands: Place | undefined
}

/** What the knowledge page shows. */
export type KnowledgeView = {
  readonly readAt: string
  readonly today: string
  readonly entries: readonly EntryView[]
  readonly meetings: readonly Meeting[]
  /** What `/calendar.ics` can be narrowed to. */
  readonly feeds: { readonly processes: readonly string[]; readonly regions: readonly string[] }
  /** What is wrong with the files as they are now, `file:line:column: message`. */
  readonly problems: readonly string[]
}

/** Meetings that come again are shown this far ahead. */
const yearsAhead = 2
const firstDay = Temporal.PlainDate.from('1950-01-01')

type Origin = {
  readonly knowledge: Knowledge
  readonly knowledgeReadAt: Temporal.Instant
  readonly problems: readonly string[]
}

/** All entries and meetings with where they come from. The folder is called by its own name only: where it lies is nobody's business. */
export function viewKnowledge({ knowledge, knowledgeReadAt, problems }: Origin, folder: string): KnowledgeView {
  const today = knowledgeReadAt.toZonedDateTimeISO('UTC').toPlainDate()
  const aged = new Set(agedEntries(knowledge, today).map(({ entry }) => entry))
  const short = shortener(folder)
  const meetings = meetingsOf(knowledge, shownDays(today))
  return {
    readAt: knowledgeReadAt.toString({ smallestUnit: 'second' }),
    today: today.toString(),
    entries: [...knowledge.entries.values()].map((entry) => {
      const cited = citedBy(entry, knowledge.sources)
      const stands = knowledge.places?.get(entry.id)
      return {
        ...entry,
        cited,
        newest: newestOf(cited),
        isAged: aged.has(entry),
        stands: stands && { ...stands, file: short(stands.file) },
      }
    }),
    meetings,
    feeds: feedsOf(knowledge, meetings),
    problems: problems.map(short),
  }
}

function shownDays(today: Temporal.PlainDate): DayRange {
  return { from: firstDay, to: today.add({ years: yearsAhead }) }
}

function citedBy(entry: Entry, sources: ReadonlyMap<string, Source>): Cited[] {
  const citations = new Set(citationTextsIn(entry).map(({ value }) => value))
  return [...citations].flatMap((locator) => {
    const source = sources.get(citedSource(locator))
    if (!source) return []
    const { title, asOf } = citedPart(source, locator) ?? source
    return [{ document: title, locator, asOf }]
  })
}

function newestOf(cited: readonly Cited[]): string | undefined {
  return cited
    .map(({ asOf }) => asOf)
    .filter((asOf) => /^\d{4}/.test(asOf))
    .sort()
    .at(-1)
}

/** What would be empty is no calendar to subscribe to. */
function feedsOf(knowledge: Knowledge, meetings: readonly Meeting[]): KnowledgeView['feeds'] {
  const series = new Set(entriesOf(knowledge, 'event').flatMap((event) => event.series ?? []))
  const regions = new Set(meetings.flatMap(({ region }) => region ?? []))
  const processes = [...series].filter((id) => meetings.some(({ of }) => of.includes(id)))
  return { processes, regions: [...regions] }
}

function shortener(folder: string): (text: string) => string {
  const parent = folder.slice(0, Math.max(folder.replace(/\/+$/, '').lastIndexOf('/'), -1) + 1)
  return (text) => (parent && text.startsWith(parent) ? text.slice(parent.length) : text)
}
