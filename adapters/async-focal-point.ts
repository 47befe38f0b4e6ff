import type { Answer } from '../src/answers/answer.ts'
import type { Explanation } from '../src/answers/explanation.ts'
import type { Hit, HitQuery } from '../src/answers/hits.ts'
import type { FoundTargets, TargetQuery } from '../src/calendar/meeting-target.ts'
import type { Question } from '../src/focal-point.ts'

/** The assistant as the service has it, on another thread. While that cannot answer, it rejects with an `UnavailableError`. */
export type AsyncFocalPoint = {
  ask(question: Question): Promise<Answer>
  find(query: HitQuery): Promise<readonly Hit[]>
  findTargets(query: TargetQuery): Promise<FoundTargets>
}

/** Tells how it would come to an answer now; conversations stay as they are. It fails as the assistant does. */
export type Explaining = { explain(question: Question): Promise<Explanation> }
