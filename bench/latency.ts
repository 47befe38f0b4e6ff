import { toPlainText } from '../src/answers/plain-text.ts'
import type { FocalPoint } from '../src/focal-point.ts'
import type { BareSearch } from './bare-search.ts'
import { type Percentiles, percentilesOf, type Sides, timed } from './measure.ts'
import type { BenchQuestion } from './questions.ts'

/** Milliseconds of a question. */
export type Latency = {
  /** Over all questions and rounds, with every pause of the collector and of a busy machine. */
  readonly pooled: Percentiles
  /** Over each question's best round: what the question itself costs. */
  readonly best: Percentiles
}

/** Fixed, so that "next" and "last year" cost the same in every year. */
const now = Temporal.Instant.from('2026-07-01T09:00:00Z')
const warmUpRounds = 1

type Asked = { readonly focalPoint: FocalPoint; readonly bareSearch: BareSearch; readonly rounds: number }

/** Asks all questions of both sides in turns; the first round is not counted. */
export function measureLatency(
  questions: readonly BenchQuestion[],
  { focalPoint, bareSearch, rounds }: Asked,
): Sides<Latency> {
  const ours: number[][] = []
  const bare: number[][] = []
  for (let round = 0; round < warmUpRounds + rounds; round++) {
    ours.push(questions.map((question) => timed(() => answer(question, focalPoint, round)).ms))
    bare.push(questions.map(({ question }) => timed(() => bareSearch(question)).ms))
  }
  return { ours: latencyOf(ours.slice(warmUpRounds)), bare: latencyOf(bare.slice(warmUpRounds)) }
}

/** The whole way from a question to what a person reads. A conversation starts afresh in each round. */
export function answer({ question, conversation }: BenchQuestion, focalPoint: FocalPoint, round: number): string {
  const id = conversation === undefined ? undefined : `${conversation} ${round}`
  return toPlainText(focalPoint.ask({ text: question, conversation: id, now }))
}

/** Milliseconds of the same questions in several rounds. */
export function latencyOf(rounds: readonly (readonly number[])[]): Latency {
  const best = (rounds[0] ?? []).map((_, i) => Math.min(...rounds.map((times) => times[i] ?? 0)))
  return { pooled: percentilesOf(rounds.flat()), best: percentilesOf(best) }
}
