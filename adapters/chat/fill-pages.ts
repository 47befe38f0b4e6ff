import type { AnswerItem } from './answer-item.ts'

/** How much there is of each unit that a platform counts, such as bytes. */
export type Room<Unit extends string> = Readonly<Record<Unit, number>>

/** What an item adds to a page at most; `group` are the items right before it, of one kind and part. */
export type SizeOf<Unit extends string> = (item: AnswerItem, group: readonly AnswerItem[]) => Room<Unit>

/** The items in as few pages as filling them one after the other takes. No page is empty, and no heading is the last. */
export function fillPages<Unit extends string>(
  items: readonly AnswerItem[],
  room: Room<Unit>,
  sizeOf: SizeOf<Unit>,
): AnswerItem[][] {
  const pages: AnswerItem[][] = [[]]
  let left = room
  let group: AnswerItem[] = []
  items.forEach((item, i) => {
    let size = sizeOf(item, group)
    const next = items[i + 1]
    // A heading at the foot of a page would head nothing.
    const together = item.kind === 'heading' && next ? [size, sizeOf(next, [item])] : [size]
    if (pages.at(-1)?.length && !fits(together, left)) {
      pages.push([])
      left = room
      group = []
      size = sizeOf(item, group)
    }
    left = minus(left, size)
    group = isAlike(group[0], item) ? [...group, item] : [item]
    pages.at(-1)?.push(item)
  })
  return pages
}

/** Whether two items are of one kind and part. */
export function isAlike(one: AnswerItem | undefined, other: AnswerItem): boolean {
  return one?.kind === other.kind && one.part === other.part
}

function fits<Unit extends string>(sizes: readonly Room<Unit>[], left: Room<Unit>): boolean {
  return Object.values<number>(sizes.reduce(minus, left)).every((rest) => rest >= 0)
}

function minus<Unit extends string>(room: Room<Unit>, size: Room<Unit>): Room<Unit> {
  const units = Object.keys(room) as Unit[]
  return Object.fromEntries(units.map((unit) => [unit, room[unit] - size[unit]])) as Room<Unit>
}
