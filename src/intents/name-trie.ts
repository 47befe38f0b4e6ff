import type { Entry } from '../knowledge/knowledge.ts'
import { isRealWord } from '../search/real-words.ts'
import { stem } from '../search/stem.ts'
import { type Token, tokenize } from '../search/tokens.ts'
import { isFunctionWord } from './function-words.ts'
import type { Place } from './places.ts'

/** What a name in a question can stand for. */
export type Target = Entry | Place

/** The bearer of a name that ends at a node. */
export type End = { readonly target: Target; readonly strong: boolean; readonly upperCase: boolean }

/** All names, word by word: each path from the root spells one. */
export type Node = { readonly next: Map<string, Node>; readonly ends: End[] }

export type NameTrie = {
  readonly root: Node
  /** Every word that occurs in a name, folded. */
  readonly words: Set<string>
  /** The acronyms among them. */
  readonly acronyms: Set<string>
  /** An acronym with two neighbouring letters swapped → the acronym; undefined when it could be two of them. */
  readonly swapped: Map<string, string | undefined>
}

export function createNameTrie(): NameTrie {
  return { root: { next: new Map(), ends: [] }, words: new Set(), acronyms: new Set(), swapped: new Map() }
}

/** Adds a name; small words inside it are left out, so that they may be left out or added in a question. */
export function addName(trie: NameTrie, name: string, target: Target, strong: boolean): void {
  for (const token of tokenize(name)) addWord(trie, token)
  const { keys, upperCase } = nameKeys(name)
  const node = keys.reduce(childOf, trie.root)
  if (node === trie.root || node.ends.some((end) => end.target === target)) return
  node.ends.push({ target, strong, upperCase })
}

/** The words a name is found by, and whether it must be written in capitals. Two names with the same words are one. */
export function nameKeys(name: string): { readonly keys: readonly string[]; readonly upperCase: boolean } {
  const tokens = tokenize(name)
  const told = tokens.filter(({ word }, index) => index === 0 || tokens.length <= 2 || !isFunctionWord(word))
  return {
    keys: told.map(({ word, written }) => (isAcronym(written) ? word : stem(word))),
    upperCase: tokens.length === 1 && needsCapitals(tokens[0]),
  }
}

/** Letters in capitals, two to eight, as abbreviations are written ("RCP", "FIIAPP", "PANiDMR"). */
export function isAcronym(written: string): boolean {
  return (
    written.length >= 2 &&
    written.length <= 8 &&
    /^\p{Lu}/u.test(written) &&
    (written.match(/\p{Lu}/gu)?.length ?? 0) >= 2
  )
}

/** "MADE" is a network and "made" a verb; "US" is a country and "us" is none. */
function needsCapitals(token: Token | undefined): boolean {
  return token !== undefined && isAcronym(token.written) && (isFunctionWord(token.word) || isRealWord(token.word))
}

function childOf(node: Node, key: string): Node {
  const known = node.next.get(key)
  if (known) return known
  const made: Node = { next: new Map(), ends: [] }
  node.next.set(key, made)
  return made
}

function addWord(trie: NameTrie, { word, written }: Token): void {
  trie.words.add(word)
  if (!isAcronym(written) || trie.acronyms.has(word)) return
  trie.acronyms.add(word)
  if (word.length < 4) return
  for (let i = 0; i + 1 < word.length; i++) {
    const swap = `${word.slice(0, i)}${word[i + 1]}${word[i]}${word.slice(i + 2)}`
    trie.swapped.set(swap, trie.swapped.has(swap) && trie.swapped.get(swap) !== word ? undefined : word)
  }
}
