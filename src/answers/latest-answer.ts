import { byTime, type Member, timeKey } from '../intents/series-index.ts'
import type { Reading } from '../intents/understand.ts'
import { type AnswerPart, answeredPart } from './answer.ts'
import { type Composing, wordingOf } from './composing.ts'
import { describingStatements } from './entry-statements.ts'
import { refer } from './source-references.ts'
import { colon, withName } from './statement.ts'

/** The newest (or, asked for the first, the oldest) member of a series, of those that the question's words describe. */
export function latest(reading: Reading, composing: Composing): AnswerPart | undefined {
  const { language } = composing
  const dated = membersMeant(reading, composing)
    .filter((member) => /^\d/.test(timeKey(member)))
    .sort(byTime)
  const first = reading.clause.selection.filter.ordinals.some(({ value }) => value === 1)
  const member = first ? dated[0] : dated.at(-1)
  if (!member) return undefined
  const statements = describingStatements(member, wordingOf(composing))
  const lead = {
    en: `The ${first ? 'first' : 'latest'} in my sources`,
    fr: `Le plus ${first ? 'ancien' : 'récent'} dans mes sources`,
    es: `Lo más ${first ? 'antiguo' : 'reciente'} en mis fuentes`,
  }[language]
  return {
    ...answeredPart(
      reading.intent,
      `${lead}${colon[language]}${withName(member, statements[0]?.text ?? '', wordingOf(composing))}`,
      refer(statements.slice(0, 4), composing),
    ),
    facts: statements.slice(1, 4).map((s) => s.text),
    meeting: member.id,
  }
}

/** Of a series the members that have all the describing words; otherwise what is named or selected. */
function membersMeant(reading: Reading, composing: Composing): Member[] {
  const { series } = composing.tools
  const named = reading.subjects.flatMap((entry) =>
    'series' in entry && entry.series ? [entry as Member] : series.membersOf(entry),
  )
  const pool = poolOf(reading, composing)
  if (pool.length === 0) return named
  const words = tellingWords(reading, pool, composing)
  if (words.length > 0) return describedBy(words, pool, composing)
  return asksForTheme(reading, composing) ? pool.filter((member) => member.kind === 'dialogue' && member.theme) : named
}

/** The members of the series that is named; where only a kind of event is, whatever may hold one of that kind. */
function poolOf({ clause }: Reading, { tools }: Composing): Member[] {
  const { series, nouns, places, dates } = clause.selection.filter
  if (places.length + dates.length > 0) return []
  if (series.length > 0) return series.flatMap((entry) => tools.series.membersOf(entry))
  if (nouns.length === 0 || !clause.selection.filtered) return []
  const all = [...tools.knowledge.entries.values()]
  return all.filter((entry): entry is Member => entry.kind === 'dialogue' || entry.kind === 'event')
}

/** The members that have all the words, or else as many of the rarer ones as any member has ("held" says little). */
function describedBy(words: readonly string[], pool: readonly Member[], composing: Composing): Member[] {
  const { passages } = composing.tools
  const rarest = words.toSorted((a, b) => passages.rarity(b) - passages.rarity(a))
  for (let count = rarest.length; count > 0; count--) {
    const found = pool.filter((member) => hasAll(member, rarest.slice(0, count), composing))
    if (found.length > 0) return found
  }
  return []
}

/** "The last time" describes nothing. */
const onceWords = new Set(['time', 'times', 'fois', 'vez', 'veces', 'occasion', 'ocasion'])

/** Words of the question that some of the members have and others do not. */
function tellingWords({ clause }: Reading, pool: readonly Member[], composing: Composing): string[] {
  const words = [...new Set([...clause.subjectWords, ...clause.nameWords])].filter((word) => !onceWords.has(word))
  return words.filter((word) => {
    const having = pool.filter((member) => hasAll(member, [word], composing)).length
    return having > 0 && having < pool.length
  })
}

function hasAll(member: Member, words: readonly string[], { tools }: Composing): boolean {
  const found = new Set(tools.passages.searchWithin(words, [member]).flatMap((hit) => hit.words))
  return words.every((word) => found.has(word))
}

function asksForTheme({ clause }: Reading, { tools }: Composing): boolean {
  return tools.lexicon.conceptsOf(clause.content).includes('theme')
}
