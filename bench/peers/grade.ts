import type { GradedQuestion } from './graded-questions.ts'

/** What an engine says to a question. */
export type Reply = {
  readonly status: 'answered' | 'clarify' | 'unknown'
  readonly intent: string
  readonly text: string
}

export type Grade = 'right' | 'wrong' | 'declined'

/**
 * The same rule for every engine: an answer is right when it has all it must say and nothing it must not. What the
 * knowledge does not hold is right when it is declined; telling what the assistant can do is declining.
 */
export function gradeReply({ kind, must, mustNot }: GradedQuestion, { status, intent, text }: Reply): Grade {
  const isSaid = (pattern: RegExp) => text.search(pattern) >= 0
  if (kind === 'untold') {
    const declines = status !== 'answered' || intent === 'help'
    return declines && !mustNot.some(isSaid) ? 'right' : 'wrong'
  }
  if (status === 'unknown' || (status === 'clarify' && kind === 'told')) return 'declined'
  return must.every(isSaid) && !mustNot.some(isSaid) ? 'right' : 'wrong'
}
