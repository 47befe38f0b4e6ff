import type { Event, Knowledge } from '../../knowledge/knowledge.ts'
import type { Problem } from '../../knowledge/problem.ts'
import { createNaming } from './distinct-name.ts'
import { EventFault } from './event-fault.ts'
import { readFeedZones } from './feed-zones.ts'
import { findId, makeEvents } from './make-events.ts'
import { type ParsedEvent, parseEvent } from './parsed-event.ts'
import type { Reading } from './reading.ts'
import { createSeriesFinder } from './series-of.ts'
import {
  type Block,
  type ContentLine,
  findProperty,
  isWholeCalendar,
  rawValue,
  splitICalendar,
} from './split-icalendar.ts'

/** A calendar as it came from its file or address. */
export type CalendarText = {
  /** The id of the source that its events cite. */
  readonly sourceId: string
  /** What people read where it does not tell its name. */
  readonly name: string
  /** What it is called in problems: a path, or what may be shown of an address. */
  readonly label: string
  readonly text: string
  /** The day on which it was read, `YYYY-MM-DD`. */
  readonly readOn: string
}

/** What a calendar holds that can be used, and everything in it that cannot. */
export type ReadCalendar = {
  readonly title: string | undefined
  /** The last day on which something in it was changed, where it tells. */
  readonly changedOn: string | undefined
  readonly events: readonly Event[]
  readonly problems: readonly Problem[]
}

/** Reads a calendar as events of the knowledge. What cannot be used is left out and told; all else is there. */
export function readICalendar(
  { sourceId, name, label, text, readOn }: CalendarText,
  knowledge: Knowledge,
): ReadCalendar {
  const at = (line: number, message: string): Problem => ({ file: label, line, column: 1, message })
  if (!isWholeCalendar(text)) return { ...nothing, problems: [at(1, noCalendar)] }
  const { properties, blocks, unclosed } = splitICalendar(text)
  const title = textOf('X-WR-CALNAME', properties) ?? textOf('NAME', properties)
  const zones = readFeedZones(ofName('VTIMEZONE', blocks), Temporal.PlainDate.from(readOn))
  const parsed = ofName('VEVENT', blocks).map((block) => parsing(block, at))
  const reading: Reading = {
    sourceId,
    knowledge,
    zones,
    home: zones.find(textOf('X-WR-TIMEZONE', properties) ?? ''),
    seriesOf: createSeriesFinder(knowledge),
    nameOf: createNaming(knowledge, title ?? name),
    areCancelled: textOf('METHOD', properties)?.toUpperCase() === 'CANCEL',
  }
  const good = newest(parsed.filter((event): event is ParsedEvent => 'jCal' in event))
  const made = [...Map.groupBy(good, findId).values()].map((group) => makeEvents(group, reading))
  return {
    title,
    changedOn: lastChange(blocks),
    events: made.flatMap(({ events }) => events),
    problems: [
      ...unclosed.map(({ line, text: begin }) => at(line, `"${begin}" has no end, expected an END line`)),
      ...parsed.filter((event): event is Problem => !('jCal' in event)),
      ...made.flatMap(({ faults }) => faults.map(({ line, message }) => at(line, message))),
    ].sort((a, b) => a.line - b.line),
  }
}

const nothing = { title: undefined, changedOn: undefined, events: [] }
const noCalendar = 'this is no iCalendar text, expected it to begin with BEGIN:VCALENDAR and to end with END:VCALENDAR'

function parsing(block: Block, at: (line: number, message: string) => Problem): ParsedEvent | Problem {
  try {
    return parseEvent(block)
  } catch (error) {
    if (!(error instanceof EventFault)) throw error
    return at(block.lines[0]?.line ?? 1, error.message)
  }
}

/** Of an event that is there more than once, the one that was changed most often. */
function newest(events: readonly ParsedEvent[]): ParsedEvent[] {
  const byKey = new Map<string, ParsedEvent>()
  for (const event of events) {
    const key = `${findId(event)}|${event.value('recurrence-id') ?? ''}`
    const other = byKey.get(key)
    if (!other || revision(event) >= revision(other)) byKey.set(key, event)
  }
  return [...byKey.values()]
}

function revision(event: ParsedEvent): number {
  return Number(event.value('sequence') ?? 0)
}

function ofName(name: string, blocks: readonly Block[]): Block[] {
  return blocks.filter((block) => block.name === name)
}

function textOf(name: string, properties: readonly ContentLine[]): string | undefined {
  const line = findProperty(properties, name)
  return (
    line &&
    (rawValue(line)
      .replaceAll(/\\([\\;,])/g, '$1')
      .trim() ||
      undefined)
  )
}

function lastChange(blocks: readonly Block[]): string | undefined {
  const changes = blocks.flatMap(({ properties }) => {
    const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)T/.exec(textOf('LAST-MODIFIED', properties) ?? '') ?? []
    return day === undefined ? [] : [`${year}-${month}-${day}`]
  })
  return changes.sort().at(-1)
}
