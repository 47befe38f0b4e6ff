import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Language } from '../knowledge/language.ts'
import { isRealWord } from '../search/real-words.ts'
import { fold } from '../search/tokens.ts'

/** Folded words that give French or Spanish away. English has none: its words and names are met in every language. */
export type LanguageWords = Readonly<Record<'fr' | 'es', ReadonlySet<string>>>

/** A word that is met less often may be a name or a slip. */
const fewestUses = 2

/** The words that only one language's phrasings have, and that are no English words. */
export function learnLanguageWords(knowledge: Knowledge): LanguageWords {
  const counts = { en: countWords(knowledge, 'en'), fr: countWords(knowledge, 'fr'), es: countWords(knowledge, 'es') }
  const own = (language: 'fr' | 'es', other: 'fr' | 'es') => {
    const found = [...counts[language]].filter(([word, count]) => count >= fewestUses && !counts[other].has(word))
    return new Set(found.map(([word]) => word).filter((word) => !counts.en.has(word) && !isRealWord(word)))
  }
  return { fr: own('fr', 'es'), es: own('es', 'fr') }
}

/** How often the words stand in the phrasings of a language; folded once each, for there are many phrasings. */
function countWords(knowledge: Knowledge, language: Language): Map<string, number> {
  const counts = new Map<string, number>()
  const texts = [...knowledge.intents.values()].flatMap(({ phrasings }) => phrasings[language] ?? [])
  for (const [word] of texts.join('\n').replace(slots, ' ').matchAll(words))
    counts.set(word, (counts.get(word) ?? 0) + 1)
  const folded = new Map<string, number>()
  for (const [word, count] of counts) folded.set(fold(word), (folded.get(fold(word)) ?? 0) + count)
  return folded
}

/** What stands for a name, like `<process>`. */
const slots = /<[^>]*>/g
const words = /\p{L}{3,}/gu
