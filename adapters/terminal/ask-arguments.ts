import { type Language, languages } from '../../src/knowledge/language.ts'
import { instantRule, instantSchema } from '../question-json.ts'
import { parseCommandLine } from './parse-command-line.ts'
import { UsageError } from './usage-error.ts'

const usage = `Usage: npm run --silent ask -- [options] "question"     answers one question
       npm run ask                                    opens a conversation (in a terminal)
       npm run --silent ask -- --jsonl < questions    answers JSON lines
Options: --json               print one JSON object
         --jsonl              read JSON lines from standard input, write one for each
         --knowledge DIR      read another knowledge folder
         --now INSTANT        answer as of that instant, like 2017-04-01T09:00:00Z
         --lang en|fr|es      answer in that language`

const options = {
  json: { type: 'boolean' },
  jsonl: { type: 'boolean' },
  knowledge: { type: 'string' },
  now: { type: 'string' },
  lang: { type: 'string' },
} as const

/** How questions come in and answers go out. */
export type AskMode =
  | { readonly kind: 'question'; readonly text: string; readonly json: boolean }
  | { readonly kind: 'lines' }
  | { readonly kind: 'conversation' }

export type AskArguments = {
  readonly mode: AskMode
  readonly knowledge: string | undefined
  readonly now: Temporal.Instant | undefined
  readonly language: Language | undefined
}

type Given = { readonly json?: boolean; readonly jsonl?: boolean }

/**
 * Reads the arguments of `ask`. A question may stand without quotes, as several words.
 * @throws {UsageError} that names the option or value and what is allowed
 */
export function parseAskArguments(args: readonly string[], isTerminal: boolean): AskArguments {
  const { values, positionals } = parseCommandLine(args, options, usage)
  return {
    mode: chooseMode(values, positionals, isTerminal),
    knowledge: parseKnowledge(values.knowledge),
    now: parseNow(values.now),
    language: parseLanguage(values.lang),
  }
}

function chooseMode({ json = false, jsonl }: Given, words: readonly string[], isTerminal: boolean): AskMode {
  if (jsonl && words.length > 0)
    throw wrong(`--jsonl: takes its questions from standard input, got "${words.join(' ')}"`)
  if (jsonl) return { kind: 'lines' }
  if (words.length > 0) return { kind: 'question', text: words.join(' '), json }
  if (json) throw wrong('--json: expected a question')
  if (!isTerminal) throw wrong('no question given: expected one, or --jsonl with JSON lines on standard input')
  return { kind: 'conversation' }
}

function parseKnowledge(folder: string | undefined): string | undefined {
  if (folder === '') throw wrong('--knowledge: expected a folder, got ""')
  return folder
}

function parseNow(text: string | undefined): Temporal.Instant | undefined {
  if (text === undefined) return undefined
  const result = instantSchema.safeParse(text)
  if (!result.success) throw wrong(`--now: ${instantRule}, got "${text}"`)
  return result.data
}

function parseLanguage(text: string | undefined): Language | undefined {
  const language = languages.find((known) => known === text)
  if (text !== undefined && !language) throw wrong(`--lang: expected ${languages.join(', ')}, got "${text}"`)
  return language
}

function wrong(problem: string): UsageError {
  return new UsageError(problem, usage)
}
