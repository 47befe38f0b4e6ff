import { describe, expect, test } from 'vitest'
import { actionSets, button, fitsButton } from '../../../../adapters/teams/drawing/card-actions.ts'

const share = { verb: 'share', answerId: 'a' } as const

describe('a button', () => {
  test('stands in for itself on clients that do not know its kind', () => {
    expect(button('Share', share)).toEqual({
      type: 'Action.Execute',
      title: 'Share',
      verb: 'share',
      data: { answerId: 'a' },
      fallback: { type: 'Action.Submit', title: 'Share', data: { answerId: 'a', verb: 'share' } },
    })
  })

  test('shows a long label in full when pointed at', () => {
    const label = 'Regional consultation for Latin America and the Caribbean'
    expect(button(label, share)).toMatchObject({
      title: 'Regional consultation for Latin America and the C…',
      tooltip: label,
    })
  })

  test.each([
    ['Why?', true, 'short'],
    ['', false, 'nothing'],
    ['x'.repeat(749), false, 'just too long'],
    ['x'.repeat(748), true, 'just not too long'],
    ['移'.repeat(500), false, 'too long in UTF-8'],
  ])('may ask %j: %s (%s)', (question, fits) => {
    expect(fitsButton(question)).toBe(fits)
  })
})

describe('the rows of buttons', () => {
  const rowsOf = (...labels: string[]) =>
    actionSets(labels.map((label) => button(label, share))).map(({ actions }) => actions.map(({ title }) => title))

  test.each<[string[][], string]>([
    [[], 'none'],
    [[['a', 'b', 'c', 'd', 'e', 'f'], ['g']], 'Teams shows six'],
    [[['IDM 2004', 'IDM 2005', 'IDM 2006'], ['IDM 2007']], 'narrow clients'],
    [[['Back', 'More'], ['Share with everyone here, please']], 'a long one goes below'],
    [[['A question that is as long as a button may well be'], ['b']], 'a very long one stands alone'],
  ])('are %j (%s)', (rows) => {
    expect(rowsOf(...rows.flat())).toEqual(rows)
  })
})
