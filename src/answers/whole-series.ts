import { byTime, type Member } from '../intents/series-index.ts'
import type { Reading } from '../intents/understand.ts'
import { listOf } from '../knowledge/knowledge.ts'
import { type AnswerPart, answeredPart } from './answer.ts'
import { type Composing, wordingOf } from './composing.ts'
import { eventLine } from './event-line.ts'
import { referTo } from './source-references.ts'

/** Intents under which "were all of them in August" may be read. */
const intents = new Set(['list-events', 'count-events', 'when', 'where', 'venue', 'schedule-change', 'year-of'])
const allWords = new Set('all every each both tous toutes tout chaque todos todas todo toda cada'.split(' '))

/** "All seven consultations were in August, weren’t they": how many were, and when each of them was. */
export function wholeSeries(reading: Reading, composing: Composing): AnswerPart | undefined {
  const { language } = composing
  const all = seriesClaimed(reading, composing)
  if (!all) return undefined
  const meant = all.filter((member) => reading.subjects.includes(member)).length
  const lead = {
    en: `My sources say so of ${meant} of the ${all.length}${meant < all.length ? ', so not of all' : ''}:`,
    fr: `Mes sources le disent de ${meant} sur ${all.length}${meant < all.length ? ', donc pas de toutes' : ''} :`,
    es: `Mis fuentes lo dicen de ${meant} de ${all.length}${meant < all.length ? ', así que no de todas' : ''}:`,
  }[language]
  const sources = all.flatMap((member) => listOf(member.source))
  return {
    ...answeredPart(reading.intent, lead, referTo(sources, composing)),
    facts: all.map((member) => eventLine(member, wordingOf(composing))),
    isList: true,
  }
}

/** The events of the one series that the claim is about. */
function seriesClaimed({ intent, subjects, clause }: Reading, { tools }: Composing): readonly Member[] | undefined {
  const { dates, places, regions } = clause.selection.filter
  if (!intents.has(intent) || !clause.tokens.some(({ word }) => allWords.has(word)) || asksItself(clause.text))
    return undefined
  if (dates.length + places.length + regions.length === 0) return undefined
  const events = subjects.filter((entry) => entry.kind === 'event')
  const [first] = events
  const oneSeries = first?.series && events.length === subjects.length && events.every((e) => e.series === first.series)
  const all = oneSeries ? tools.series.siblingsOf(first).filter(({ kind }) => kind === 'event') : []
  return all.length > 1 ? [...all].sort(byTime) : undefined
}

/** "When were all the consultations of August" asks for a list and claims nothing. */
function asksItself(text: string): boolean {
  return /(?<!\p{L})(?:which|what|when|where|list|show|name|quels?|quelles?|quand|où|lister?|qué|cuáles|cuándo|dónde|lista)(?!\p{L})/iu.test(
    text,
  )
}
