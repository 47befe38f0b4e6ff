import { type ResourceLimits, Worker } from 'node:worker_threads'
import type { Answer } from '../src/answers/answer.ts'
import type { Explanation } from '../src/answers/explanation.ts'
import type { Hit, HitQuery } from '../src/answers/hits.ts'
import type { FoundTargets, TargetQuery } from '../src/calendar/meeting-target.ts'
import type { Question } from '../src/focal-point.ts'
import type { Knowledge } from '../src/knowledge/knowledge.ts'
import { KnowledgeError, type Problem } from '../src/knowledge/problem.ts'
import type { AsyncFocalPoint, Explaining } from './async-focal-point.ts'
import { UnavailableError } from './unavailable-error.ts'
import { type ConversationBytes, type FromWorker, type Origin, type ToWorker, toMessage } from './worker-messages.ts'

/** What runs on the thread, and how much memory it may take; Node's limits hold where nothing is said. */
export type ThreadProgram = { readonly file: URL; readonly resourceLimits?: ResourceLimits }

export const answerProgram: ThreadProgram = { file: new URL('./answer-worker.ts', import.meta.url) }

/** A question takes milliseconds; one that takes this long will never be done. */
const finishMs = 10_000

/** One assistant on one worker thread. It is built there, so that building does not hold up this thread. */
export class AnswerThread implements AsyncFocalPoint, Explaining {
  readonly #worker: Worker
  readonly #ready = Promise.withResolvers<Knowledge>()
  readonly #ended = Promise.withResolvers<unknown>()
  readonly #inFlight = new Map<number, PromiseWithResolvers<unknown>>()
  readonly #handedOver = Promise.withResolvers<ConversationBytes | undefined>()
  #calendarProblems: readonly Problem[] = []
  #isHandingOver = false
  /** Until it has the conversations it goes on with, its questions wait. */
  #takingOver: Promise<void> | undefined
  #lastId = 0
  #hasEnded = false
  /** What kept it from getting ready. */
  #fault: unknown
  /** What ended the thread although nobody wanted that. */
  #crash: unknown

  constructor(origin: Origin, { file, resourceLimits }: ThreadProgram = answerProgram) {
    this.#worker = new Worker(file, { workerData: origin, resourceLimits, name: 'answers' })
    this.#worker.on('message', (message: FromWorker) => this.#take(message))
    this.#worker.on('error', (error) => {
      this.#crash = error
    })
    this.#worker.on('exit', () => this.#end())
  }

  /**
   * What it answers from, once it can. Rejects when the thread ends before that: with a `KnowledgeError` when the folder
   * is invalid, an `UnavailableError` when the thread was ended or crashed, otherwise what went wrong in building.
   */
  get ready(): Promise<Knowledge> {
    return this.#ready.promise
  }

  /** What of the calendars could not be used, once it is ready. */
  get calendarProblems(): readonly Problem[] {
    return this.#calendarProblems
  }

  /** Once the thread is gone: what ended it, undefined if nothing went wrong. Does not reject. */
  get ended(): Promise<unknown> {
    return this.#ended.promise
  }

  ask(question: Question): Promise<Answer> {
    return this.#request((id) => this.#tellInTurn({ kind: 'question', id, question: toMessage(question) }))
  }

  find(query: HitQuery): Promise<readonly Hit[]> {
    return this.#request((id) => this.#tell({ kind: 'search', id, query }))
  }

  findTargets(query: TargetQuery): Promise<FoundTargets> {
    return this.#request((id) => this.#tell({ kind: 'targets', id, query }))
  }

  explain(question: Question): Promise<Explanation> {
    return this.#request((id) => this.#tellInTurn({ kind: 'explain', id, question: toMessage(question) }))
  }

  /**
   * Its conversations, once the questions asked so far are answered; undefined when the thread ends before that. Those
   * of questions that are asked later are not among them.
   */
  handOver(): Promise<ConversationBytes | undefined> {
    this.#isHandingOver = true
    if (!this.#hasEnded) this.#tellInTurn({ kind: 'hand-over' })
    return this.#handedOver.promise
  }

  /** Goes on with the conversations of another thread; questions asked from now on wait for them. */
  takeOver(handedOver: Promise<ConversationBytes | undefined>): void {
    const taken = handedOver.then((conversations) => {
      if (conversations) this.#tell({ kind: 'take-over', conversations }, [conversations.buffer])
    })
    this.#takingOver = taken
    // One step behind those that wait, so that nothing asked meanwhile overtakes them.
    taken
      .then(() => {})
      .then(() => {
        if (this.#takingOver === taken) this.#takingOver = undefined
      })
  }

  /** Ends the thread once its questions in flight are answered, and its conversations handed over if somebody wants them. */
  async finish(): Promise<void> {
    const timer = setTimeout(() => this.terminate(), finishMs)
    const answers = [...this.#inFlight.values()].map(({ promise }) => promise)
    await Promise.allSettled([...answers, ...(this.#isHandingOver ? [this.#handedOver.promise] : [])])
    clearTimeout(timer)
    await this.terminate()
  }

  /** Ends the thread at once; what is in flight is rejected. */
  async terminate(): Promise<void> {
    await this.#worker.terminate()
  }

  /** What the thread replies to a message, which must have the id that is handed in. */
  #request<T>(tell: (id: number) => void): Promise<T> {
    if (this.#hasEnded) return Promise.reject(new UnavailableError(this.#crash))
    this.#lastId += 1
    const asked = Promise.withResolvers<T>()
    this.#inFlight.set(this.#lastId, asked as PromiseWithResolvers<unknown>)
    tell(this.#lastId)
    return asked.promise
  }

  /** Behind the conversations that are still to be taken over. */
  #tellInTurn(message: ToWorker): void {
    if (this.#takingOver) this.#takingOver.then(() => this.#tell(message))
    else this.#tell(message)
  }

  #tell(message: ToWorker, moved: ArrayBuffer[] = []): void {
    this.#worker.postMessage(message, moved)
  }

  #take(message: FromWorker): void {
    switch (message.kind) {
      case 'ready':
        this.#calendarProblems = message.calendarProblems
        this.#ready.resolve(message.knowledge)
        break
      case 'invalid':
        this.#fault = new KnowledgeError(message.problems)
        break
      case 'unusable':
        this.#fault = message.error
        break
      case 'answer':
        this.#settle(message.id)?.resolve(message.answer)
        break
      case 'hits':
        this.#settle(message.id)?.resolve(message.hits)
        break
      case 'found-targets':
        this.#settle(message.id)?.resolve(message.found)
        break
      case 'explanation':
        this.#settle(message.id)?.resolve(message.explanation)
        break
      case 'no-answer':
        this.#settle(message.id)?.reject(message.error)
        break
      case 'handed-over':
        this.#handedOver.resolve(message.conversations)
        break
    }
  }

  #settle(id: number): PromiseWithResolvers<unknown> | undefined {
    const asked = this.#inFlight.get(id)
    this.#inFlight.delete(id)
    return asked
  }

  #end(): void {
    this.#hasEnded = true
    const unavailable = new UnavailableError(this.#crash)
    this.#ready.reject(this.#fault ?? unavailable)
    for (const { reject } of this.#inFlight.values()) reject(unavailable)
    this.#inFlight.clear()
    this.#handedOver.resolve(undefined)
    this.#ended.resolve(this.#fault ?? this.#crash)
  }
}
