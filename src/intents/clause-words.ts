import type { Speller } from '../search/spelling.ts'
import type { Token } from '../search/tokens.ts'
import type { DateMention } from './date-mention.ts'
import type { Mention } from './find-mentions.ts'
import type { FoundNames } from './find-names.ts'
import { isFunctionWord } from './function-words.ts'
import type { LeftOut } from './left-out-names.ts'
import type { Lexicon } from './lexicon.ts'
import { isAcronym } from './name-trie.ts'
import type { Selection } from './select-subjects.ts'
import { covers } from './spans.ts'

/** The folded words of tokens, spelt right; acronyms are left as they are. */
export function spelledWords(tokens: readonly Token[], speller: Speller): string[] {
  return tokens.map((token) => (isAcronym(token.written) ? token.word : (speller.correct(token.word) ?? token.word)))
}

/** Words that carry meaning and are not part of a name, a date or a number. */
export function contentWords(
  words: readonly string[],
  { mentions, dates, ordinals, leftOut }: FoundNames,
  lexicon: Lexicon,
): string[] {
  const taken = (at: number) =>
    covers(mentions, at) || covers(dates, at) || covers(leftOut, at) || ordinals.some((ordinal) => ordinal.at === at)
  return words.filter(
    (word, at) => !taken(at) && !/^(?:\d+|.)$/.test(word) && !isFunctionWord(word) && !lexicon.isFiller(word),
  )
}

/** Those of the words that ask for nothing themselves: they describe what is meant. */
export function describingWords(content: readonly string[], lexicon: Lexicon): string[] {
  const isQuestion = (concept: string) => lexicon.useOf(concept) === 'asks' || lexicon.useOf(concept) === 'event-kind'
  return content.filter((word) => !lexicon.conceptsOf([word]).some(isQuestion))
}

/** The telling words of names. */
export function wordsOfNames(mentions: readonly Mention[], words: readonly string[]): string[] {
  return mentions.flatMap(({ first, last }) => words.slice(first, last + 1)).filter((word) => !isFunctionWord(word))
}

/** Directly before a kind of event. */
const listHeads = new Set(['which', 'what', 'quels', 'quelles', 'que', 'cuales'])

type Found = {
  readonly mentions: readonly Mention[]
  readonly dates: readonly DateMention[]
  readonly leftOut: readonly LeftOut[]
  readonly selection: Selection
  readonly lexicon: Lexicon
}

/** The words with names replaced by slots. What narrows a series down becomes one slot of the kind that was found. */
export function maskWords(words: readonly string[], { mentions, dates, leftOut, selection, lexicon }: Found): string[] {
  const member = selection.filtered ? selection.subjects[0]?.kind : undefined
  const slots = new Map<number, { slot: string | undefined; last: number }>()
  let memberShown = false
  const isMemberPart = (kind: string) => ['place', 'region', 'process', 'term', 'date'].includes(kind)
  const spans = [
    // Role words stay words: "secretariat" and "observer" are what is asked for as often as what it is asked by.
    ...mentions.map((m) => ({ first: m.first, last: m.last, kind: slotKind(m) })).filter(({ kind }) => kind !== 'role'),
    ...dates.map((d) => ({ first: d.first, last: d.last, kind: 'date' })),
  ].sort((a, b) => a.first - b.first)
  for (const { first, last, kind } of spans) {
    if (member && isMemberPart(kind)) {
      slots.set(first, { slot: memberShown ? undefined : `<${member}>`, last })
      memberShown = true
    } else slots.set(first, { slot: `<${kind}>`, last })
  }
  // What is left out is not asked about.
  for (const { first, last } of leftOut) slots.set(first, { slot: undefined, last })
  // The kind of event that singled it out is part of its name: "the April workshop".
  const nouns = member === 'event' ? selection.filter.nouns : []
  const isNoun = (word: string) => lexicon.conceptsOf([word]).some((concept) => nouns.includes(concept))
  // "Which workshops" asks for a list; there the kind is asked for.
  const kept = words.map((word, at) => (isNoun(word) && !listHeads.has(words[at - 1] ?? '') ? '' : word))
  return replaceSpans(kept, slots).filter((word) => word !== '')
}

function replaceSpans(
  words: readonly string[],
  slots: ReadonlyMap<number, { slot: string | undefined; last: number }>,
): string[] {
  const masked: string[] = []
  for (let at = 0; at < words.length; at++) {
    const span = slots.get(at)
    if (!span) masked.push(words[at] ?? '')
    else {
      if (span.slot) masked.push(span.slot)
      at = span.last
    }
  }
  return masked
}

function slotKind(mention: Mention): string {
  const kind = mention.targets[0]?.kind ?? 'term'
  return kind === 'contact' ? 'person' : kind
}
