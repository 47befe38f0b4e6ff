import type { Answer } from '../src/answers/answer.ts'
import type { Explanation } from '../src/answers/explanation.ts'
import type { Hit, HitQuery } from '../src/answers/hits.ts'
import type { FoundTargets, TargetQuery } from '../src/calendar/meeting-target.ts'
import type { Question } from '../src/focal-point.ts'
import type { Knowledge } from '../src/knowledge/knowledge.ts'
import { AnswerThread, type ThreadProgram } from './answer-thread.ts'
import type { AsyncFocalPoint, Explaining } from './async-focal-point.ts'
import { BackOff } from './back-off.ts'
import type { Check } from './health.ts'
import { describeError, type Log } from './log.ts'

type Options = { readonly program: ThreadProgram; readonly log: Log }

/**
 * An assistant over one state of the knowledge that outlives its thread: when that crashes or runs out of memory, another
 * is built from the same knowledge, whatever the folder holds by then.
 */
export class LastingFocalPoint implements AsyncFocalPoint, Explaining {
  readonly knowledge: Knowledge
  readonly #options: Options
  readonly #backOff = new BackOff()
  #thread: AnswerThread
  /** Another one, until it is ready. */
  #replacement: AnswerThread | undefined
  #timer: NodeJS.Timeout | undefined
  #isAnswering = true
  #isClosed = false

  /** Takes over a thread that is ready, and what it answers from. */
  constructor(thread: AnswerThread, knowledge: Knowledge, options: Options) {
    this.knowledge = knowledge
    this.#options = options
    this.#thread = thread
    this.#replaceAtEnd(thread)
  }

  ask(question: Question): Promise<Answer> {
    return this.#thread.ask(question)
  }

  find(query: HitQuery): Promise<readonly Hit[]> {
    return this.#thread.find(query)
  }

  findTargets(query: TargetQuery): Promise<FoundTargets> {
    return this.#thread.findTargets(query)
  }

  explain(question: Question): Promise<Explanation> {
    return this.#thread.explain(question)
  }

  /** Whether questions are answered. */
  check(): Check {
    if (this.#isAnswering) return { status: 'ok' }
    return { status: 'failed', reason: 'the thread that answers has failed and is being replaced', problems: [] }
  }

  /** Goes on with the conversations of an earlier state; questions wait for them. */
  takeOver(before: LastingFocalPoint): void {
    this.#thread.takeOver(before.#thread.handOver())
  }

  /** Ends once the questions in flight are answered. */
  async finish(): Promise<void> {
    this.#close()
    await Promise.all([this.#thread.finish(), this.#replacement?.terminate()])
  }

  /** Ends at once; what is in flight is rejected. */
  async terminate(): Promise<void> {
    this.#close()
    await Promise.all([this.#thread.terminate(), this.#replacement?.terminate()])
  }

  #close(): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
  }

  async #replaceAtEnd(thread: AnswerThread): Promise<void> {
    const failure = await thread.ended
    if (this.#isClosed) return
    this.#isAnswering = false
    const waitMs = this.#backOff.next(performance.now())
    this.#options.log.error('answer thread failed', { ...describeError(failure), waitMs })
    this.#timer = setTimeout(() => this.#replace(), waitMs)
  }

  async #replace(): Promise<void> {
    const thread = new AnswerThread({ kind: 'knowledge', knowledge: this.knowledge }, this.#options.program)
    this.#replacement = thread
    this.#replaceAtEnd(thread)
    const [start] = await Promise.allSettled([thread.ready])
    // A thread that never gets ready has ended, and is replaced for that.
    if (start.status === 'rejected' || this.#isClosed) return
    this.#thread = thread
    this.#replacement = undefined
    this.#isAnswering = true
    this.#options.log.info('answer thread replaced')
  }
}
