import type { KnowingFocalPoint } from '../../adapters/chat/tools.ts'
import type { Understanding } from '../../src/intents/understanding.ts'
import type { Event } from '../../src/knowledge/knowledge.ts'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { focalPointOver, learn } from './own-focal-point.ts'

let own: Understanding | undefined

/** The day of the workshop, forty days from now: the clock of an adapter over HTTP is near that of the machine. */
export const workshopDay = Temporal.Now.zonedDateTimeISO('UTC').toPlainDate().add({ days: 40 })

/** A fresh assistant over the project's knowledge with two workshops to come. */
export function meetingFocalPoint(): KnowingFocalPoint {
  own ??= learn(knowledgeWithMeetings())
  return focalPointOver(own)
}

function knowledgeWithMeetings() {
  const knowledge = loadKnowledge('knowledge')
  const added = [aWorkshop('Kestrel Workshop', workshopDay), aWorkshop('Plover Workshop', workshopDay.add({ days: 7 }))]
  return { ...knowledge, entries: new Map([...knowledge.entries, ...added.map((event) => [event.id, event] as const)]) }
}

function aWorkshop(name: string, day: Temporal.PlainDate): Event {
  const id = name.toLowerCase().replaceAll(' ', '-')
  return { kind: 'event', id, name, starts: day.toString(), time: '10:00', zone: 'Europe/Zurich', source: '004:488' }
}
