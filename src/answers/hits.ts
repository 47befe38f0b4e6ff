import { detectLanguage } from '../intents/detect-language.ts'
import type { Found } from '../intents/name-search.ts'
import { topicLabel } from '../intents/phrasings.ts'
import { searchKnowledge } from '../intents/search-knowledge.ts'
import type { Findable } from '../intents/searched-names.ts'
import type { Understanding } from '../intents/understanding.ts'
import type { Language } from '../knowledge/language.ts'
import type { Answer } from './answer.ts'
import { composePart } from './compose.ts'
import { type Composing, noDay, wordingOf } from './composing.ts'
import { decisionOn } from './decision-on.ts'
import { nameOf } from './statement.ts'

/** What somebody types into a search box. */
export type HitQuery = {
  readonly text: string
  /** Default: the language of the text. */
  readonly language?: Language | undefined
  /** At most 25. */
  readonly limit: number
}

/** Something that a search found, with what is to be told about it. */
export type Hit = {
  readonly id: string
  /** The kind of entry, or `topic`. */
  readonly kind: string
  readonly title: string
  /** One or two sentences: the lead of the answer. */
  readonly summary: string
  /** What asking for it would tell, with its sources. */
  readonly answer: Answer
  /** More is better; good for ranking the hits of one query. */
  readonly score: number
}

const mostHits = 25

/** The entries and topics that the text may mean, best first, each once; without a text, a few for a start. */
export function findHits({ text, language, limit }: HitQuery, tools: Understanding): Hit[] {
  const composing = {
    tools,
    language: language ?? detectLanguage(text, undefined, tools.languageWords),
    today: noDay,
  }
  return searchKnowledge(text, tools)
    .slice(0, Math.max(0, Math.min(mostHits, limit)))
    .map((found) => hitOf(found, composing))
}

function hitOf({ of, score }: Found, composing: Composing): Hit {
  const answer = describe(of, composing)
  const lead = answer.parts[0]?.lead ?? ''
  return {
    id: of.id,
    kind: of.kind,
    title: of.kind === 'topic' ? of.title : nameOf(of, wordingOf(composing)),
    summary: of.kind === 'topic' ? firstSentences(lead, composing.language) : lead,
    answer,
    score,
  }
}

function describe(of: Findable, composing: Composing): Answer {
  const { language, tools } = composing
  const isTopic = of.kind === 'topic'
  const decision = decisionOn(isTopic ? topicLabel(of.id) : 'describe', isTopic ? [] : [of], tools)
  const part = composePart(decision, composing)
  return { status: part.status, intent: part.intent, language, parts: [part], candidates: [] }
}

/** Topics are written by an organisation, and may be long. */
function firstSentences(text: string, language: Language): string {
  const sentences = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)
  return [...sentences]
    .slice(0, 2)
    .map(({ segment }) => segment)
    .join('')
    .trim()
}
