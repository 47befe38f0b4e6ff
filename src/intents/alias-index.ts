import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Speller } from '../search/spelling.ts'
import type { Token } from '../search/tokens.ts'
import { namesOf, weakNamesOf } from './entry-names.ts'
import { findMentions, type Mention } from './find-mentions.ts'
import { addName, createNameTrie, type Target } from './name-trie.ts'
import { listPlaces } from './places.ts'

export type AliasIndex = {
  /** Every word that occurs in a name, folded: the speller must know them. */
  readonly words: readonly string[]
  /** The acronyms among them: never corrected into, nor out of, one another. */
  readonly acronyms: ReadonlySet<string>
  /** What the acronyms that begin with these letters stand for: "MID-something" is MIDSA, MIDWA or one of two others. */
  beginningWith(letters: string): readonly Target[]
  /** The names in a message, longest first at each place, without overlaps. Linear in the length of the message. */
  find(tokens: readonly Token[], speller: Speller): Mention[]
}

/** Builds the index of all names in the knowledge and of all cities and countries. */
export function createAliasIndex(knowledge: Knowledge): AliasIndex {
  const trie = createNameTrie()
  for (const entry of knowledge.entries.values()) {
    for (const name of namesOf(entry)) addName(trie, name, entry, true)
    for (const name of weakNamesOf(entry)) addName(trie, name, entry, false)
  }
  for (const place of listPlaces(knowledge)) for (const name of place.names) addName(trie, name, place, true)
  return {
    words: [...trie.words],
    acronyms: trie.acronyms,
    beginningWith: (letters) => {
      const meant = [...trie.acronyms].filter(
        (acronym) => acronym.length > letters.length && acronym.startsWith(letters),
      )
      return [
        ...new Set(meant.flatMap((acronym) => trie.root.next.get(acronym)?.ends ?? []).map(({ target }) => target)),
      ]
    },
    find: (tokens, speller) => findMentions({ trie, tokens, speller }),
  }
}
