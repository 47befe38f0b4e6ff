import type { LexiconGroup } from '../knowledge/knowledge.ts'
import { stem } from '../search/stem.ts'
import { tokenize } from '../search/tokens.ts'

/** Synonyms in the three languages, grouped into concepts ("courriel" → `email`). */
export type Lexicon = {
  /** The concepts that folded words stand for, each once. */
  conceptsOf(words: readonly string[]): string[]
  useOf(concept: string): LexiconGroup['use']
  /** Whether a folded word is politeness or the like, which says nothing about what is asked. */
  isFiller(word: string): boolean
}

/** The longest phrase a group may hold, in words. */
const longestPhrase = 3

/** Makes the look-up; a word in two groups belongs to the first. */
export function createLexicon(groups: readonly LexiconGroup[]): Lexicon {
  const byPhrase = new Map<string, string>()
  for (const { id, words } of groups) {
    for (const phrase of [words.en, words.fr ?? [], words.es ?? []].flat()) {
      const key = phraseKey(phrase)
      if (key && !byPhrase.has(key)) byPhrase.set(key, id)
    }
  }
  const uses = new Map(groups.map((group) => [group.id, group.use]))
  const lexicon: Lexicon = {
    conceptsOf: (words) => {
      const stems = words.map(stem)
      const found = new Set<string>()
      for (let i = 0; i < stems.length; i++) {
        let phrase = ''
        for (let n = i; n < Math.min(i + longestPhrase, stems.length); n++) {
          phrase = n === i ? (stems[n] as string) : `${phrase} ${stems[n]}`
          const id = byPhrase.get(phrase)
          if (id !== undefined) found.add(id)
        }
      }
      return [...found]
    },
    useOf: (concept) => uses.get(concept),
    isFiller: (word) => lexicon.conceptsOf([word]).some((concept) => lexicon.useOf(concept) === 'filler'),
  }
  return lexicon
}

/** What a phrase of a group is found by: two phrases with the same stems are one. */
export function phraseKey(phrase: string): string {
  return tokenize(phrase)
    .map((token) => stem(token.word))
    .join(' ')
}
