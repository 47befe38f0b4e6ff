import { expect, test } from 'vitest'
import type { AnswerItem } from '../../../adapters/chat/answer-item.ts'
import { fillPages, type SizeOf } from '../../../adapters/chat/fill-pages.ts'

function item(kind: 'heading' | 'fact' | 'note', text: string, part = 0): AnswerItem {
  return { kind, part, goesOn: false, runs: [{ text }] }
}

function textOf(shown: AnswerItem): string {
  return 'runs' in shown ? shown.runs.map(({ text }) => text).join('') : ''
}

const bytes: SizeOf<'bytes'> = (shown) => ({ bytes: textOf(shown).length })

function pagesOf(items: readonly AnswerItem[], room: number): string[][] {
  return fillPages(items, { bytes: room }, bytes).map((page) => page.map(textOf))
}

test('pages are filled one after the other', () => {
  const items = ['aa', 'bb', 'cccc', 'd'].map((text) => item('fact', text))
  expect(pagesOf(items, 4)).toEqual([['aa', 'bb'], ['cccc'], ['d']])
})

test('what is larger than a page has one of its own', () => {
  const items = ['a', 'bbbbbb', 'c'].map((text) => item('fact', text))
  expect(pagesOf(items, 4)).toEqual([['a'], ['bbbbbb'], ['c']])
})

test('a heading goes to the next page with what it heads', () => {
  const items = [item('fact', 'aa'), item('heading', 'h'), item('note', 'bb')]
  expect(pagesOf(items, 4)).toEqual([['aa'], ['h', 'bb']])
})

test('a page is full when any of its units is', () => {
  const items = ['a', 'b', 'c'].map((text) => item('fact', text))
  const pages = fillPages(items, { bytes: 100, blocks: 2 }, () => ({ bytes: 1, blocks: 1 }))
  expect(pages.map((page) => page.map(textOf))).toEqual([['a', 'b'], ['c']])
})

test('an item is measured beside those right before it on its page that are of its kind and part', () => {
  const items = [item('fact', 'a'), item('fact', 'b'), item('note', 'n'), item('fact', 'c'), item('fact', 'd', 1)]
  const groups = new Map<string, string>()
  fillPages(items, { bytes: 100 }, (shown, group) => {
    groups.set(textOf(shown), group.map(textOf).join(''))
    return { bytes: 1 }
  })
  expect(Object.fromEntries(groups)).toEqual({ a: '', b: 'a', n: 'ab', c: 'n', d: 'c' })
})

test('nothing is one page with nothing', () => {
  expect(pagesOf([], 4)).toEqual([[]])
})
