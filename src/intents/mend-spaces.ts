import type { Speller } from '../search/spelling.ts'
import { type Token, tokenize } from '../search/tokens.ts'
import { isFunctionWord } from './function-words.ts'
import { isAcronym } from './name-trie.ts'

/** Longer runs of letters are no two words that have lost their space. */
const longestRun = 30

/**
 * Puts lost spaces back ("theBali process", "colomboprocess") and takes stray ones out ("secre tariat"), where what is
 * written is no word and what comes of it is. Linear in the length of the text.
 */
export function mendSpaces(text: string, speller: Speller): string {
  const tokens = tokenize(text)
  let mended = ''
  let done = 0
  for (let at = 0; at < tokens.length; at++) {
    const [token, next] = [tokens[at] as Token, tokens[at + 1]]
    const joined = next && text.slice(token.end, next.start) === ' ' && isTornApart(token, next, speller)
    const halves = joined
      ? [token.written + next.written]
      : isInAddress(token, text)
        ? undefined
        : splitRun(token, speller)
    if (!halves) continue
    mended += text.slice(done, token.start) + halves.join(' ')
    done = joined ? next.end : token.end
    if (joined) at++
  }
  return mended + text.slice(done)
}

/** Two neighbours of which one at least is no word, while both together are a word of the knowledge. */
function isTornApart(first: Token, second: Token, speller: Speller): boolean {
  if (![first, second].every((token) => isPlain(token) && token.word.length >= 2 && !isAcronym(token.written)))
    return false
  const joined = first.word + second.word
  return (
    joined.length >= 6 &&
    speller.knows(joined) &&
    ![first, second].every(({ word }) => speller.knows(word) || isFunctionWord(word))
  )
}

/** Part of a web address or of a path. */
function isInAddress({ start, end }: Token, text: string): boolean {
  return /[/._=&@]/.test(text[start - 1] ?? '') || /^(?:[/_=&@]|\.\p{L})/u.test(text.slice(end, end + 2))
}

/** The two known words that a run of letters is made of; undefined for a word, for a slip of one, and for anything else. */
function splitRun(token: Token, speller: Speller): string[] | undefined {
  const { word, written } = token
  if (word.length < 5 || word.length > longestRun || !isPlain(token) || speller.isWord(word)) return undefined
  const at = caseBoundary(token, speller) ?? (isAcronym(written) ? undefined : wordBoundary(token, speller))
  return at === undefined ? undefined : [written.slice(0, at), written.slice(at)]
}

/** Where small letters turn into capitals, or capitals into small ones: "theMIDSA", "IOMstand". */
function caseBoundary({ word, written }: Token, speller: Speller): number | undefined {
  const found = /^\p{Lu}?\p{Ll}+(?=\p{Lu})|^\p{Lu}{2,}(?=\p{Ll}{2,}$)/u.exec(written)
  const at = found?.[0].length
  return at !== undefined && [word.slice(0, at), word.slice(at)].every((part) => speller.isWord(part)) ? at : undefined
}

/** As far behind as possible, so that endings stay with their word ("processes in", not "process esin"). */
function wordBoundary({ word, written }: Token, speller: Speller): number | undefined {
  if (speller.correct(word)) return undefined
  // A capital begins a name, and names of two syllables look like two small words: "Se ville".
  const shortest = /^\p{Lu}/u.test(written) ? 3 : 2
  for (let at = word.length - shortest; at >= shortest; at--) {
    const [first, second] = [word.slice(0, at), word.slice(at)]
    if (areWords(first, second, speller) || areWords(second, first, speller)) return at
  }
  return undefined
}

/** Short words are mostly acronyms, of which any run of letters can be made; beside a small word, one must be ours. */
function areWords(known: string, other: string, speller: Speller): boolean {
  if (known.length < 3 || !speller.knows(known)) return false
  return (
    isFunctionWord(other) ||
    (other.length >= 3 && speller.knows(other)) ||
    (other.length >= 4 && known.length >= 4 && speller.isWord(other))
  )
}

/** Only letters, and each is one letter when folded too, so that both forms can be cut at the same place. */
function isPlain({ word, written }: Token): boolean {
  return word.length === written.length && /^\p{L}+$/u.test(written)
}
