import type { Answer } from '../src/answers/answer.ts'
import type { Question } from '../src/focal-point.ts'

/** The assistant as the service has it, on another thread. While that cannot answer, `ask` rejects with an `UnavailableError`. */
export type AsyncFocalPoint = { ask(question: Question): Promise<Answer> }
