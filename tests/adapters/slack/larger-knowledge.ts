import type { KnowingFocalPoint } from '../../../adapters/chat/tools.ts'
import type { Understanding } from '../../../src/intents/understanding.ts'
import type { Entry, Event, Process, Publication } from '../../../src/knowledge/knowledge.ts'
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts'
import { focalPointOver, learn } from '../own-focal-point.ts'

/** The names that are added to those of the project, so many that lists of them fill pages. */
export const addedNames = {
  publications: namesOf('Heron Report', 120),
  events: namesOf('Egret Meeting', 100),
  processes: namesOf('Stork Process on Consultations among Neighbours of the Great Lakes and Rivers', 120),
} as const

let larger: Understanding | undefined

/** A fresh assistant over the project's knowledge with long lists in it. */
export function largerFocalPoint(): KnowingFocalPoint {
  larger ??= learn(largerKnowledge())
  return focalPointOver(larger)
}

function largerKnowledge() {
  const knowledge = loadKnowledge('knowledge')
  const added: Entry[] = [
    ...addedNames.publications.map(aPublication),
    ...addedNames.events.map(anEvent),
    ...addedNames.processes.map(aProcess),
  ]
  return { ...knowledge, entries: new Map([...knowledge.entries, ...added.map((entry) => [entry.id, entry] as const)]) }
}

/** Numbers of the same length, so that no name is part of another. */
function namesOf(series: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${series} ${1001 + i}`)
}

function aPublication(name: string): Publication {
  return { kind: 'publication', id: idOf(name), name, title: name, source: '004:488' }
}

function anEvent(name: string): Event {
  return { kind: 'event', id: idOf(name), name, year: 2017, source: '004:488' }
}

function aProcess(name: string): Process {
  const roles = [{ role: 'observer', source: '004:488' }]
  return { kind: 'process', id: idOf(name), name, scope: 'regional', roles, source: '004:488' }
}

function idOf(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-')
}
