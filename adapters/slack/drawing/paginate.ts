import type { AnswerItem } from './answer-item.ts'
import { drawItems, joins } from './draw-items.ts'

/** How much goes on a page: bytes of JSON and blocks. */
export type Room = { readonly bytes: number; readonly blocks: number }

/** The items in as few pages as filling them one after the other takes. */
export function paginate(items: readonly AnswerItem[], room: Room): AnswerItem[][] {
  // Nearly all answers; measuring each item takes several times as long.
  return fitsTogether(items, room) ? [[...items]] : fillPages(items, room)
}

function fitsTogether(items: readonly AnswerItem[], room: Room): boolean {
  const blocks = drawItems(items)
  return blocks.length <= room.blocks && jsonBytes(blocks) <= room.bytes
}

function fillPages(items: readonly AnswerItem[], room: Room): AnswerItem[][] {
  const pages: AnswerItem[][] = [[]]
  let left = room
  let group: AnswerItem[] = []
  items.forEach((item, i) => {
    const next = items[i + 1]
    // A heading at the foot of a page would head nothing.
    const together = item.kind === 'heading' && next ? [item, next] : [item]
    if (pages.at(-1)?.length && !fits(together, group, left)) {
      pages.push([])
      left = room
      group = []
    }
    const size = sizeOf(item, group)
    left = { bytes: left.bytes - size.bytes, blocks: left.blocks - size.blocks }
    group = joins(group, item) ? [...group, item] : [item]
    pages.at(-1)?.push(item)
  })
  return pages
}

function fits(items: readonly AnswerItem[], group: readonly AnswerItem[], left: Room): boolean {
  const sizes = items.map((item, i) => sizeOf(item, i === 0 ? group : items.slice(0, 1)))
  return sum(sizes, 'bytes') <= left.bytes && sum(sizes, 'blocks') <= left.blocks
}

function sum(sizes: readonly Room[], unit: keyof Room): number {
  return sizes.reduce((total, size) => total + size[unit], 0)
}

/** What an item adds to a page at most. Beside others of its group it needs no block of its own around it. */
function sizeOf(item: AnswerItem, group: readonly AnswerItem[]): Room {
  const alone = jsonBytes(drawItems([item]))
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
  button: jsonBytes([{ type: 'actions', elements: [] }]) - 1,
}
