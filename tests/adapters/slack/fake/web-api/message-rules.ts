import { checkMessage } from '../block-check.ts'
import type { Args } from '../state/recorded-calls.ts'
import type { SlackState } from '../state/slack-state.ts'
import { Refusal } from './method.ts'

/** Breaches that Slack names with a code of their own. */
const NAMED = /^(msg_blocks_too_long|only_one_table_allowed): /
const TEXT_TOO_LONG = /^text: .*, at most 40000$/

/** Refuses a message that Slack would refuse, or that should never be sent; notes every breach. */
export function demandFairMessage(args: Args, where: string, slack: SlackState): void {
  const { text, blocks, attachments } = args
  if (isEmpty(text) && isEmpty(blocks) && isEmpty(attachments)) throw new Refusal('no_text')
  const lines = messageBreaches(args, where, slack)
  if (lines.length === 0 || !slack.strict) return
  throw new Refusal(codeOf(lines), {
    errors: lines,
    response_metadata: { messages: lines.map((line) => `[ERROR] ${line}`) },
  })
}

/** The breaches of a message, which are also kept in `violations`. */
export function messageBreaches({ text, blocks }: Args, where: string, slack: SlackState): readonly string[] {
  const lines = checkMessage({ text, blocks })
  if (lines.length > 0) slack.violations.push(...lines.map((line) => `${where}: ${line}`))
  return lines
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

function codeOf(lines: readonly string[]): string {
  const named = lines.map((line) => NAMED.exec(line)?.[1]).find((code) => code !== undefined)
  return named ?? (lines.every((line) => TEXT_TOO_LONG.test(line)) ? 'msg_too_long' : 'invalid_blocks')
}
