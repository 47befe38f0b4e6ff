import { z } from 'zod'
import { appId, linkUrl, words } from './texts.ts'

const style = z
  .strictObject({
    bold: z.boolean(),
    code: z.boolean(),
    italic: z.boolean(),
    strike: z.boolean(),
    underline: z.boolean(),
  })
  .partial()
  .optional()

const text = z.strictObject({ type: z.literal('text'), text: z.string().min(1), style })
const link = z.strictObject({
  type: z.literal('link'),
  url: linkUrl,
  text: z.string().min(1).optional(),
  unsafe: z.boolean().optional(),
  style,
})

const inline = z.discriminatedUnion('type', [
  text,
  link,
  z.strictObject({ type: z.literal('emoji'), name: z.string().min(1), unicode: z.string().optional(), style }),
  z.strictObject({ type: z.literal('user'), user_id: words(255), style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: words(255), style }),
  z.strictObject({ type: z.literal('channel'), channel_id: words(255), style }),
  z.strictObject({ type: z.literal('team'), team_id: words(255), style }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), style }),
  z.strictObject({ type: z.literal('color'), value: z.string().regex(/^#[\da-f]{6}$/i), style }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: z.string().min(1),
    url: linkUrl.optional(),
    fallback: z.string().min(1).optional(),
    style,
  }),
])

const border = z.literal([0, 1]).optional()
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(inline).min(1) })

/** A `rich_text` block, also used as a table cell and as the first content of a rich text field. */
export const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: appId.optional(),
  elements: z
    .array(
      z.discriminatedUnion('type', [
        section,
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z.array(section).min(1),
          indent: z.int().min(0).max(8).optional(),
          offset: z.int().min(0).optional(),
          border,
        }),
        z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(inline).min(1), border }),
        z.strictObject({
          type: z.literal('rich_text_preformatted'),
          elements: z.array(z.discriminatedUnion('type', [text, link])).min(1),
          border,
        }),
      ]),
    )
    .min(1),
})
