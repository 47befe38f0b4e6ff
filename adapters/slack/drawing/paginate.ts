import type { Language } from '../../../src/knowledge/language.ts'
import type { AnswerItem } from '../../chat/answer-item.ts'
import { fillPages, type Room as RoomOf } from '../../chat/fill-pages.ts'
import { drawItems, joins } from './draw-items.ts'

/** How much goes on a page: bytes of JSON and blocks. */
export type Room = RoomOf<'bytes' | 'blocks'>

/** The items in as few pages as filling them one after the other takes. */
export function paginate(items: readonly AnswerItem[], language: Language, room: Room): AnswerItem[][] {
  // Nearly all answers; measuring each item takes several times as long.
  if (fitsTogether(items, language, room)) return [[...items]]
  return fillPages(items, room, (item, group) => sizeOf(item, group, language))
}

function fitsTogether(items: readonly AnswerItem[], language: Language, room: Room): boolean {
  const blocks = drawItems(items, language)
  return blocks.length <= room.blocks && jsonBytes(blocks) <= room.bytes
}

/** Beside others of its group an item needs no block of its own around it. */
function sizeOf(item: AnswerItem, group: readonly AnswerItem[], language: Language): Room {
  const alone = jsonBytes(drawItems([item], language))
  if (joins(group, item)) return { bytes: alone - shared[item.kind], blocks: 0 }
  const isNewPart = group.length > 0 && group[0]?.part !== item.part
  return isNewPart ? { bytes: alone + divider, blocks: 2 } : { bytes: alone, blocks: 1 }
}

/** UTF-8 bytes as JSON. */
export function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value), 'utf8')
}

const divider = jsonBytes({ type: 'divider' }) + 1

/** The bytes of the block around the items of a group, without which each further item comes. */
const shared: Readonly<Record<AnswerItem['kind'], number>> = {
  lead: jsonBytes([{ type: 'rich_text', elements: [] }]) - 1,
  heading: 0,
  fact: jsonBytes([{ type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements: [] }] }]) - 1,
  note: jsonBytes([{ type: 'rich_text', elements: [] }]) - 1,
  option: jsonBytes([{ type: 'rich_text', elements: [] }]) - 1,
  suggestion: jsonBytes([{ type: 'context', elements: [] }]) - 1,
  source: jsonBytes([{ type: 'context', elements: [] }]) - 1,
  choice: jsonBytes([{ type: 'actions', elements: [] }]) - 1,
  meeting: 0,
}
