import type { Answer } from '../src/answers/answer.ts'
import type { FocalPoint, Question } from '../src/focal-point.ts'
import type { Knowledge } from '../src/knowledge/knowledge.ts'
import { formatProblem, KnowledgeError } from '../src/knowledge/problem.ts'
import { fingerprintFolder } from './fingerprint-folder.ts'
import type { Check } from './health.ts'
import { buildWithCache, loadWithCache } from './load-focal-point.ts'
import { describeError, type Log } from './log.ts'
import { watchFolder } from './watch-folder.ts'

type State = { readonly focalPoint: FocalPoint; readonly since: Temporal.Instant }

/**
 * An assistant that follows its knowledge folder: a change is in its answers within 2 s. While files are invalid it
 * answers from the last good state, never from half of a new one.
 */
export class ReloadingFocalPoint implements FocalPoint, Disposable {
  readonly #folder: string
  readonly #log: Log
  readonly #watcher: Disposable
  #state: State
  #problems: readonly string[] = []

  /** @throws {KnowledgeError} when the folder is invalid from the start */
  constructor(folder: string, log: Log) {
    this.#folder = folder
    this.#log = log
    // Watched before it is read, so that no change falls in between.
    this.#watcher = watchFolder(folder, () => this.#reload())
    try {
      this.#state = build(loadWithCache(folder))
    } catch (error) {
      this.#watcher[Symbol.dispose]()
      throw error
    }
  }

  ask(question: Question): Answer {
    return this.#state.focalPoint.ask(question)
  }

  /** What is wrong with the files as they are now. */
  check(): Check {
    if (this.#problems.length === 0) return { status: 'ok' }
    const since = this.#state.since.toString({ smallestUnit: 'second' })
    const reason = `the knowledge files are invalid; answering from their last good state, read at ${since}`
    return { status: 'failed', reason, problems: this.#problems }
  }

  [Symbol.dispose](): void {
    this.#watcher[Symbol.dispose]()
  }

  // Building takes one to two seconds, in which nothing is answered. TODO: once the model is fast to build or can be
  // handed over by a worker, let it not block.
  #reload(): void {
    const before = fingerprintFolder(this.#folder)
    try {
      const knowledge = loadWithCache(this.#folder)
      // Changed while it was read, so half of it may be old. The watcher calls again once it stands still.
      if (fingerprintFolder(this.#folder) !== before) return
      this.#state = build(knowledge)
      this.#problems = []
      this.#log.info('knowledge reloaded')
    } catch (error) {
      if (fingerprintFolder(this.#folder) === before) this.#keepLastGood(error)
    }
  }

  #keepLastGood(error: unknown): void {
    this.#problems =
      error instanceof KnowledgeError ? error.problems.map(formatProblem) : ['the files cannot be indexed']
    for (const problem of this.#problems) this.#log.error('knowledge problem', { problem })
    if (!(error instanceof KnowledgeError)) this.#log.error('knowledge reload failed', describeError(error))
  }
}

function build(knowledge: Knowledge): State {
  const focalPoint = buildWithCache(knowledge)
  const since = Temporal.Now.instant()
  // The first slip builds the speller's index, which takes a moment: better now than in somebody's question.
  focalPoint.ask({ text: 'mispelt', now: since })
  return { focalPoint, since }
}
