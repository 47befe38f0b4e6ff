import type { ObservedAnswer } from '../../adapters/observed-focal-point.ts'

/** An answer as it was observed. */
export function anObservedAnswer(changes: Partial<ObservedAnswer> = {}): ObservedAnswer {
  return { surface: 'slack', status: 'answered', language: 'en', ms: 3, unanswered: undefined, ...changes }
}

/** One that was none. */
export function aVainQuestion(text: string): ObservedAnswer {
  return anObservedAnswer({
    status: 'unknown',
    unanswered: { text, candidates: [{ intent: 'venue', confidence: 0.2 }] },
  })
}
