/** From where people ask. */
export const surfaces = ['slack', 'teams', 'web'] as const
export type Surface = (typeof surfaces)[number]

export type UnansweredTable = {
  /** Of the question, however it is spaced, accented and punctuated. */
  readonly key: string
  /** As it was asked last, without what could tell who asked. */
  readonly question: string
  readonly language: string
  readonly state: 'open' | 'done'
  readonly asked: number
  /** YYYY-MM-DD, like all days here. */
  readonly first_day: string
  readonly last_day: string
  /** A JSON list. */
  readonly candidates: string
  /** A JSON list. */
  readonly nearest: string
}

export type AnswerCountTable = {
  readonly day: string
  readonly surface: Surface
  readonly status: string
  readonly language: string
  /** One of `latencyBoundsMs`. */
  readonly latency: number
  readonly answers: number
  readonly total_ms: number
}
