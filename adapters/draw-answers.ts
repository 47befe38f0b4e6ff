import type { Knowledge } from '../src/knowledge/knowledge.ts'
import { whereLooked } from './chat/where-looked.ts'
import type { AnswerViews } from './playground/answer-views.ts'

/** Draws answers as the chat platforms do, with their own renderers, each loaded when the first answer is drawn. */
export function drawAnswers(origin: { readonly knowledge: Knowledge }): AnswerViews {
  const view = () => ({ answerId: 'playground', page: 0, canShare: false, ...whereLooked(origin.knowledge) })
  return {
    slack: async (answer) => {
      const { renderAnswer } = await import('./slack/drawing/render-answer.ts')
      return renderAnswer(answer, { ...view(), feedback: 'context_actions' })
    },
    teams: async (answer) => {
      const { renderAnswer } = await import('./teams/drawing/render-answer.ts')
      return renderAnswer(answer, view())
    },
  }
}
