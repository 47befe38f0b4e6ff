import type { Answer } from '../src/answers/answer.ts'
import type { Explanation } from '../src/answers/explanation.ts'
import type { Hit, HitQuery } from '../src/answers/hits.ts'
import type { FoundTargets, TargetQuery } from '../src/calendar/meeting-target.ts'
import type { CalendarText } from '../src/calendar/reading/read-icalendar.ts'
import type { Question } from '../src/focal-point.ts'
import type { Knowledge } from '../src/knowledge/knowledge.ts'
import { formatProblem, KnowledgeError, type Problem } from '../src/knowledge/problem.ts'
import { AnswerThread, answerProgram, type ThreadProgram } from './answer-thread.ts'
import type { AsyncFocalPoint, Explaining } from './async-focal-point.ts'
import { BackOff } from './back-off.ts'
import type { Check } from './health.ts'
import { LastingFocalPoint } from './lasting-focal-point.ts'
import { describeError, type Log } from './log.ts'
import { UnavailableError } from './unavailable-error.ts'
import { watchFolder } from './watch-folder.ts'

/** Calendars whose events are answered from too. */
export type CalendarSource = {
  readonly texts: readonly CalendarText[]
  /** Calls back after each change of the texts. */
  follow(onChange: () => void): void
  /** Takes note of what of them could not be used. */
  note(problems: readonly Problem[]): void
}

type Options = {
  readonly folder: string
  readonly log: Log
  readonly program: ThreadProgram
  readonly calendars?: CalendarSource | undefined
}
type State = { readonly focalPoint: LastingFocalPoint; readonly since: Temporal.Instant }

/** A folder that changes all the time must not keep every new state of it from being built. */
const maxAbandoned = 5

/**
 * An assistant that follows its knowledge folder and calendars: a change is in its answers within 2 s, or what building takes. One
 * thread answers while another builds. While files are invalid it answers from the last good state, never from half of a
 * new one.
 */
export class ReloadingFocalPoint implements AsyncFocalPoint, Explaining, AsyncDisposable {
  /** Whether the files as they are now are in the answers, and whether there are answers at all. */
  readonly checks = { knowledge: () => this.#checkKnowledge(), answers: () => this.#state.focalPoint.check() }
  readonly #options: Options
  readonly #watcher: Disposable
  readonly #backOff = new BackOff()
  readonly #finishing = new Set<Promise<void>>()
  #last: State | undefined
  /** Builds from the newest files. */
  #next: AnswerThread | undefined
  #following: Promise<void>
  #abandoned = 0
  #isBehind = true
  #isStopped = false
  #retry: NodeJS.Timeout | undefined
  #problems: readonly string[] = []
  readonly #followers: (() => void)[] = []
  readonly #problemFollowers: (() => void)[] = []

  /** @throws {KnowledgeError} when the folder is invalid from the start */
  static async start(
    folder: string,
    log: Log,
    program: ThreadProgram = answerProgram,
    calendars?: CalendarSource,
  ): Promise<ReloadingFocalPoint> {
    const focalPoint = new ReloadingFocalPoint({ folder, log, program, calendars })
    try {
      await focalPoint.#following
      return focalPoint
    } catch (error) {
      focalPoint.#watcher[Symbol.dispose]()
      throw error
    }
  }

  private constructor(options: Options) {
    this.#options = options
    // Watched before it is read, so that no change falls in between.
    this.#watcher = watchFolder(options.folder, () => this.#follow())
    options.calendars?.follow(() => this.#follow())
    this.#following = this.#catchUp()
  }

  /** What is answered from at the moment. */
  get knowledge(): Knowledge {
    return this.#state.focalPoint.knowledge
  }

  get knowledgeReadAt(): Temporal.Instant {
    return this.#state.since
  }

  ask(question: Question): Promise<Answer> {
    return this.#state.focalPoint.ask(question)
  }

  find(query: HitQuery): Promise<readonly Hit[]> {
    return this.#state.focalPoint.find(query)
  }

  findTargets(query: TargetQuery): Promise<FoundTargets> {
    return this.#state.focalPoint.findTargets(query)
  }

  explain(question: Question): Promise<Explanation> {
    return this.#state.focalPoint.explain(question)
  }

  /** Calls back after each change of what is answered from. */
  follow(onChange: () => void): void {
    this.#followers.push(onChange)
  }

  /** What is wrong with the files as they are now, `file:line:column: message`; nothing while they are in the answers. */
  get problems(): readonly string[] {
    return this.#problems
  }

  /** Calls back whenever the files turn out to be invalid. */
  followProblems(onProblems: () => void): void {
    this.#problemFollowers.push(onProblems)
  }

  /** Ends all threads. Questions in flight are rejected, so whoever asked them should wait for their answers first. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#isStopped = true
    this.#watcher[Symbol.dispose]()
    clearTimeout(this.#retry)
    await this.#next?.terminate()
    // Only now it is certain which state is the last.
    await this.#following
    await this.#last?.focalPoint.terminate()
    await Promise.all(this.#finishing)
  }

  get #state(): State {
    if (!this.#last) throw new Error('expected to be used only once it has started')
    return this.#last
  }

  #checkKnowledge(): Check {
    if (this.#problems.length === 0) return { status: 'ok' }
    const since = this.#state.since.toString({ smallestUnit: 'second' })
    const reason = `the knowledge files are invalid; answering from their last good state, read at ${since}`
    return { status: 'failed', reason, problems: this.#problems }
  }

  /** The newest state wins: what is being built from an older one is given up. */
  #follow(): void {
    clearTimeout(this.#retry)
    this.#isBehind = true
    if (!this.#next) this.#following = this.#catchUp()
    else if (this.#abandoned < maxAbandoned) {
      this.#abandoned += 1
      this.#next.terminate()
    }
  }

  async #catchUp(): Promise<void> {
    while (this.#isBehind && !this.#isStopped) {
      this.#isBehind = false
      await this.#buildNext()
    }
    this.#abandoned = 0
  }

  async #buildNext(): Promise<void> {
    const { folder, program, calendars } = this.#options
    try {
      this.#next = new AnswerThread({ kind: 'folder', folder, calendars: calendars?.texts ?? [] }, program)
      this.#swapIn(this.#next, await this.#next.ready)
    } catch (error) {
      // About files that have changed since there is nothing to tell.
      if (!this.#isBehind && !this.#isStopped) this.#keepLastGood(error)
    } finally {
      this.#next = undefined
    }
  }

  /** From here on questions go to the new thread; the old one answers those it has, hands its conversations over and ends. */
  #swapIn(thread: AnswerThread, knowledge: Knowledge): void {
    const before = this.#last
    const focalPoint = new LastingFocalPoint(thread, knowledge, this.#options)
    this.#last = { focalPoint, since: Temporal.Now.instant() }
    this.#problems = []
    this.#options.calendars?.note(thread.calendarProblems)
    if (!before) return
    focalPoint.takeOver(before.focalPoint)
    this.#options.log.info('knowledge reloaded')
    for (const tell of this.#followers) tell()
    const finishing = before.focalPoint.finish().finally(() => this.#finishing.delete(finishing))
    this.#finishing.add(finishing)
  }

  #keepLastGood(error: unknown): void {
    if (!this.#last) throw error
    const { log } = this.#options
    this.#problems =
      error instanceof KnowledgeError ? error.problems.map(formatProblem) : ['the files cannot be indexed']
    for (const problem of this.#problems) log.error('knowledge problem', { problem })
    for (const tell of this.#problemFollowers) tell()
    if (error instanceof KnowledgeError) return
    const hasCrashed = error instanceof UnavailableError
    log.error('knowledge reload failed', describeError(hasCrashed ? error.cause : error))
    // A crash need not come from the files, so the same files get another try.
    if (hasCrashed) this.#retry = setTimeout(() => this.#follow(), this.#backOff.next(performance.now()))
  }
}
