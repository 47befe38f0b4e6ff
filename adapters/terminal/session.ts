import type { FocalPoint } from '../../src/focal-point.ts'
import type { Language } from '../../src/knowledge/language.ts'

/** Whom to ask, and what holds for every question that does not say otherwise. */
export type Session = {
  readonly focalPoint: FocalPoint
  readonly language: Language | undefined
  readonly now: () => Temporal.Instant
}
