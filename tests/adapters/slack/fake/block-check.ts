import { z } from 'zod'
import { messageBlock, viewBlock } from './block-kit/blocks.ts'
import { duplicateIds } from './block-kit/duplicate-ids.ts'
import { appId, plainText, unsafeLinks, words } from './block-kit/texts.ts'
import { violationsOf } from './block-kit/violations.ts'

const MAX_TEXT = 40_000
const MAX_MARKDOWN = 12_000
/** Slack documents no limit for all blocks together; refusals were seen from about 12,000 to 13,000 characters. */
const MAX_BLOCKS_JSON = 13_000

/**
 * Says what Slack would refuse or should never be sent in a message, one line for each violation. A message of blocks
 * needs a `text` too: notifications and screen readers show it.
 */
export function checkMessage(message: { text?: unknown; blocks?: unknown }): string[] {
  const { text, blocks } = message
  return [...checkText(text), ...(blocks === undefined ? [] : checkMessageBlocks(blocks))]
}

/** The same for a modal view or a home tab. */
export function checkView(view: unknown): string[] {
  const violations = [...violationsOf(viewSchema, view), ...loneSurrogates(view, '')]
  const parsed = z.looseObject({ blocks: z.array(z.unknown()) }).safeParse(view)
  return parsed.success ? [...violations, ...duplicateIds(parsed.data.blocks)] : violations
}

const blocksOfView = z.array(viewBlock).min(1).max(100)
const commonOfViews = {
  blocks: blocksOfView,
  private_metadata: z.string().max(3000).optional(),
  callback_id: appId.optional(),
  external_id: appId.optional(),
}
const viewSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('home'), ...commonOfViews }),
  z
    .strictObject({
      type: z.literal('modal'),
      ...commonOfViews,
      title: plainText(24),
      submit: plainText(24).optional(),
      close: plainText(24).optional(),
      clear_on_close: z.boolean().optional(),
      notify_on_close: z.boolean().optional(),
      submit_disabled: z.boolean().optional(),
    })
    .refine(({ submit, blocks }) => submit || !blocks.some(({ type }) => type === 'input'), {
      path: ['submit'],
      error: 'is missing, an input block needs it',
    }),
])

const textSchema = z.object({ text: words(MAX_TEXT) })
const blocksSchema = z.object({ blocks: z.array(messageBlock).min(1).max(50) })
const typed = z.array(z.looseObject({ type: z.string() }))

function checkText(text: unknown): string[] {
  const violations = [...violationsOf(textSchema, { text }), ...loneSurrogates(text, 'text')]
  return typeof text === 'string' ? [...violations, ...unsafeLinks(text).map((line) => `text: ${line}`)] : violations
}

function checkMessageBlocks(blocks: unknown): string[] {
  const violations = [...violationsOf(blocksSchema, { blocks }), ...loneSurrogates(blocks, 'blocks')]
  const list = typed.safeParse(blocks)
  if (list.success) violations.push(...duplicateIds(list.data), ...tooMany(list.data))
  const { length } = JSON.stringify(blocks) ?? ''
  if (length > MAX_BLOCKS_JSON) {
    violations.push(`msg_blocks_too_long: blocks: ${length} characters of JSON, at most ${MAX_BLOCKS_JSON}`)
  }
  return violations
}

function tooMany(blocks: z.infer<typeof typed>): string[] {
  const tables = blocks.filter(({ type }) => type === 'table' || type === 'data_table').length
  const markdown = blocks
    .filter(({ type }) => type === 'markdown')
    .reduce((sum, { text }) => sum + String(text).length, 0)
  return [
    ...(tables > 1 ? [`only_one_table_allowed: blocks: ${tables} tables, at most 1`] : []),
    ...(markdown > MAX_MARKDOWN
      ? [`blocks: ${markdown} characters in markdown blocks, at most ${MAX_MARKDOWN} together`]
      : []),
  ]
}

function loneSurrogates(value: unknown, path: string): string[] {
  if (typeof value === 'string') return value.isWellFormed() ? [] : [`${path}: half of a surrogate pair`]
  if (Array.isArray(value)) return value.flatMap((one, at) => loneSurrogates(one, `${path}[${at}]`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => loneSurrogates(one, path ? `${path}.${key}` : key))
}
