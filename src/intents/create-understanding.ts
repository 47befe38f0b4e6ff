import type { Entry, Knowledge } from '../knowledge/knowledge.ts'
import { createPassageIndex } from '../search/passage-index.ts'
import { createSpeller } from '../search/spelling.ts'
import { tokenize } from '../search/tokens.ts'
import { createAliasIndex } from './alias-index.ts'
import { calendarWords } from './dates.ts'
import { namesOf } from './entry-names.ts'
import { type ModelCache, trainIntentModel } from './intent-model.ts'
import { learnLanguageWords } from './language-words.ts'
import { createLexicon } from './lexicon.ts'
import { createNameSearch } from './name-search.ts'
import { ordinalWords } from './ordinals.ts'
import { countWords, createMaskedWords, listPhrasings } from './phrasings.ts'
import { maskText } from './read-clause.ts'
import { createSeriesIndex } from './series-index.ts'
import type { NameTools, Understanding } from './understanding.ts'

/** Names are met more often in questions than in phrasings, so they weigh more when a slip could be several words. */
const nameFrequency = 3

/** Builds everything that understanding needs. Most of the time goes into training, which a model cache can spare. */
export function createUnderstanding(
  knowledge: Knowledge,
  holds: Understanding['holds'],
  models?: ModelCache,
): Understanding {
  const wordsIn = createMaskedWords()
  const names = createNameTools(knowledge, countWords(knowledge, wordsIn))
  const phrasings = listPhrasings(knowledge, names.lexicon, (text) => maskText(text, names), wordsIn)
  return {
    ...names,
    knowledge,
    model: trainIntentModel(phrasings, names.lexicon, models && { models, groups: knowledge.lexicon }),
    holds,
    passages: createPassageIndex(knowledge),
    names: createNameSearch(knowledge),
    firstUntoldYear: lastYearOf(knowledge) + 1,
    languageWords: learnLanguageWords(knowledge),
  }
}

function createNameTools(knowledge: Knowledge, frequencies: Map<string, number>): NameTools {
  const aliases = createAliasIndex(knowledge)
  const lexicon = createLexicon(knowledge.lexicon)
  for (const word of [...aliases.words, ...calendarWords, ...ordinalWords])
    frequencies.set(word, (frequencies.get(word) ?? 0) + nameFrequency)
  const isEventKind = (concept: string) => lexicon.useOf(concept) === 'event-kind'
  const nounsIn = (name: string) => lexicon.conceptsOf(tokenize(name).map((token) => token.word)).filter(isEventKind)
  return {
    aliases,
    lexicon,
    speller: createSpeller(frequencies, aliases.acronyms),
    series: createSeriesIndex(knowledge, nounsIn, namesOf),
  }
}

/** The latest year of which the knowledge tells anything. */
function lastYearOf(knowledge: Knowledge): number {
  const told = [...knowledge.sources.values()].map((source) => source.asOf)
  const dates = [...told, ...[...knowledge.entries.values()].flatMap(datesOf)]
  return Math.max(0, ...dates.map((date) => Number(/^\d{4}/.exec(date ?? '')?.[0] ?? 0)))
}

function datesOf(entry: Entry): (string | undefined)[] {
  if (entry.kind === 'event') return [entry.starts, entry.ends, String(entry.year ?? '')]
  return entry.kind === 'dialogue' || entry.kind === 'publication' ? [String(entry.year ?? '')] : []
}
