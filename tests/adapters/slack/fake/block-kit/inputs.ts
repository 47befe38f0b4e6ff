import { z } from 'zod'
import { confirmDialog } from './options.ts'
import { richText } from './rich-text.ts'
import { appId, plainText, words } from './texts.ts'

const focus = { action_id: appId.optional(), focus_on_load: z.boolean().optional() }
const common = { ...focus, placeholder: plainText(150).optional() }
const dispatch = {
  dispatch_action_config: z
    .strictObject({ trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1) })
    .optional(),
}
const confirm = confirmDialog.optional()
const lineCount = z.int().min(1).max(100).optional()
const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .optional()

/** Pickers and the rich text field: what both `actions` and `input` may hold. */
export const inputs = [
  z.strictObject({ type: z.literal('datepicker'), ...common, confirm, initial_date: z.iso.date().optional() }),
  z.strictObject({
    type: z.literal('timepicker'),
    ...common,
    confirm,
    initial_time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'is no time HH:mm' })
      .optional(),
    timezone: words(255).optional(),
  }),
  z.strictObject({
    type: z.literal('datetimepicker'),
    ...focus,
    confirm,
    // Ten digits, as Slack demands.
    initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
  }),
  z.strictObject({
    type: z.literal('rich_text_input'),
    ...common,
    ...dispatch,
    initial_value: richText.optional(),
    min_lines: lineCount,
    max_lines: lineCount,
  }),
] as const

/** Fields to type into or to give a file: only `input` blocks hold them. */
export const textInputs = [
  z.strictObject({
    type: z.literal('plain_text_input'),
    ...common,
    ...dispatch,
    initial_value: z.string().max(3000).optional(),
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3000).optional(),
    max_length: z.int().min(1).max(3000).optional(),
  }),
  z.strictObject({
    type: z.literal('number_input'),
    ...common,
    ...dispatch,
    is_decimal_allowed: z.boolean(),
    initial_value: decimal,
    min_value: decimal,
    max_value: decimal,
  }),
  z.strictObject({
    type: z.literal('email_text_input'),
    ...common,
    ...dispatch,
    initial_value: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('url_text_input'), ...common, ...dispatch, initial_value: z.string().optional() }),
  z.strictObject({
    type: z.literal('file_input'),
    action_id: appId.optional(),
    filetypes: z.array(words(255)).min(1).optional(),
    max_files: z.int().min(1).max(10).optional(),
  }),
] as const
