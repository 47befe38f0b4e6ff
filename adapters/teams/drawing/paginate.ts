import type { Language } from '../../../src/knowledge/language.ts'
import type { AnswerItem } from '../../chat/answer-item.ts'
import { fillPages } from '../../chat/fill-pages.ts'
import { drawItems, separation } from './draw-items.ts'
import { messageBytes } from './message-bytes.ts'

/** The items in as few pages of at most `bytes` as filling them one after the other takes, with `inline` bullets. */
export function paginate(items: readonly AnswerItem[], language: Language, bytes: number): AnswerItem[][] {
  return fillPages(items, { bytes }, (item, group) => {
    const alone = messageBytes(drawItems([item], { language, bullets: 'inline' }))
    const isNewPart = group.length > 0 && group[0]?.part !== item.part
    return { bytes: isNewPart ? alone + messageBytes(separation) : alone }
  })
}
