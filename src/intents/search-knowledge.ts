import { entriesOf } from '../knowledge/knowledge.ts'
import { wordsOf } from '../search/tokens.ts'
import { cleanMessage } from './clean-message.ts'
import { isFunctionWord } from './function-words.ts'
import type { Found } from './name-search.ts'
import type { Findable } from './searched-names.ts'
import type { Understanding } from './understanding.ts'

/** More words than these narrow nothing down any further. */
const mostWords = 12
/** Passages that are looked at: several can be of one entry. */
const mostPassages = 100
/** A passage with less of what was typed was not meant. */
const leastCoverage = 0.5
/** Where nothing is typed, so much is offered for a start. */
const startingChoice = 10

/**
 * What somebody may mean who types this into a search box, also half a word, best first: by names, then by what the
 * passages of the knowledge say. Slips are put right where no name has the words as they were typed.
 */
export function searchKnowledge(text: string, tools: Understanding): Found[] {
  const typed = wordsOf(cleanMessage(text)).slice(0, mostWords)
  if (typed.length === 0) return startingHits(tools)
  const named = tools.names.find(typed)
  const words = named.length > 0 ? typed : typed.map((word) => tools.speller.correct(word) ?? word)
  const found = named.length > 0 ? named : tools.names.find(words)
  const known = new Set<Findable>(found.map(({ of }) => of))
  return [...found, ...findPassages(words, tools).filter(({ of }) => !known.has(of))].filter(({ of }) =>
    isTold(of, tools),
  )
}

/** A small choice for a start: processes first, then an organisation's own topics. */
function startingHits({ knowledge }: Understanding): Found[] {
  const choice: Findable[] = [...entriesOf(knowledge, 'process'), ...knowledge.topics.values()]
  return choice.slice(0, startingChoice).map((of) => ({ of, score: 0 }))
}

/** The entries of the best passages, each once. */
function findPassages(words: readonly string[], { passages }: Understanding): Found[] {
  const telling = words.filter((word) => !isFunctionWord(word))
  const last = telling.at(-1)
  const whole = last === undefined || passages.knows(last) ? telling : telling.with(-1, passages.complete(last) ?? last)
  const hits = passages.search(whole, mostPassages).filter(({ coverage }) => coverage >= leastCoverage)
  const best = hits[0]?.score ?? 1
  const scores = new Map<Findable, number>()
  for (const { passage, score } of hits)
    if (!scores.has(passage.entry)) scores.set(passage.entry, (score / best) * passageWeight)
  return [...scores].map(([of, score]) => ({ of, score }))
}

/** Keeps what was found in a text behind what was found by its name. */
const passageWeight = 0.4

/** Whether there is anything to tell about it. */
function isTold(of: Findable, { holds }: Understanding): boolean {
  return of.kind === 'topic' || holds('describe', of)
}
