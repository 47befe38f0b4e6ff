import { languages } from '../knowledge/language.ts'
import type { Passage } from './passages.ts'

/** How well one passage fits a question, and which of the words it has. */
export type PassageScore = { readonly score: number; readonly found: readonly string[] }

type Scoring = {
  stemsOf(text: string): readonly string[]
  rarityOf(stemmed: string): number
  readonly nameBoost: number
}

/** The usual settings of BM25+, which MiniSearch has too. */
const saturation = 1.2
const lengthWeight = 0.7
const leastGain = 0.5
/** Words of a passage at which its length neither helps nor harms. */
const usualLength = 20

/**
 * Scores a passage by itself, after BM25+. In a large index this is much cheaper than a search where only few passages
 * matter: its cost does not depend on how many others have the words.
 */
export function scorePassage(
  { name, text }: Passage,
  stems: readonly string[],
  { stemsOf, rarityOf, nameBoost }: Scoring,
): PassageScore {
  const fields = [name, ...languages.map((language) => text[language])].map(stemsOf)
  const gains = stems.map((stemmed) => fields.map((words) => gainOf(stemmed, words)))
  const score = stems.reduce((sum, stemmed, i) => {
    const [inName = 0, ...inTexts] = gains[i] ?? []
    return sum + rarityOf(stemmed) * (nameBoost * inName + inTexts.reduce((a, b) => a + b, 0))
  }, 0)
  return { score, found: stems.filter((_, i) => gains[i]?.some((gain) => gain > 0)) }
}

function gainOf(stemmed: string, words: readonly string[]): number {
  const count = words.reduce((sum, word) => sum + (word === stemmed ? 1 : 0), 0)
  if (count === 0) return 0
  const length = 1 - lengthWeight + (lengthWeight * words.length) / usualLength
  return leastGain + (count * (saturation + 1)) / (count + saturation * length)
}
