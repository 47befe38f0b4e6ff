import { loadKnowledge } from '../src/knowledge/load-knowledge.ts'
import { enlargeKnowledge } from './enlarge-knowledge.ts'
import { createForgetful } from './forgetful.ts'
import { answer, type Latency, latencyOf } from './latency.ts'
import { timed } from './measure.ts'
import { type Memory, readMemory } from './phases.ts'
import { loadQuestions } from './questions.ts'

/** What knowledge of one size costs. */
export type SizeCost = {
  readonly entries: number
  readonly buildMs: number
  /** The first round: it builds what is built when it is first needed, and remembers words. */
  readonly first: Latency
  readonly latency: Latency
  readonly memory: Memory
}

const rounds = 2

/** Asks every nth question; a sample spread over all, because a large size takes long. */
function measureSize(folder: string, size: number, everyNth: number): SizeCost {
  const knowledge = enlargeKnowledge(loadKnowledge(folder), size)
  const focalPoint = timed(() => createForgetful(knowledge))
  const questions = loadQuestions(undefined).filter((_, i) => i % everyNth === 0)
  const times = Array.from({ length: 1 + rounds }, (_, round) =>
    questions.map((question) => timed(() => answer(question, focalPoint.value, round)).ms),
  )
  return {
    entries: knowledge.entries.size,
    buildMs: focalPoint.ms,
    first: latencyOf(times.slice(0, 1)),
    latency: latencyOf(times.slice(1)),
    memory: readMemory(),
  }
}

/** `node bench/knowledge-size.ts KNOWLEDGE ENTRIES NTH` prints its measures as JSON. */
if (import.meta.main) {
  const [folder = '', size, everyNth] = process.argv.slice(2)
  console.log(JSON.stringify(measureSize(folder, Number(size), Number(everyNth))))
}
