import { readFileSync, writeFileSync } from 'node:fs'
import MiniSearch from 'minisearch'
import type { Knowledge } from '../src/knowledge/knowledge.ts'
import { listPassages, type Passage } from '../src/search/passages.ts'
import { timed } from './measure.ts'
import { type Phases, readMemory } from './phases.ts'

/** A passage as plain search sees it. */
type BareDocument = { readonly id: string; readonly name: string } & Passage['text']

/** Plain full-text search, what one would have without this project: ids of the passages with any word of the question. */
export type BareSearch = (question: string) => readonly string[]

export function listBareDocuments(knowledge: Knowledge): BareDocument[] {
  return listPassages(knowledge).map(({ id, name, text }) => ({ id, name, ...text }))
}

export function writeBareDocuments(knowledge: Knowledge, file: string): void {
  writeFileSync(file, JSON.stringify(listBareDocuments(knowledge)))
}

/** Indexes with MiniSearch's defaults: its tokenizer, no stems, any word matches. */
export function createBareSearch(documents: readonly BareDocument[]): BareSearch {
  const index = new MiniSearch<BareDocument>({ fields: ['name', 'en', 'fr', 'es'] })
  index.addAll(documents)
  return (question) => index.search(question).map((result) => String(result.id))
}

/** `node bench/bare-search.ts DOCUMENTS.json QUESTION` prints its phases as JSON. */
if (import.meta.main) {
  const importMs = performance.now()
  const [file = '', question = ''] = process.argv.slice(2)
  const documents = timed(() => JSON.parse(readFileSync(file, 'utf8')) as BareDocument[])
  const search = timed(() => createBareSearch(documents.value))
  const first = timed(() => search.value(question))
  const phases: Phases = {
    importMs,
    loadMs: documents.ms,
    buildMs: search.ms,
    firstMs: first.ms,
    memory: readMemory(),
  }
  console.log(JSON.stringify(phases))
}
