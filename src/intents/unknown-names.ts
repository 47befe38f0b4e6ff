import { isRealWord } from '../search/real-words.ts'
import type { Token } from '../search/tokens.ts'
import { type Mention, namesSubject } from './find-mentions.ts'
import { isFunctionWord } from './function-words.ts'
import type { Lexicon } from './lexicon.ts'
import { isAcronym } from './name-trie.ts'
import { covers, overlaps, type Span } from './spans.ts'

/** Where a message names something of which the knowledge has no entry: first and last token. */
export type UnknownName = Span

/** In a message written in capitals they say nothing about what is a name. */
const mostlyCapitals = 0.8
/** "Asia - EU": a sign with a space on either side. */
const longestJoint = 3

/**
 * Names that no entry has: "Prague Process", "ASEAN Forum on Migrant Labour", "the ACP–EU Dialogue" where only EU is
 * known, "IGAD RCP" where only IGAD and RCP are. Parts of such a name must not be taken for what is asked about. Capitals
 * are what gives them away. Linear in the length of the message.
 */
export function findUnknownNames(
  text: string,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  lexicon: Lexicon,
): UnknownName[] {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  const isShouted = tokens.length > 2 && capitals > letters * mostlyCapitals
  const acronyms = isShouted ? [] : unknownAcronyms(text, tokens, mentions, lexicon)
  const named = isShouted ? [] : titles(text, tokens, mentions, lexicon)
  return [
    ...joinedNames(text, tokens, mentions),
    ...ownedTerms(tokens, mentions, acronyms),
    ...acronyms,
    ...named,
  ].filter(
    (name) =>
      !mentions.some((mention) => isOurs(mention) && overlaps(mention, name) && !hasWordsBefore(name, mention, tokens)),
  )
}

/** A name that says itself what is meant, whatever stands around it. */
function isOurs(mention: Mention): boolean {
  return mention.strong && namesSubject(mention) && mention.targets.some(({ kind }) => kind !== 'term')
}

/** "UN High Level Dialogue on Migration" is no Dialogue on Migration. The first word of a message is in capitals anyway. */
function hasWordsBefore(name: UnknownName, mention: Mention, tokens: readonly Token[]): boolean {
  return tokens.slice(Math.max(1, name.first), mention.first).some((token) => !isFunctionWord(token.word))
}

/** "ACP-EU", "5+5": two names or numbers joined into one that is none of ours. */
function joinedNames(text: string, tokens: readonly Token[], mentions: readonly Mention[]): UnknownName[] {
  return tokens.flatMap((token, at): UnknownName[] => {
    const next = tokens[at + 1]
    if (!next || next.start - token.end > longestJoint || mentions.some((m) => m.first <= at && m.last > at)) return []
    const sign = text.slice(token.end, next.start).trim()
    const numbers = sign === '+' && /^\d+$/.test(token.word) && /^\d+$/.test(next.word)
    const names = /^[-–/]$/.test(sign) && isCapital(token) && isCapital(next)
    return numbers || (names && (isAcronym(token.written) || isAcronym(next.written)))
      ? [{ first: at, last: at + 1 }]
      : []
  })
}

/** "IGAD RCP", "RCP de l'IGAD": what belongs to somebody is not the term as such. */
function ownedTerms(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  acronyms: readonly UnknownName[],
): UnknownName[] {
  const isOwner = ({ targets }: Mention) => targets.some(({ id, kind }) => kind === 'organisation' && id !== 'iom')
  const terms = mentions.filter(({ targets }) => targets.every(({ kind }) => kind === 'term'))
  const wordsBetween = (first: number, last: number) => tokens.slice(first + 1, last).map(({ word }) => word)
  return [...mentions.filter(isOwner), ...acronyms].flatMap((owner) =>
    terms.flatMap((term): UnknownName[] => {
      const gap = wordsBetween(term.last, owner.first)
      const behind = owner.first > term.last && gap.length > 0 && gap.every((word) => ofWords.has(word))
      if (owner.last + 1 === term.first) return [{ first: owner.first, last: term.last }]
      return behind ? [{ first: term.first, last: owner.last }] : []
    }),
  )
}

const ofWords = new Set(['of', 'the', 'de', 'du', 'del', 'la', 'l', 'd', 'el'])

/** "AFML": capitals that stand nowhere in the knowledge. */
function unknownAcronyms(
  text: string,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  lexicon: Lexicon,
): UnknownName[] {
  return tokens.flatMap((token, at): UnknownName[] => {
    const { word, written } = token
    if (!/^\p{Lu}{3,8}$/u.test(written) || covers(mentions, at)) return []
    const isWord = lexicon.conceptsOf([word]).length > 0 || isRealWord(word) || isFunctionWord(word)
    return isWord ? [] : [{ first: at, last: titleEnd(text, tokens, at) }]
  })
}

/** "Migration Dialogue for Southern Africa", "Dialogue sur la migration de transit": a title around a noun for a process. */
function titles(text: string, tokens: readonly Token[], mentions: readonly Mention[], lexicon: Lexicon): UnknownName[] {
  return tokens.flatMap((token, at): UnknownName[] => {
    if (!isCapital(token) || !isTitleNoun(token, lexicon)) return []
    const name = { first: titleStart(text, tokens, at), last: titleEnd(text, tokens, at) }
    // "The Process" and "Consultation for Asia": nothing says which, or it is what it says.
    const isNoTitle = name.last === at || !isProcessNoun(token, lexicon) || namesProcess(name, mentions)
    const isPlain = name.first === at && isNoTitle
    const own = mentions.find((m) => m.first <= at && m.last >= at)
    return isPlain || (own && !hasWordsBefore(name, own, tokens)) ? [] : [name]
  })
}

/** "Process Bali": a head word counts beside the noun, also where it stands behind it. */
function namesProcess({ first, last }: Span, mentions: readonly Mention[]): boolean {
  return mentions.some(
    (mention) =>
      mention.first === first + 1 && mention.last === last && mention.targets.some(({ kind }) => kind === 'process'),
  )
}

function titleStart(text: string, tokens: readonly Token[], at: number): number {
  let first = at
  while (goesOn(text, tokens, first - 1) && isTitleWord(tokens[first - 1])) first--
  return first
}

/** Behind the noun a title goes on with "of", "on" or "sur", in French and Spanish after adjectives in small letters. */
function titleEnd(text: string, tokens: readonly Token[], at: number): number {
  let last = at
  while (goesOn(text, tokens, last) && isTitleWord(tokens[last + 1])) last++
  let end = linkBehind(text, tokens, last) ?? last
  const isSmall = (word: string) => ofWords.has(word) || linkWords.has(word) || (end > last && isFunctionWord(word))
  while (goesOn(text, tokens, end) && isSmall(tokens[end + 1]?.word ?? '')) end++
  return end > last && goesOn(text, tokens, end) ? end + 1 : last
}

/** Where "on" or the like stands, at most a few adjectives further. */
function linkBehind(text: string, tokens: readonly Token[], last: number): number | undefined {
  for (let at = last + 1; at <= last + 1 + fewAdjectives && goesOn(text, tokens, at - 1); at++)
    if (linkWords.has(tokens[at]?.word ?? '')) return at
  return undefined
}

/** Nothing but a space, an apostrophe or a hyphen stands between a word and the next one. */
function goesOn(text: string, tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  return token !== undefined && next !== undefined && /^[\s'’–-]*$/.test(text.slice(token.end, next.start))
}

function isTitleWord(token: Token | undefined): boolean {
  return token !== undefined && isCapital(token) && !isFunctionWord(token.word)
}

/** "Forum ibéro-américain sur la migration". */
const fewAdjectives = 2

const linkWords = new Set(['on', 'for', 'sur', 'pour', 'sobre', 'para', 'dans', 'en'])

/** What titles are made around: "Dialogue", "Forum"; "Conference" and the like with words before it. */
function isTitleNoun(token: Token, lexicon: Lexicon): boolean {
  return (
    isProcessNoun(token, lexicon) || lexicon.conceptsOf([token.word]).some((c) => lexicon.useOf(c) === 'event-kind')
  )
}

function isProcessNoun(token: Token | undefined, lexicon: Lexicon): boolean {
  return token !== undefined && lexicon.conceptsOf([token.word]).includes('process')
}

function isCapital(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.written)
}
