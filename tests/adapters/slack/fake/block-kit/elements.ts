import { z } from 'zod'
import { inputs, textInputs } from './inputs.ts'
import { menus } from './menus.ts'
import { choosesFromOptions, confirmDialog, markedOption, overflowOption } from './options.ts'
import { appId, linkUrl, pictureUrl, plainText, words } from './texts.ts'

const button = z.strictObject({
  type: z.literal('button'),
  action_id: appId.optional(),
  text: plainText(75),
  value: words(2000).optional(),
  url: linkUrl.optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: confirmDialog.optional(),
  accessibility_label: words(75).optional(),
})

const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: appId.optional(),
  options: z.array(overflowOption).min(1).max(5),
  confirm: confirmDialog.optional(),
})

const choice = {
  action_id: appId.optional(),
  options: z.array(markedOption).min(1).max(10),
  confirm: confirmDialog.optional(),
  focus_on_load: z.boolean().optional(),
}
const checkboxes = z
  .strictObject({ type: z.literal('checkboxes'), ...choice, initial_options: z.array(markedOption).min(1).optional() })
  .check(choosesFromOptions)
const radioButtons = z
  .strictObject({ type: z.literal('radio_buttons'), ...choice, initial_option: markedOption.optional() })
  .check(choosesFromOptions)

/** The fields of a picture, as a block and as an element. */
export const pictureFields = {
  type: z.literal('image'),
  alt_text: words(2000),
  image_url: pictureUrl.optional(),
  slack_file: z.strictObject({ id: words(255).optional(), url: pictureUrl.optional() }).optional(),
}

/** A picture comes from an address or from a file, never from both. */
export function hasOnePicture({
  value,
  issues,
}: z.core.ParsePayload<{ image_url?: unknown; slack_file?: unknown }>): void {
  if ((value.image_url === undefined) === (value.slack_file === undefined)) {
    issues.push({ code: 'custom', input: value, message: 'needs either image_url or slack_file' })
  }
}

/** A picture inside a section or a context. */
export const picture = z.strictObject(pictureFields).check(hasOnePicture)

const feedbackButton = z.strictObject({
  text: plainText(75),
  value: words(2000),
  accessibility_label: words(75).optional(),
})

/** What `context_actions` may hold. */
export const contextAction = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('feedback_buttons'),
    action_id: appId.optional(),
    positive_button: feedbackButton,
    negative_button: feedbackButton,
  }),
  z.strictObject({
    type: z.literal('icon_button'),
    action_id: appId.optional(),
    icon: words(255),
    text: plainText(75),
    value: words(2000).optional(),
    confirm: confirmDialog.optional(),
    accessibility_label: words(75).optional(),
    visible_to_user_ids: z.array(words(255)).optional(),
  }),
])

const choices = [overflow, checkboxes, radioButtons, ...menus, ...inputs] as const

/** What `actions` may hold. */
export const actionElement = z.discriminatedUnion('type', [button, ...choices])

/** What may stand beside a section. */
export const accessory = z.discriminatedUnion('type', [button, picture, ...choices])

/** What an `input` block may ask for. */
export const inputElement = z.discriminatedUnion('type', [checkboxes, radioButtons, ...menus, ...inputs, ...textInputs])

/** The buttons of a card. */
export const buttons = z.array(button).min(1)
