import type { Language } from '../../../src/knowledge/language.ts'
import type { AnswerItem } from '../../chat/answer-item.ts'
import { fillPages } from '../../chat/fill-pages.ts'
import { type Bullets, drawItems, separation } from './draw-items.ts'
import { messageBytes } from './message-bytes.ts'

/** What stands on each page, and how its facts are listed. */
export type Pages = { readonly pages: readonly AnswerItem[][]; readonly bullets: Bullets }

/** How much there is room for on a single page, and on each of several. */
type Room = { readonly single: number; readonly several: () => number }

/** A single page where all fits, which then looks its best; otherwise as few as filling them one after the other takes. */
export function paginate(items: readonly AnswerItem[], language: Language, { single, several }: Room): Pages {
  const fitting = (['hanging', 'inline'] as const).find((bullets) => {
    return messageBytes(drawItems(items, { language, bullets })) <= single
  })
  if (fitting) return { pages: [[...items]], bullets: fitting }
  const pages = fillPages(items, { bytes: several() }, (item, group) => ({ bytes: sizeOf(item, group, language) }))
  return { pages, bullets: 'inline' }
}

function sizeOf(item: AnswerItem, group: readonly AnswerItem[], language: Language): number {
  const alone = messageBytes(drawItems([item], { language, bullets: 'inline' }))
  const isNewPart = group.length > 0 && group[0]?.part !== item.part
  return isNewPart ? alone + messageBytes(separation) : alone
}
