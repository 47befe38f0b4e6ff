import type { Entry, Knowledge } from '../knowledge/knowledge.ts'
import type { PassageIndex } from '../search/passage-index.ts'
import type { Speller } from '../search/spelling.ts'
import type { AliasIndex } from './alias-index.ts'
import type { IntentModel } from './intent-model.ts'
import type { LanguageWords } from './language-words.ts'
import type { Lexicon } from './lexicon.ts'
import type { NameSearch } from './name-search.ts'
import type { SeriesIndex } from './series-index.ts'

/** What finding names in a text takes. */
export type NameTools = Pick<Understanding, 'aliases' | 'speller' | 'lexicon' | 'series'>

/** Everything that understanding needs, built once from a knowledge folder. */
export type Understanding = {
  readonly knowledge: Knowledge
  readonly aliases: AliasIndex
  readonly speller: Speller
  readonly passages: PassageIndex
  readonly names: NameSearch
  readonly lexicon: Lexicon
  readonly model: IntentModel
  readonly series: SeriesIndex
  readonly languageWords: LanguageWords
  /** The first year that no source can tell of: later than every date in the knowledge and its sources. */
  readonly firstUntoldYear: number
  /** Whether the knowledge has a statement about an entry that answers an intent. */
  holds(intent: string, entry: Entry): boolean
}
