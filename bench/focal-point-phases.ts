import { toPlainText } from '../src/answers/plain-text.ts'
import { createFocalPoint } from '../src/focal-point.ts'
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts'
import { timed } from './measure.ts'
import { type Phases, readMemory } from './phases.ts'

// `node bench/focal-point-phases.ts KNOWLEDGE QUESTION` prints its phases as JSON.
const importMs = performance.now()
const [folder = '', text = ''] = process.argv.slice(2)
const knowledge = timed(() => loadKnowledge(folder))
const focalPoint = timed(() => createFocalPoint(knowledge.value))
const first = timed(() => toPlainText(focalPoint.value.ask({ text, now: Temporal.Now.instant() })))
const phases: Phases = {
  importMs,
  loadMs: knowledge.ms,
  buildMs: focalPoint.ms,
  firstMs: first.ms,
  memory: readMemory(),
}
console.log(JSON.stringify(phases))
