import type { ReadClause } from './read-clause.ts'
import { relativeDays } from './relative-days.ts'
import type { Understanding } from './understanding.ts'

/** "What is on today", "quelles réunions avant le Conseil": days or an event that bounds them, and else only meetings. */
export function asksWhatComes(clause: ReadClause, { lexicon, knowledge }: Understanding): boolean {
  const { roles, organisations } = clause.selection
  if (!knowledge.intents.has('next-meeting') || roles.length + organisations.length > 0) return false
  const isMeeting = (word: string) =>
    lexicon.conceptsOf([word]).some((concept) => concept === 'meeting' || lexicon.useOf(concept) === 'event-kind')
  return namesDays(clause) && clause.content.every((word) => isDayWord(word) || isMeeting(word))
}

/** Whether a word is one of those that such days are named with. */
export function isDayWord(word: string): boolean {
  return dayWords.has(word)
}

/** "What is on in March 2027": a date, and a question for what there is. */
export function asksWhatIsOn(
  { text, selection, mentions, content }: ReadClause,
  { knowledge }: Understanding,
): boolean {
  const isDated = selection.filter.dates.length > 0 && mentions.length === 0 && content.length === 0
  return knowledge.intents.has('list-events') && isDated && whatIsOn.test(text)
}

const whatIsOn = /^\W*(?:what(?:[’']s| is) on|qu[’']y a-t-il|qué hay)(?!\p{L})/iu

/** Whether a clause names days by their distance from today. */
export function namesDaysToCome({ tokens }: ReadClause): boolean {
  return (
    relativeDays(
      tokens.map(({ word }) => word),
      anyDay,
    ) !== undefined
  )
}

function namesDays(clause: ReadClause): boolean {
  const words = clause.tokens.map(({ word }) => word)
  const { dates } = clause.selection.filter
  return dates.some(({ first, last }) => isBoundByName(words.slice(first, last + 1))) || namesDaysToCome(clause)
}

/** Only whether there are such days is asked. */
const anyDay = '2000-01-01'

/** "Before the Council" has no number that a date would have. */
function isBoundByName(words: readonly string[]): boolean {
  return bounds.has(words[0] ?? '') && !words.some((word) => /\d/.test(word))
}

const bounds = new Set('before avant antes until'.split(' '))
const dayWords = new Set(
  'which what quels quelles que today tonight tomorrow week month day days weeks months next coming following this anything happening on scheduled planned aujourd hui demain semaine semaines mois jour jours prochain prochaine prochains prochaines prevu prevues aujourdhui hoy manana semana semanas mes meses dia dias proximo proxima proximos proximas previsto'.split(
    ' ',
  ),
)
