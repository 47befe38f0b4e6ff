import { z } from 'zod'
import { buttons, picture } from './elements.ts'
import { richText } from './rich-text.ts'
import { appId, linkUrl, mrkdwn, words } from './texts.ts'

const common = { block_id: appId.optional() }

const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) }),
  z.strictObject({ type: z.literal('raw_number'), text: z.string().min(1), value: z.number() }),
  richText,
])
const row = z.array(cell).min(1).max(20)
const MAX_CELL_CHARACTERS = 10_000

const table = z
  .strictObject({
    type: z.literal('table'),
    ...common,
    rows: z.array(row).min(1).max(100),
    column_settings: z
      .array(
        z.strictObject({ align: z.enum(['left', 'center', 'right']).optional(), is_wrapped: z.boolean().optional() }),
      )
      .max(20)
      .optional(),
  })
  .check(cellsFit)

const dataTable = z
  .strictObject({
    type: z.literal('data_table'),
    ...common,
    caption: words(3000),
    // The first row is the header.
    rows: z.array(row).min(1).max(101),
    page_size: z.int().min(1).max(100).optional(),
    row_header_column_index: z.int().min(0).max(19).optional(),
  })
  .check(cellsFit)

const card = z
  .strictObject({
    type: z.literal('card'),
    ...common,
    hero_image: picture.optional(),
    icon: picture.optional(),
    title: mrkdwn(150).optional(),
    subtitle: mrkdwn(150).optional(),
    body: mrkdwn(200).optional(),
    actions: buttons.optional(),
  })
  .refine((one) => one.hero_image || one.title || one.actions || one.body, 'needs hero_image, title, actions or body')

const taskCard = z.strictObject({
  type: z.literal('task_card'),
  ...common,
  task_id: words(255),
  title: words(3000),
  details: richText.optional(),
  output: richText.optional(),
  sources: z.array(z.strictObject({ type: z.literal('url'), url: linkUrl, text: words(3000) })).optional(),
  status: z.enum(['pending', 'in_progress', 'complete', 'error']),
})

/** Blocks that modals and the home tab do not show. `container` is left out: it nests, and nothing here needs it. */
export const messageOnlyBlocks = [
  table,
  dataTable,
  card,
  taskCard,
  z.strictObject({ type: z.literal('carousel'), ...common, elements: z.array(card).min(1).max(10) }),
  z.strictObject({ type: z.literal('plan'), ...common, title: words(3000), tasks: z.array(taskCard).optional() }),
  z.strictObject({ type: z.literal('markdown'), ...common, text: words(12_000) }),
] as const

function cellsFit({ value, issues }: z.core.ParsePayload<{ rows: z.infer<typeof row>[] }>): void {
  const characters = value.rows.flat().reduce((sum, one) => sum + cellLength(one), 0)
  if (characters <= MAX_CELL_CHARACTERS) return
  const message = `${characters} characters in its cells, at most ${MAX_CELL_CHARACTERS}`
  issues.push({ code: 'custom', input: value, message })
}

function cellLength(one: z.infer<typeof cell>): number {
  return one.type === 'rich_text' ? JSON.stringify(one.elements).length : one.text.length
}
