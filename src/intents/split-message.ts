import { type Token, tokenize } from '../search/tokens.ts'
import { isFunctionWord } from './function-words.ts'
import type { Lexicon } from './lexicon.ts'

/** A part of a message that may be a question of its own. */
export type Clause = { readonly text: string; readonly asks: boolean }

/** More clauses than this are not read: a long letter has few questions. */
const maxClauses = 60
/** "Who", "quand", "dónde" … as written, because folded "où" is "ou" (or). */
const questionWord =
  /(?<![\p{L}])(?:who|whom|whose|what|whats|which|when|where|why|how|wh?o's|qui|quoi|quel(?:le)?s?|quand|où|comment|combien|pourquoi|est-ce|qui[eé]n(?:es)?|qu[eé]|cu[aá]l(?:es)?|cu[aá]ndo|d[oó]nde|c[oó]mo|cu[aá]nt[oa]s?)(?![\p{L}])/iu

/** Between sentences; not inside "U.S.", "A/71/L.58", "3.5" or an address. */
const sentenceEnd =
  /(?<=[^\s.]{2}[.!?;…)"”»]|[?!;…])(?<!(?<!\p{L})(?:no|nos|nr|n[oº]|art|para|mr|mrs|ms|dr|st|vs|tel|p|pp)\.)\s+|\n+|(?<=[\p{L}\d]\?)(?=\S)/iu
/** Between questions of one sentence. */
const joint =
  /\s*(?:,|;|:|\s-\s|\s–\s|\s&\s|\s\+\s|(?<=\s)(?:and|(?<!(?<!\p{L})(?:it|they|we|he|she|iom|is|are|does|do)\s)also|then|plus|et|puis|y|e|además|ainsi que)(?=\s))\s*/giu

/** Where names stand in a text (start and end): titles may hold commas, colons and "and". */
export type NameSpans = (text: string) => readonly NameSpan[]

/** `kind` is that of what is named: a role is asked for as often as it narrows a list down. */
export type NameSpan = { readonly start: number; readonly end: number; readonly kind?: string }

/** Splits a message into clauses; "who hosted, who paid" are two, "theme and place of X" too, "Asia and Africa" is one. */
export function splitMessage(message: string, lexicon: Lexicon, names: NameSpans): Clause[] {
  const sentences = message
    .split(sentenceEnd)
    .map((s) => s.trim())
    .filter((s) => /[\p{L}\p{N}]/u.test(s))
  return sentences
    .flatMap(inPieces)
    .slice(0, maxClauses)
    .flatMap((sentence) => splitSentence(sentence, lexicon, names))
    .slice(0, maxClauses)
}

/** Nobody asks in longer sentences; what is longer was dictated without a stop, or is no text at all. */
const longestSentence = 500

function inPieces(sentence: string): string[] {
  const pieces: string[] = []
  let rest = sentence
  while (rest.length > longestSentence) {
    const space = rest.lastIndexOf(' ', longestSentence)
    const end = space > 0 ? space : longestSentence
    pieces.push(rest.slice(0, end))
    rest = rest.slice(end).trimStart()
  }
  return [...pieces, rest]
}

function splitSentence(sentence: string, lexicon: Lexicon, names: NameSpans): Clause[] {
  const question = sentence.includes('?')
  const parts = withSeparators(sentence, names)
  const clauses: { text: string; asks: boolean; complete: boolean }[] = []
  for (const { text, separator, roleOnly } of parts) {
    const asks = isAsking(text, lexicon)
    // "Which processes" is half a question, and a mere role is a condition of what it stands beside.
    const complete = !roleOnly && !isBareHead(text, lexicon)
    const last = clauses.at(-1)
    if (last && !(asks && last.asks && complete && last.complete)) {
      last.text = `${last.text}${separator}${text}`
      last.complete ||= complete && asks
      last.asks ||= asks
    } else clauses.push({ text, asks, complete })
  }
  return clauses.map(({ text, asks }) => ({ text, asks: asks || question }))
}

type Part = { readonly text: string; readonly separator: string; readonly roleOnly: boolean }

function withSeparators(sentence: string, namesIn: NameSpans): Part[] {
  const joints = [...sentence.matchAll(joint)]
  // Looking for names is what costs, and most sentences have nothing to split at.
  const names = joints.length > 0 ? namesIn(sentence) : []
  const parts: Part[] = []
  let from = 0
  let separator = ''
  const part = (end: number): Part => {
    const text = sentence.slice(from, end)
    return { text, separator, roleOnly: isRoleOnly(text, from, names) }
  }
  for (const match of joints) {
    const end = match.index + match[0].length
    if (!/[\p{L}\p{N}]/u.test(sentence.slice(from, match.index))) continue
    if (names.some((name) => match.index < name.end && end > name.start) || joinsPartners(match, names)) continue
    parts.push(part(match.index))
    separator = match[0]
    from = end
  }
  return /[\p{L}\p{N}]/u.test(sentence.slice(from)) ? [...parts, part(sentence.length)] : parts
}

/** "IOM and UNHCR" are those who do one thing together. */
function joinsPartners({ index, 0: joint }: RegExpExecArray, names: readonly NameSpan[]): boolean {
  const partners = names.filter(({ kind }) => kind === 'organisation')
  const isAnd = /^\s+(?:\p{L}+|&)\s+$/u.test(joint)
  return (
    isAnd && partners.some(({ end }) => end === index) && partners.some(({ start }) => start === index + joint.length)
  )
}

const roleVerbs = new Set('act acts serve serves work works agit exerce assure actua ejerce sirve'.split(' '))

/** "Technical secretariat", "not an observer", "serve as secretariat": names of roles, and how one has them. */
function isRoleOnly(text: string, from: number, names: readonly NameSpan[]): boolean {
  const roles = names.filter(({ kind, start, end }) => kind === 'role' && start >= from && end <= from + text.length)
  const isOfRole = ({ start }: Token) => roles.some((role) => start + from >= role.start && start + from < role.end)
  return (
    roles.length > 0 &&
    !questionWord.test(text) &&
    tokenize(text).every((token) => isOfRole(token) || isFunctionWord(token.word) || roleVerbs.has(token.word))
  )
}

const listConcepts = new Set(['process', 'list', 'meeting', 'report'])

/** "Which processes", "lesquels": it asks for a list, and of what stands in another part. */
function isBareHead(text: string, lexicon: Lexicon): boolean {
  const words = tokenize(text).map(({ word }) => word)
  const listed = words.filter((word) => isListed(word, lexicon))
  return (
    questionWord.test(text) &&
    listed.length > 0 &&
    words.every((word) => listed.includes(word) || isFunctionWord(word) || isQuestionWord(word))
  )
}

function isListed(word: string, lexicon: Lexicon): boolean {
  return word === 'ones' || lexicon.conceptsOf([word]).some((concept) => listConcepts.has(concept))
}

function isQuestionWord(word: string): boolean {
  return /^(?:which|what|quel(?:le)?s?|cuales|que)$/.test(word)
}

function isAsking(text: string, lexicon: Lexicon): boolean {
  return (
    questionWord.test(text) ||
    lexicon.conceptsOf(tokenize(text).map((token) => token.word)).some((concept) => lexicon.useOf(concept) === 'asks')
  )
}
