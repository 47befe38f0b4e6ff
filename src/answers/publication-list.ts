import { matchesDate } from '../intents/series-index.ts'
import type { Reading } from '../intents/understand.ts'
import { entriesOf, type Publication } from '../knowledge/knowledge.ts'
import type { AnswerPart } from './answer.ts'
import { type Composing, wordingOf } from './composing.ts'
import { entryList } from './entry-list.ts'
import { eventLine } from './event-line.ts'

/** Publications by series, year or subject. */
export function listPublications(reading: Reading, composing: Composing): AnswerPart | undefined {
  const { tools, language } = composing
  const chosen = reading.subjects
  const described = chosen.length > 0 ? describedPublications(reading, composing) : []
  const members = chosen
    .flatMap((entry) => tools.series.membersOf(entry))
    .filter((member): member is Publication => member.kind === 'publication')
  const named = chosen.filter((entry): entry is Publication => entry.kind === 'publication')
  const direct = named.length > 0 || members.length > 0 ? named : described
  if (chosen.length > 0 && direct.length === 0 && members.length === 0 && chosen.every((entry) => entry.id !== 'iom'))
    return undefined
  const dates = reading.clause.selection.filter.dates
  const pool = direct.length > 0 ? direct : members.length > 0 ? members : entriesOf(tools.knowledge, 'publication')
  const found = pool.filter((publication) => dates.length === 0 || dates.some((date) => matchesDate(publication, date)))
  if (found.length === 0) return undefined
  const lead = {
    en: `Publications in my sources: ${found.length}`,
    fr: `Publications dans mes sources : ${found.length}`,
    es: `Publicaciones en mis fuentes: ${found.length}`,
  }[language]
  const line = (publication: Publication) => eventLine(publication, wordingOf(composing))
  return entryList({ intent: reading.intent, lead, entries: found, line }, composing)
}

/** "A study on the role of RCPs": the publications that have nearly all the words. */
function describedPublications({ clause }: Reading, { tools }: Composing): Publication[] {
  const words = [...clause.subjectWords, ...clause.nameWords].filter(tools.passages.knows)
  const hits = tools.passages.searchWithin(words, entriesOf(tools.knowledge, 'publication'))
  const good = hits.filter((hit) => hit.coverage >= 0.6 && hit.words.length >= 2)
  return [...new Set(good.map((hit) => hit.passage.entry))].filter((entry) => entry.kind === 'publication').slice(0, 4)
}
