import { tokenize } from '../search/tokens.ts'
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
export type NameSpans = (text: string) => readonly { readonly start: number; readonly end: number }[]

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
  const clauses: { text: string; asks: boolean }[] = []
  for (const { text, separator } of parts) {
    const asks = isAsking(text, lexicon)
    const last = clauses.at(-1)
    if (last && !(asks && last.asks)) {
      last.text = `${last.text}${separator}${text}`
      last.asks ||= asks
    } else clauses.push({ text, asks })
  }
  return clauses.map(({ text, asks }) => ({ text, asks: asks || question }))
}

function withSeparators(sentence: string, namesIn: NameSpans): { text: string; separator: string }[] {
  const joints = [...sentence.matchAll(joint)]
  // Looking for names is what costs, and most sentences have nothing to split at.
  const names = joints.length > 0 ? namesIn(sentence) : []
  const parts: { text: string; separator: string }[] = []
  let from = 0
  let separator = ''
  for (const match of joints) {
    const end = match.index + match[0].length
    const text = sentence.slice(from, match.index)
    if (!/[\p{L}\p{N}]/u.test(text) || names.some((name) => match.index < name.end && end > name.start)) continue
    parts.push({ text, separator })
    separator = match[0]
    from = end
  }
  const rest = sentence.slice(from)
  return /[\p{L}\p{N}]/u.test(rest) ? [...parts, { text: rest, separator }] : parts
}

function isAsking(text: string, lexicon: Lexicon): boolean {
  return (
    questionWord.test(text) ||
    lexicon.conceptsOf(tokenize(text).map((token) => token.word)).some((concept) => lexicon.useOf(concept) === 'asks')
  )
}
