import type { Answer, Candidate } from '../src/answers/answer.ts'
import type { Knowledge } from '../src/knowledge/knowledge.ts'
import type { Language } from '../src/knowledge/language.ts'
import type { Surface } from '../src/store/insight-tables.ts'
import type { AsyncFocalPoint } from './async-focal-point.ts'

/** What an answer was like; nothing of it tells who asked. */
export type ObservedAnswer = {
  readonly surface: Surface
  readonly status: Answer['status']
  readonly language: Language
  readonly ms: number
  /** What was asked as it was asked, only where it had no answer. */
  readonly unanswered: { readonly text: string; readonly candidates: readonly Candidate[] } | undefined
}

type Observed = AsyncFocalPoint & { readonly knowledge: Knowledge; readonly knowledgeReadAt: Temporal.Instant }

/** The same assistant; each of its answers is noted once it is there. Noting must neither wait nor throw. */
export function observe(focalPoint: Observed, surface: Surface, note: (answer: ObservedAnswer) => void): Observed {
  return {
    ask: async (question) => {
      const started = performance.now()
      const answer = await focalPoint.ask(question)
      const { status, language } = answer
      const ms = performance.now() - started
      note({ surface, status, language, ms, unanswered: unansweredIn(answer, question.text) })
      return answer
    },
    find: (query) => focalPoint.find(query),
    findTargets: (query) => focalPoint.findTargets(query),
    get knowledge() {
      return focalPoint.knowledge
    },
    get knowledgeReadAt() {
      return focalPoint.knowledgeReadAt
    },
  }
}

/** Who greets is asked back as well, but with nothing to choose from. */
function unansweredIn({ parts, candidates }: Answer, text: string): ObservedAnswer['unanswered'] {
  const isIt = parts.some(({ status, choices }) => status === 'unknown' || (status === 'clarify' && choices.length > 0))
  return isIt ? { text, candidates } : undefined
}
