import type { Entry } from '../knowledge/knowledge.ts'
import { fold, type Token } from '../search/tokens.ts'
import { contentWords, describingWords, maskWords, spelledWords, wordsOfNames } from './clause-words.ts'
import type { Days } from './date-mention.ts'
import { type Mention, namesSubject } from './find-mentions.ts'
import { type FoundNames, findNames, type Owner } from './find-names.ts'
import type { IntentScore } from './intent-model.ts'
import type { LeftOut } from './left-out-names.ts'
import { type Filter, type Selection, selectSubjects, targetsOf } from './select-subjects.ts'
import { covers } from './spans.ts'
import { findStrangers } from './strangers.ts'
import type { NameTools, Understanding } from './understanding.ts'

/** A clause with everything found in it, before anything is decided. */
export type ReadClause = {
  readonly text: string
  readonly asks: boolean
  /** The words of the clause, as far as it is read; mentions count in them. */
  readonly tokens: readonly Token[]
  readonly mentions: readonly Mention[]
  readonly selection: Selection
  /** Names that the question leaves out: "apart from Bali". */
  readonly leftOut: readonly LeftOut[]
  readonly scores: readonly IntentScore[]
  /** The words the model saw: spelt right, with names as slots. */
  readonly masked: readonly string[]
  /** Words that carry meaning and are not part of a name, a date or a number; spelt right. */
  readonly content: readonly string[]
  /** Content words that ask for nothing themselves: they describe what is meant. */
  readonly subjectWords: readonly string[]
  /** Words of names other than the series that is named: they too can describe a member of it. */
  readonly nameWords: readonly string[]
  readonly seriesWords: readonly string[]
  /** Words of places, regions, roles and partners: names that may also be mere words of the question. */
  readonly weakWords: readonly string[]
  /** It has a question word of its own, so it does not merely carry on ("what about X"). */
  readonly asksItself: boolean
  /** Unknown names beside "process", "dialogue" or "secretariat": something we have no entry for. */
  readonly strangers: readonly string[]
  /** The clause names something as a whole, in capitals, of which there is no entry. */
  readonly unknownNames: readonly string[]
  /** The clause points back at something: "it", "that one", "and in 2014?". */
  readonly pointsBack: boolean
  /** It says "there", "in it": whoever else is named is only who, and what was talked about is where. */
  readonly standsThere: boolean
}

type Options = { readonly asks: boolean; readonly days: Days; readonly inTalkOf?: Owner }

/** Finds names, dates and wanted facts in one clause. Cost: linear in its words, plus one model row for each feature. */
export function readClause(text: string, { asks, days, inTalkOf }: Options, tools: Understanding): ReadClause {
  const { found, words, filter, selection, masked } = readNames(text, { ...days, inTalkOf }, tools)
  const { tokens, mentions } = found
  const content = contentWords(words, found, tools.lexicon)
  return {
    text,
    asks,
    tokens,
    mentions,
    selection,
    leftOut: found.leftOut,
    masked,
    scores: tools.model.classify(masked),
    content,
    subjectWords: describingWords(content, tools.lexicon),
    ...wordsByName(mentions, filter, words),
    asksItself: questionWord.test(text),
    strangers: findStrangers(tokens, mentions, tools),
    unknownNames: found.unknown.map(({ first, last }) => text.slice(tokens[first]?.start, tokens[last]?.end)),
    pointsBack: words.some((word) => pronouns.has(word)) || carriesOn.test(text),
    standsThere: there.test(fold(text)),
  }
}

/** The words of a text as the model sees them: spelt right, with names as slots. */
export function maskText(text: string, tools: NameTools): readonly string[] {
  return readNames(text, { today: anyDay }, tools).masked
}

/** Which day "yesterday" was does not matter where only its place in the text is wanted. */
const anyDay = { year: 2000, month: 1, day: 1 }

function readNames(text: string, days: Parameters<typeof findNames>[1], tools: NameTools) {
  const found = findNames(text, days, tools)
  const { tokens, mentions, dates, leftOut } = found
  const words = spelledWords(tokens, tools.speller)
  const filter = filterOf(found, words, tools)
  const selection = selectSubjects(mentions, filter, tools.series)
  const masked = maskWords(words, { mentions, dates, leftOut, selection, lexicon: tools.lexicon })
  return { found, words, filter, selection, masked }
}

/** What in the clause narrows a series down. */
function filterOf(
  { tokens, mentions, dates, ordinals }: FoundNames,
  words: readonly string[],
  { lexicon, series }: NameTools,
): Filter {
  const isSeries = (target: Mention['targets'][number]): target is Entry =>
    target.kind !== 'place' && series.membersOf(target).length > 0
  const free = (at: number) => !covers(mentions, at)
  return {
    series: mentions.flatMap((mention) => mention.targets.filter(isSeries)),
    places: targetsOf(mentions, 'place'),
    regions: targetsOf(mentions, 'region'),
    dates,
    nouns: lexicon
      .conceptsOf(words.filter((_, at) => free(at)))
      .filter((concept) => lexicon.useOf(concept) === 'event-kind'),
    ordinals,
    numbers: tokens.flatMap(({ word }, at) =>
      /^\d{1,3}$/.test(word) && free(at) && !covers(dates, at) ? [Number(word)] : [],
    ),
  }
}

/** The words of the names, by what they can be good for besides naming. */
function wordsByName(
  mentions: readonly Mention[],
  { series }: Filter,
  words: readonly string[],
): Pick<ReadClause, 'nameWords' | 'seriesWords' | 'weakWords'> {
  const isSeries = (mention: Mention) =>
    mention.targets.some((target) => series.some((entry) => entry.id === target.id))
  const isOurs = (mention: Mention) => mention.targets.some((target) => target.id === 'iom')
  const isRole = (mention: Mention) => mention.targets.some((target) => target.kind === 'role')
  return {
    nameWords: wordsOfNames(
      mentions.filter((mention) => !isSeries(mention) && !isOurs(mention) && !isRole(mention)),
      words,
    ),
    seriesWords: wordsOfNames(mentions.filter(isSeries), words),
    weakWords: wordsOfNames(
      mentions.filter((mention) => !namesSubject(mention) && !isOurs(mention)),
      words,
    ),
  }
}

/** "Where", "qui" …, but not in "what about", "how about", "et pour". */
const questionWord =
  /(?<!\p{L})(?:who|whom|whose|when|where|why|which|what(?!\s+(?:about|of))|how(?!\s+about)|qui|quand|où|combien|pourquoi|quel(?:le)?s?|qui[eé]n(?:es)?|cu[aá]ndo|d[oó]nde|cu[aá]nt[oa]s?|cu[aá]l(?:es)?|por qu[eé])(?!\p{L})/iu

/** Small words at the beginning that continue what was said before. */
const carriesOn = /^\W*(?:and|et|y|ok|so|&|what about|how about)\b/i

/** "In it", "celui-là", "allí": a place in what was talked about. */
const there =
  /\b(?:there(?! (?:is|are|was|were|a|an|any)\b)|(?:in|of|for|to|at|with|about) (?:it|that|this|that one|this one)(?= *(?:$|\W*$))|celui|celle|ceux|celles|la-dedans|alli|ahi|(?:en|de|a|con) (?:ese|esa|eso|el|ella)(?= *\W*$))\b/u

/** Words that stand for something said before, as far as they are nothing else in another of the languages. */
const pronouns = new Set(
  'it its that this they them there those one ones he him his she her here same else lo il elle ils elles celui celle eso ese esa ahi alli cela ca alla suyo'.split(
    ' ',
  ),
)
