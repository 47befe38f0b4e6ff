import { describe, expect, test } from 'vitest'
import { createFocalPoint } from '../src/focal-point.ts'
import { type Entry, entriesOf, type Process } from '../src/knowledge/knowledge.ts'
import { allWordings } from '../src/knowledge/language.ts'
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts'

const knowledge = loadKnowledge('knowledge')
const kept = new Map<string, Uint8Array>()
const models = {
  load: (key: string) => kept.get(key),
  save: (key: string, bytes: Uint8Array) => void kept.set(key, bytes),
}

const questions = [
  'Who runs the secretariat of the X?',
  'What is IOM’s role in the X?',
  'Whom do I write to about the X?',
  'When was the X founded?',
  'which countries are in the X?',
  'Quel est le rôle de l’OIM dans le X ?',
  '¿Quién ejerce la secretaría del X?',
]

/** What still stands in the knowledge under nearly the same words, so that something of it is told. */
const open: ReadonlyMap<string, string> = new Map([
  ['global-rcp-meetings', 'global meetings of RCPs are spoken of in other entries'],
  ['intra-regional-forum-africa', 'its name is a term, and the term is explained'],
  ['un-hld', 'its name holds the title of an IDM workshop'],
  ['asia-eu-dialogue', '"Asia - EU" is read as two questions'],
])

/** The knowledge without a process and without whatever refers to it. */
function without(process: Process) {
  const refers = (entry: Entry) => JSON.stringify(entry).includes(`"${process.id}"`)
  const entries = new Map([...knowledge.entries].filter(([, entry]) => entry !== process && !refers(entry)))
  return createFocalPoint({ ...knowledge, entries }, models)
}

describe('a process that is taken out of the knowledge', () => {
  test.each(
    entriesOf(knowledge, 'process')
      .filter(({ id }) => !open.has(id))
      .map((process) => [process.id, process] as const),
  )('is not answered with the data of another (%s)', (_, process) => {
    const focalPoint = without(process)
    const now = Temporal.Instant.from('2026-01-01T00:00:00Z')
    const asked = new Set(
      allWordings(process.name).flatMap((name) => questions.map((question) => question.replace('X', name))),
    )
    const answered = [...asked].filter((text) => focalPoint.ask({ text, now }).status === 'answered')
    expect(answered).toEqual([])
  })
})
