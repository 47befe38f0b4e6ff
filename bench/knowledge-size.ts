import { createFocalPoint } from '../src/focal-point.ts'
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts'
import { createBareSearch, listBareDocuments } from './bare-search.ts'
import { type Latency, measureLatency } from './latency.ts'
import { type Sides, timed } from './measure.ts'
import { loadQuestions } from './questions.ts'

/** What knowledge of one size costs. */
export type SizeCost = {
  readonly passages: number
  readonly loadMs: number
  readonly buildMs: Sides<number>
  readonly latency: Sides<Latency>
}

function measureSize(folder: string, questionFile: string | undefined): SizeCost {
  const knowledge = timed(() => loadKnowledge(folder))
  const focalPoint = timed(() => createFocalPoint(knowledge.value))
  const documents = listBareDocuments(knowledge.value)
  const bareSearch = timed(() => createBareSearch(documents))
  const sides = { focalPoint: focalPoint.value, bareSearch: bareSearch.value, rounds: 2 }
  return {
    passages: documents.length,
    loadMs: knowledge.ms,
    buildMs: { ours: focalPoint.ms, bare: bareSearch.ms },
    latency: measureLatency(loadQuestions(questionFile), sides),
  }
}

/** `node bench/knowledge-size.ts KNOWLEDGE [QUESTIONS.jsonl]` prints its measures as JSON. */
if (import.meta.main) {
  const [folder = '', questionFile] = process.argv.slice(2)
  console.log(JSON.stringify(measureSize(folder, questionFile)))
}
