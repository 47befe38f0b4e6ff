import { allowedEdits, withinDistance } from '../search/edit-distance.ts'
import { isRealWord } from '../search/real-words.ts'
import type { Speller } from '../search/spelling.ts'
import { stem } from '../search/stem.ts'
import type { Token } from '../search/tokens.ts'
import { isFunctionWord } from './function-words.ts'
import type { End, NameTrie, Node, Target } from './name-trie.ts'

/** A name found in a message. Several targets: the name has several bearers, and none may be picked by guessing. */
export type Mention = {
  readonly first: number
  readonly last: number
  readonly targets: readonly Target[]
  /** Weak names (first names, "Colombo" without "process") count only where nothing strong is there. */
  readonly strong: boolean
  readonly exact: boolean
}

/** Places, regions, roles and partners say where, who and how; all other names say what is asked about. */
export function namesSubject(mention: Mention): boolean {
  return mention.targets.some(
    ({ kind }) => kind !== 'place' && kind !== 'region' && kind !== 'role' && kind !== 'organisation',
  )
}

/** As {@link namesSubject}, but a partner counts as well: something of the knowledge is named, and not just a place. */
export function namesEntry(mention: Mention): boolean {
  return mention.targets.some(({ kind }) => kind !== 'place' && kind !== 'region' && kind !== 'role')
}

/** How far a name has been followed: `exact` words are as written, `corrected` plainly misspelt, `fuzzy` only alike. */
type Match = {
  readonly last: number
  readonly node: Node
  readonly exact: number
  readonly corrected: number
  readonly fuzzy: number
  readonly skipped: number
}

type Search = { readonly trie: NameTrie; readonly tokens: readonly Token[]; readonly speller: Speller }

/** Small words in a row that may stand inside a name: "Platform for the". */
const maxSkipped = 3
/** Ways of reading a misspelt name that are followed at the same time. */
const maxWays = 24

/** The names in a message, without overlaps. Linear in the length of the message. */
export function findMentions(search: Search): Mention[] {
  const found = search.tokens.flatMap((token, first): Mention[] => {
    const best = longestMatch(first, search)
    if (!best) return []
    const ends = withoutMembers(best.node.ends.filter((end) => isWritten(end, token)))
    const targets = ends.map((end) => end.target)
    return [
      {
        first,
        last: best.last,
        targets,
        strong: ends.some((end) => end.strong),
        exact: best.fuzzy + best.corrected === 0,
      },
    ]
  })
  return withoutOverlaps(found)
}

/** Longer names win, then names of what people ask about ("IGAD RCP") over those of partners ("Secretariat IGAD"). */
function withoutOverlaps(found: readonly Mention[]): Mention[] {
  const length = (mention: Mention) => mention.last - mention.first
  const rank = (mention: Mention) => (namesSubject(mention) ? 0 : 1)
  const kept: Mention[] = []
  for (const mention of [...found].sort((a, b) => length(b) - length(a) || rank(a) - rank(b) || a.first - b.first)) {
    if (!kept.some((other) => mention.first <= other.last && mention.last >= other.first)) kept.push(mention)
  }
  return kept.sort((a, b) => a.first - b.first)
}

function longestMatch(first: number, search: Search): Match | undefined {
  let best: Match | undefined
  let ways: Match[] = [{ last: first - 1, node: search.trie.root, exact: 0, corrected: 0, fuzzy: 0, skipped: 0 }]
  while (ways.length > 0) {
    ways = ways.flatMap((match) => steps(match, search)).slice(0, maxWays)
    for (const match of ways) if (isBetter(match, best, search.tokens[first])) best = match
  }
  return best
}

function isBetter(match: Match, best: Match | undefined, first: Token | undefined): boolean {
  // A name whose every word is misspelt beyond a plain slip proves nothing; one half must stand as written.
  if (match.fuzzy > match.exact + match.corrected || !match.node.ends.some((end) => isWritten(end, first))) return false
  const slips = (m: Match) => m.fuzzy + m.corrected
  return !best || match.last > best.last || (match.last === best.last && slips(match) < slips(best))
}

function isWritten(end: End, token: Token | undefined): boolean {
  return !end.upperCase || token?.written === token?.written.toUpperCase()
}

/** "World Migration Report" is the series, though its first edition has no other title. */
function withoutMembers(ends: readonly End[]): readonly End[] {
  const ids = new Set(ends.map(({ target }) => target.id))
  return ends.filter(({ target }) => !('series' in target && target.series && ids.has(target.series)))
}

/** A question begins with these, also behind a name: "besides Bali, which processes". */
const questionWords = new Set(['which', 'what', 'who', 'where', 'when', 'quels', 'quelles', 'cuales', 'cual', 'qui'])

/** The ways to go one word further: as written, as spelt right, or over a small word inside the name. */
function steps(match: Match, search: Search): Match[] {
  const at = match.last + 1
  const token = search.tokens[at]
  if (!token) return []
  const exact = match.node.next.get(token.word) ?? match.node.next.get(stem(token.word))
  if (exact) return [{ ...match, last: at, node: exact, exact: match.exact + 1, skipped: 0 }]
  const atRoot = match.node === search.trie.root
  if (!atRoot && isFunctionWord(token.word) && !questionWords.has(token.word))
    return match.skipped < maxSkipped ? steps({ ...match, last: at, skipped: match.skipped + 1 }, search) : []
  const { keys, sure } = misspeltKeys(token, match.node, search)
  return keys.flatMap((key) => {
    const node = match.node.next.get(key)
    if (!node) return []
    return [
      { ...match, last: at, node, corrected: match.corrected + (sure ? 1 : 0), fuzzy: match.fuzzy + (sure ? 0 : 1) },
    ]
  })
}

type MisspeltKeys = { readonly keys: readonly string[]; readonly sure: boolean }

const noKeys: MisspeltKeys = { keys: [], sure: false }

/** What a word that fits no name as written may be meant as. Acronyms are never read as one another. */
function misspeltKeys(token: Token, node: Node, { trie, speller }: Search): MisspeltKeys {
  if (trie.acronyms.has(token.word)) return noKeys
  const swapped = trie.swapped.get(token.word)
  if (swapped && !isRealWord(token.word)) return { keys: [swapped], sure: true }
  if (node !== trie.root) return nearKeys(token.word, node, trie, speller)
  // A word we know is no slip; this also spares the speller for nearly every word of a well-spelt question.
  if (speller.knows(token.word) || isFunctionWord(token.word)) return noKeys
  const corrected = speller.correct(token.word)
  if (corrected && node.next.has(stem(corrected))) return { keys: [stem(corrected)], sure: true }
  const near = speller.near(token.word).filter((word) => !trie.acronyms.has(word))
  return { keys: near.slice(0, 3).map(stem), sure: false }
}

/** Inside a name the neighbours confirm it, so what is merely alike is tried as well. */
function nearKeys(word: string, node: Node, trie: NameTrie, speller: Speller): MisspeltKeys {
  const limit = allowedEdits(word.length)
  // 2010 is no misspelt 2020.
  if (limit === 0 || /\d/.test(word)) return noKeys
  const corrected = speller.correct(word)
  if (corrected && node.next.has(stem(corrected))) return { keys: [stem(corrected)], sure: true }
  const own = stem(word)
  const isNear = (key: string) =>
    key.length >= 4 && !trie.acronyms.has(key) && (withinDistance(own, key, limit) || withinDistance(word, key, limit))
  return { keys: [...node.next.keys()].filter(isNear), sure: false }
}
