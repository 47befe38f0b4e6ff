import { toPlainText } from '../../src/answers/plain-text.ts'
import { askForJson } from '../answer-json.ts'
import { type ExitCode, exitCodes } from './run-command.ts'
import type { Session } from './session.ts'

/** Prints the answer to one question; the exit code tells whether it was answered. */
export function askOnce(text: string, json: boolean, { focalPoint, language, now }: Session): ExitCode {
  const question = { text, language, now: now() }
  const answer = json ? askForJson(focalPoint, question) : focalPoint.ask(question)
  console.log('parts' in answer ? toPlainText(answer) : JSON.stringify(answer))
  return answer.status === 'answered' ? exitCodes.done : exitCodes.notAnswered
}
