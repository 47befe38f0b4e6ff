import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { askForJson } from '../answer-json.ts'
import { parseFields, questionSchema, toQuestion } from '../question-json.ts'
import { type ExitCode, exitCodes } from './run-command.ts'
import type { Session } from './session.ts'
import { type Line, splitLines } from './split-lines.ts'

const lineSchema = questionSchema.extend({ id: z.string() })

/**
 * Answers each JSON line of the input with one JSON line, in order and as soon as it is there; blank lines are skipped.
 * A bad line is answered with its error, and makes the exit code that of a failure.
 */
export async function answerLines(
  session: Session,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.done
  async function* answers(lines: AsyncIterable<Line>) {
    for await (const line of lines) {
      const result = answerLine(line, session)
      if ('error' in result) exitCode = exitCodes.failed
      yield `${JSON.stringify(result)}\n`
    }
  }
  // The output is left open: it may be the standard output of the process.
  await pipeline(input, splitLines, answers, output, { end: false })
  return exitCode
}

function answerLine(line: Line, { focalPoint, language, now }: Session): object {
  if (line.text === undefined) return { error: line.error, line: line.number }
  const fields = parseFields(line.text, lineSchema)
  if (!fields.ok) return { ...idIn(fields.input), error: fields.error, line: line.number }
  const { id, ...question } = fields.value
  return { id, ...askForJson(focalPoint, toQuestion(question, { language, now: now() })) }
}

function idIn(input: unknown): { id?: string } {
  const result = lineSchema.pick({ id: true }).safeParse(input)
  return result.success ? result.data : {}
}
