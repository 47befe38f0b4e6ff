import { stem as porter2 } from 'porter2'

/** Plurals of abbreviations ("RCPs", "NGOs" has a vowel), which the stemmer leaves alone. */
const vowelless = /^[^aeiouy]{3,}s$/

const cache = new Map<string, string>()
/** Bounds what a flood of odd words can make us remember. */
const cacheLimit = 50_000

/**
 * What a folded word has in common with its plural and its other forms. One stemmer serves the three languages: for
 * French and Spanish it takes plurals off, which is what names need; the rest is left to character n-grams.
 */
export function stem(word: string): string {
  if (word.length < 4 || /\d|@/.test(word)) return word
  const known = cache.get(word)
  if (known !== undefined) return known
  const result = vowelless.test(word) ? word.slice(0, -1) : porter2(word)
  if (cache.size < cacheLimit) cache.set(word, result)
  return result
}
