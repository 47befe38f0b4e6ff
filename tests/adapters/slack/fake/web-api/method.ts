import { z } from 'zod'
import type { Args } from '../state/recorded-calls.ts'
import type { SlackState } from '../state/slack-state.ts'
import type { Token, TokenKind } from '../state/tokens.ts'

export type Answer = Readonly<Record<string, unknown>>

/** Who calls, and what this Slack knows. */
export type Caller = { readonly slack: SlackState; readonly token: Token }

/** A Web API method. What `run` returns is sent with `ok: true`. */
export type Method = {
  /** The scope that the token needs; it may depend on the arguments. */
  readonly scope?: string | ((args: Args) => string)
  /** The kinds of token it takes; bot and user tokens by default. */
  readonly tokens?: readonly TokenKind[]
  /** No token is needed; `run` is then called as nobody. */
  readonly isOpen?: true
  readonly run: (args: Args, caller: Caller) => Answer
}

/** The methods by their names. */
export type Methods = Readonly<Record<string, Method>>

/** A method says no: `ok: false` with this error, and other fields where Slack gives some. */
export class Refusal extends Error {
  readonly code: string
  readonly fields: Answer
  /** The HTTP status is 429, to be tried again after so many seconds. */
  readonly retryAfter: number | undefined

  constructor(code: string, fields: Answer = {}, retryAfter?: number) {
    super(code)
    this.code = code
    this.fields = fields
    this.retryAfter = retryAfter
  }
}

/** The answer to arguments that break the rules, with a line on each. */
export function invalidArguments(lines: readonly string[]): Refusal {
  return new Refusal('invalid_arguments', { response_metadata: { messages: lines.map((line) => `[ERROR] ${line}`) } })
}

/** The arguments, checked; refuses what does not fit. Further ones are let through. */
export function readArgs<Shape extends z.ZodRawShape>(shape: Shape, args: Args) {
  const result = z.looseObject(shape).safeParse(args)
  if (result.success) return result.data
  throw invalidArguments(
    result.error.issues.map(({ path, message, code }) =>
      code === 'invalid_type' && !(String(path[0]) in args)
        ? `missing required field: ${path.join('.')}`
        : `${path.join('.')}: ${message}`,
    ),
  )
}

/** Form values are strings; so may be numbers and truth values in JSON. */
export const flag = z.union([z.boolean(), z.stringbool()]).optional()
export const number = z.coerce.number()
