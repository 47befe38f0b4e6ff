import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { addCalendars, type WithCalendars } from '../src/calendar/reading/add-calendars.ts'
import type { FocalPoint } from '../src/focal-point.ts'
import { KnowledgeError } from '../src/knowledge/problem.ts'
import { buildWithCache } from './load-focal-point.ts'
import { loadWhole } from './load-whole.ts'
import { type FromWorker, fromMessage, type Origin, type ToWorker } from './worker-messages.ts'

if (!parentPort) throw new Error('expected to run as a worker thread')
serve(parentPort, workerData)

/** Builds the assistant, says how that went, and answers one question or search after the other. */
function serve(port: MessagePort, origin: Origin): void {
  const tell = (message: FromWorker) => port.postMessage(message)
  try {
    const { knowledge, problems } = gather(origin)
    const focalPoint = buildWithCache(knowledge)
    warmUp(focalPoint)
    port.on('message', (message: ToWorker) => take(message, focalPoint, port))
    tell({ kind: 'ready', knowledge, calendarProblems: problems })
  } catch (error) {
    tell(error instanceof KnowledgeError ? { kind: 'invalid', problems: error.problems } : { kind: 'unusable', error })
    port.close()
  }
}

function gather(origin: Origin): WithCalendars {
  if (origin.kind === 'knowledge') return { knowledge: origin.knowledge, problems: [] }
  return addCalendars(loadWhole(origin.folder), origin.calendars ?? [])
}

/** The first slip and the first search build an index, which takes a moment: better now than in somebody's question. */
function warmUp(focalPoint: FocalPoint): void {
  focalPoint.ask({ text: 'mispelt', now: Temporal.Now.instant() })
  focalPoint.find({ text: 'mispelt', limit: 1 })
}

function take(message: ToWorker, focalPoint: FocalPoint, port: MessagePort): void {
  switch (message.kind) {
    case 'take-over':
      focalPoint.resumeConversations(JSON.parse(new TextDecoder().decode(message.conversations)))
      break
    case 'question':
    case 'search':
    case 'targets':
    case 'explain':
      port.postMessage(reply(message, focalPoint))
      break
    case 'hand-over': {
      const conversations = new TextEncoder().encode(JSON.stringify(focalPoint.saveConversations()))
      port.postMessage({ kind: 'handed-over', conversations } satisfies FromWorker, [conversations.buffer])
    }
  }
}

/** A defect that one question brings to light is told to whoever asked it; all others are still answered. */
function reply(message: Extract<ToWorker, { id: number }>, focalPoint: FocalPoint): FromWorker {
  const { id } = message
  try {
    switch (message.kind) {
      case 'question':
        return { kind: 'answer', id, answer: focalPoint.ask(fromMessage(message.question)) }
      case 'search':
        return { kind: 'hits', id, hits: focalPoint.find(message.query) }
      case 'targets':
        return { kind: 'found-targets', id, found: focalPoint.findTargets(message.query) }
      case 'explain':
        return { kind: 'explanation', id, explanation: focalPoint.explain(fromMessage(message.question)) }
    }
  } catch (error) {
    return { kind: 'no-answer', id, error }
  }
}
