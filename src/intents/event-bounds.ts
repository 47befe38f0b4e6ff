import type { Event } from '../knowledge/knowledge.ts'
import { type PartialDate, parsePartialDate } from '../knowledge/partial-date.ts'
import type { Token } from '../search/tokens.ts'
import type { DateMention } from './date-mention.ts'
import { boundedBefore } from './date-spans.ts'
import type { Mention } from './find-mentions.ts'
import type { Lexicon } from './lexicon.ts'
import type { Target } from './name-trie.ts'
import type { SeriesIndex } from './series-index.ts'

type Tools = { readonly lexicon: Lexicon; readonly series: SeriesIndex }

/** "Consultations before Bamako": the spans that end or begin with an event, where a kind of meeting stands before. */
export function boundsByEvent(tokens: readonly Token[], named: readonly Mention[], tools: Tools): DateMention[] {
  return named.flatMap((mention) => {
    const event = eventOf(mention, tools.series)
    const span = event && boundedBefore({ ...mention, ...daysOf(event) }, tokens)
    return span && asksForMeetings(tokens.slice(0, span.first), named, tools)
      ? [{ first: span.first, last: span.last, from: span.from, to: span.to }]
      : []
  })
}

/** The one event that a name or a city stands for, if its day is known. */
function eventOf({ targets }: Mention, { events }: SeriesIndex): Event | undefined {
  const found = targets.flatMap((target) => (target.kind === 'event' ? [target] : eventsIn(target, events)))
  return found.length === 1 && found[0]?.starts ? found[0] : undefined
}

function eventsIn(target: Target, events: readonly Event[]): Event[] {
  if (target.kind !== 'place' || !target.city) return []
  return events.filter(({ place }) => (typeof place?.city === 'string' ? place.city : place?.city.en) === target.city)
}

function daysOf({ starts = '', ends = starts }: Event): { from: PartialDate; to: PartialDate } {
  return { from: parsePartialDate(starts), to: parsePartialDate(ends) }
}

function asksForMeetings(before: readonly Token[], named: readonly Mention[], { lexicon, series }: Tools): boolean {
  const concepts = lexicon.conceptsOf(before.map(({ word }) => word))
  const isSeries = ({ last, targets }: Mention) =>
    last < before.length && targets.some((target) => target.kind !== 'place' && series.membersOf(target).length > 0)
  return (
    before.some(({ word }) => comingWords.has(word)) ||
    named.some(isSeries) ||
    concepts.some((id) => id === 'meeting' || lexicon.useOf(id) === 'event-kind')
  )
}

/** "What is next before the Council". */
const comingWords = new Set(
  'next upcoming coming scheduled planned there prochain prochaine prochains proximo proxima'.split(' '),
)
