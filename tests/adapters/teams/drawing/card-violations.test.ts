import { describe, expect, test } from 'vitest'
import type { Drawing } from '../../../../adapters/teams/drawing/render-answer.ts'
import { anAnswer, aPart } from '../../chat/an-answer.ts'
import { allPages, aView } from './an-answer.ts'
import { cardViolations } from './card-violations.ts'
import { heldBy, heldByPages } from './held-by-pages.ts'

const answer = anAnswer([aPart({ facts: ['It 👍🏽 blows.', 'See https://example.org.'], suggestions: ['Why?'] })])
const [page] = allPages(answer, aView({ canShare: true })) as [Drawing]

function changed(from: string, to: string): Drawing {
  return { ...page, card: { ...page.card, body: JSON.parse(JSON.stringify(page.card.body).replace(from, to)) } }
}

describe('the checks of cards', () => {
  test('find nothing in what is right', () => {
    expect(cardViolations(page)).toEqual([])
    expect(heldByPages([page])).toEqual(heldBy(answer))
  })

  test.each([
    ['an unknown element', changed('"ColumnSet"', '"Pillars"'), /Pillars/],
    ['an unknown spacing', changed('"spacing":"Small"', '"spacing":"Smallish"'), /Smallish/],
    ['an unsafe link', changed('"url":"https://', '"url":"javascript:'), /^links to javascript:/],
    ['a date to format', changed('It ', '{{DATE(2017)}}'), /^a date to format$/],
    ['a size', changed('It ', 'It '.repeat(10_000)), /^\d+ bytes$/],
    ['no text', { ...page, text: ' ' }, /^no text$/],
  ])('find %s', (_what, drawing, violation) => {
    expect(cardViolations(drawing)).toContainEqual(expect.stringMatching(violation))
  })

  test('find what is lost, and what is told twice', () => {
    expect(heldByPages([changed('It 👍🏽 blows.', 'It')])).not.toEqual(heldBy(answer))
    expect(heldByPages([page, page])).not.toEqual(heldBy(answer))
  })
})
