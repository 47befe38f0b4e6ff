import type { AnswerCount, NotedQuestion } from '../../src/store/insight.ts'

/** Some answers of one kind on one day. */
export function aCount(changes: Partial<AnswerCount> = {}): AnswerCount {
  const usual = { day: '2027-03-03', surface: 'slack', status: 'answered', language: 'en', latency: 10 } as const
  return { ...usual, answers: 2, totalMs: 15, ...changes }
}

/** A question that had no answer. */
export function aNotedQuestion(changes: Partial<NotedQuestion> = {}): NotedQuestion {
  return {
    question: 'Where do I get a badge?',
    language: 'en',
    asked: 1,
    day: '2027-03-03',
    candidates: [{ intent: 'venue', confidence: 0.31 }],
    nearest: [{ id: 'almaty-process', title: 'Almaty Process' }],
    ...changes,
  }
}
