import type { AnswerCount, NotedQuestion } from '../src/store/insight.ts'
import type { Insights } from '../src/store/insights.ts'
import { latencyBound } from '../src/store/latency.ts'
import { questionKey } from '../src/store/question-key.ts'
import type { Explaining } from './async-focal-point.ts'
import { type Clock, systemClock } from './clock.ts'
import { describeError, type Log } from './log.ts'
import type { ObservedAnswer } from './observed-focal-point.ts'

type Options = {
  readonly insights: Pick<Insights, 'note'>
  readonly explaining: Explaining
  /** Takes out of a question what could tell who asked. */
  readonly redact: (question: string) => string
  readonly log: Log
  readonly clock?: Clock
}

type Pending = Omit<NotedQuestion, 'nearest'>

const flushEveryMs = 5000
/** More of them at a time are no questions of people. */
const mostQuestions = 100
const nearestShown = 3

/** Keeps what was answered and what not, some seconds later and all together, so that no answer waits for it. */
export class InsightRecorder {
  readonly #options: Options
  readonly #clock: Clock
  readonly #stopped = new AbortController()
  #counts = new Map<string, AnswerCount>()
  #questions = new Map<string, Pending>()
  #flushing: Promise<void> | undefined

  constructor({ clock = systemClock, ...options }: Options) {
    this.#options = options
    this.#clock = clock
  }

  /** Takes note; what cannot be kept yet is kept with what comes next. */
  note({ surface, status, language, ms, unanswered }: ObservedAnswer): void {
    const day = this.#clock.now().toString().slice(0, 10)
    this.#count({ day, surface, status, language, latency: latencyBound(ms), answers: 1, totalMs: ms })
    if (unanswered) {
      const question = this.#options.redact(unanswered.text)
      this.#add({ question, language, asked: 1, day, candidates: unanswered.candidates })
    }
    this.#flushing ??= this.#flushLater()
  }

  /** Keeps what there is at once. */
  async stop(): Promise<void> {
    this.#stopped.abort()
    await this.#flushing
    // What was noted while that ran.
    await this.#flush()
  }

  async #flushLater(): Promise<void> {
    await this.#clock.sleep(flushEveryMs, this.#stopped.signal)
    await this.#flush()
    this.#flushing = undefined
  }

  async #flush(): Promise<void> {
    const counts = [...this.#counts.values()]
    const questions = [...this.#questions.values()]
    if (counts.length === 0) return
    this.#counts = new Map()
    this.#questions = new Map()
    try {
      const noted = await this.#withNearest(questions)
      await this.#options.insights.note(counts, noted, this.#clock.now().epochMilliseconds)
    } catch (error) {
      this.#options.log.error('insights not kept', describeError(error))
      for (const count of counts) this.#count(count)
      for (const question of questions) this.#add(question)
    }
  }

  async #withNearest(questions: readonly Pending[]): Promise<NotedQuestion[]> {
    const noted: NotedQuestion[] = []
    // One after the other: people who ask come first.
    for (const question of questions) noted.push({ ...question, nearest: await this.#nearestTo(question) })
    return noted
  }

  /** What it is about, then what a search finds. */
  async #nearestTo({ question }: Pending): Promise<NotedQuestion['nearest']> {
    const now = this.#clock.now()
    // Without them the question is worth keeping all the same.
    const explained = await this.#options.explaining.explain({ text: question, now }).catch(() => undefined)
    const entries = explained?.clauses.flatMap(({ subjects, passages }) => [
      ...subjects,
      ...passages.map(({ entry }) => entry),
    ])
    const titles = new Map(entries?.map(({ id, name }) => [id, name]))
    return [...titles].slice(0, nearestShown).map(([id, title]) => ({ id, title }))
  }

  #count(count: AnswerCount): void {
    const { day, surface, status, language, latency } = count
    const key = JSON.stringify([day, surface, status, language, latency])
    const before = this.#counts.get(key) ?? { answers: 0, totalMs: 0 }
    const [answers, totalMs] = [before.answers + count.answers, before.totalMs + count.totalMs]
    this.#counts.set(key, { ...count, answers, totalMs })
  }

  #add(added: Pending): void {
    const key = questionKey(added.question)
    const before = this.#questions.get(key)
    if (!before && this.#questions.size >= mostQuestions) return
    this.#questions.set(key, { ...added, asked: (before?.asked ?? 0) + added.asked })
  }
}
