import { z } from 'zod'
import { choosesFromOptions, confirmDialog, hasOneKindOfOptions, menuOption, menuOptions } from './options.ts'
import { appId, plainText, words } from './texts.ts'

const common = {
  action_id: appId.optional(),
  placeholder: plainText(150).optional(),
  confirm: confirmDialog.optional(),
  focus_on_load: z.boolean().optional(),
}
const several = { ...common, max_selected_items: z.int().min(1).optional() }
const id = words(255)
const ids = z.array(id).optional()
const chosen = z.array(menuOption).min(1).optional()
const queryLength = z.int().min(0).optional()
const answersUrl = z.boolean().optional()

const conversations = {
  default_to_current_conversation: z.boolean().optional(),
  filter: z
    .strictObject({
      include: z
        .array(z.enum(['im', 'mpim', 'private', 'public']))
        .min(1)
        .optional(),
      exclude_external_shared_channels: z.boolean().optional(),
      exclude_bot_users: z.boolean().optional(),
    })
    .refine((filter) => Object.keys(filter).length > 0, 'empty')
    .optional(),
}

/** Menus to pick one or several from. */
export const menus = [
  z
    .strictObject({
      type: z.literal('static_select'),
      ...common,
      ...menuOptions,
      initial_option: menuOption.optional(),
    })
    .check(hasOneKindOfOptions, choosesFromOptions),
  z
    .strictObject({ type: z.literal('multi_static_select'), ...several, ...menuOptions, initial_options: chosen })
    .check(hasOneKindOfOptions, choosesFromOptions),
  z.strictObject({
    type: z.literal('external_select'),
    ...common,
    initial_option: menuOption.optional(),
    min_query_length: queryLength,
  }),
  z.strictObject({
    type: z.literal('multi_external_select'),
    ...several,
    initial_options: chosen,
    min_query_length: queryLength,
  }),
  z.strictObject({ type: z.literal('users_select'), ...common, initial_user: id.optional() }),
  z.strictObject({ type: z.literal('multi_users_select'), ...several, initial_users: ids }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...common,
    ...conversations,
    initial_conversation: id.optional(),
    response_url_enabled: answersUrl,
  }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    ...several,
    ...conversations,
    initial_conversations: ids,
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    ...common,
    initial_channel: id.optional(),
    response_url_enabled: answersUrl,
  }),
  z.strictObject({ type: z.literal('multi_channels_select'), ...several, initial_channels: ids }),
] as const
