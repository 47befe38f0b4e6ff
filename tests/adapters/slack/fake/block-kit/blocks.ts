import { z } from 'zod'
import {
  accessory,
  actionElement,
  contextAction,
  hasOnePicture,
  inputElement,
  picture,
  pictureFields,
} from './elements.ts'
import { messageOnlyBlocks } from './message-only-blocks.ts'
import { richText } from './rich-text.ts'
import { anyText, appId, mrkdwn, pictureUrl, plainText, words } from './texts.ts'

const common = { block_id: appId.optional() }

const section = z
  .strictObject({
    type: z.literal('section'),
    ...common,
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text, fields }) => text || fields, 'needs text or fields')

const video = z.strictObject({
  type: z.literal('video'),
  ...common,
  video_url: pictureUrl,
  thumbnail_url: pictureUrl,
  alt_text: words(2000),
  title: plainText(200),
  title_url: pictureUrl.optional(),
  author_name: words(50).optional(),
  provider_name: words(255).optional(),
  provider_icon_url: pictureUrl.optional(),
  description: plainText(3000).optional(),
})

const blocksOfAllSurfaces = [
  section,
  video,
  richText,
  z.strictObject({ type: z.literal('header'), ...common, text: plainText(150) }),
  z.strictObject({ type: z.literal('divider'), ...common }),
  z.strictObject({ ...common, ...pictureFields, title: plainText(2000).optional() }).check(hasOnePicture),
  z.strictObject({
    type: z.literal('context'),
    ...common,
    elements: z
      .array(z.discriminatedUnion('type', [picture, plainText(3000), mrkdwn(3000)]))
      .min(1)
      .max(10),
  }),
  z.strictObject({ type: z.literal('actions'), ...common, elements: z.array(actionElement).min(1).max(25) }),
  z.strictObject({
    type: z.literal('input'),
    ...common,
    label: plainText(2000),
    hint: plainText(2000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element: inputElement,
  }),
  z.strictObject({
    type: z.literal('alert'),
    ...common,
    text: anyText(3000),
    level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
  }),
] as const

/** The blocks of a modal or of the home tab. */
export const viewBlock = z.discriminatedUnion('type', [...blocksOfAllSurfaces])

/** The blocks of a message. */
export const messageBlock = z.discriminatedUnion('type', [
  ...blocksOfAllSurfaces,
  ...messageOnlyBlocks,
  z.strictObject({ type: z.literal('context_actions'), ...common, elements: z.array(contextAction).min(1).max(5) }),
])
