import { createInterface } from 'node:readline'
import { toPlainText } from '../../src/answers/plain-text.ts'
import { type ExitCode, exitCodes } from './run-command.ts'
import type { Session } from './session.ts'

const greeting = 'Ask in English, French or Spanish. "exit" or Ctrl-D ends the conversation.'
const prompt = '\n> '

/** Answers one question after the other in one conversation, until "exit" or the end of the input. */
export async function converse(
  { focalPoint, language, now }: Session,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<ExitCode> {
  const lines = createInterface({ input, output, prompt })
  let isOpen = true
  lines.once('close', () => {
    isOpen = false
  })
  output.write(`${greeting}\n`)
  lines.prompt()
  for await (const line of lines) {
    const text = line.trim()
    if (text.toLowerCase() === 'exit') break
    if (text) output.write(`${toPlainText(focalPoint.ask({ text, conversation: 'terminal', language, now: now() }))}\n`)
    // Lines that were read ahead are still answered after the end of the input.
    if (isOpen) lines.prompt()
  }
  lines.close()
  return exitCodes.done
}
