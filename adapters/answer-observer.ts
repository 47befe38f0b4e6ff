import type { Surface } from '../src/store/insight-tables.ts'
import type { Store } from '../src/store/store.ts'
import { AnswerTally } from './answer-tally.ts'
import { InsightRecorder } from './insight-recorder.ts'
import type { Log } from './log.ts'
import { observe } from './observed-focal-point.ts'
import type { ReloadingFocalPoint } from './reload-knowledge.ts'

type Options = {
  readonly focalPoint: ReloadingFocalPoint
  readonly store: Store | undefined
  /** Takes out of a question what could tell who asked. */
  readonly redact: (question: string) => string
  readonly log: Log
}

/** What the service learns from its own answers: counts since the start, and where there is a store what lasts. */
export class AnswerObserver {
  readonly tally = new AnswerTally()
  readonly #focalPoint: ReloadingFocalPoint
  readonly #recorder: InsightRecorder | undefined

  constructor({ focalPoint, store, redact, log }: Options) {
    this.#focalPoint = focalPoint
    this.#recorder = store && new InsightRecorder({ insights: store.insights, explaining: focalPoint, redact, log })
  }

  /** The assistant for one surface, whose answers are noted. */
  observed(surface: Surface): ReturnType<typeof observe> {
    return observe(this.#focalPoint, surface, (answer) => {
      this.tally.note(answer)
      this.#recorder?.note(answer)
    })
  }

  /** Keeps what was noted last. */
  async stop(): Promise<void> {
    await this.#recorder?.stop()
  }
}
