import { describe, expect, test } from 'vitest'
import type { Drawing } from '../../../../adapters/slack/drawing/render-answer.ts'
import { anAnswer, aPart } from '../../chat/an-answer.ts'
import { allPages } from './an-answer.ts'
import { pageViolations } from './page-violations.ts'

describe('pageViolations', () => {
  const answer = anAnswer([aPart({ facts: ['It 👍🏽 blows.', 'It stops.'] })])
  const [page] = allPages(answer) as [Drawing]
  const changed = (from: string, to: string): Drawing => {
    return { text: page.text, blocks: JSON.parse(JSON.stringify(page.blocks).replace(from, to)) }
  }

  test('finds nothing in what is right', () => {
    expect(pageViolations(answer, [page])).toEqual([])
  })

  test.each<[string, Drawing[], string]>([
    ['a lost fact', [changed('It stops.', 'It')], 'the bullets are not the facts'],
    ['a repeated one', [page, page], 'the bullets are not the facts'],
    ['a cut character', [changed('👍🏽', '👍"},{"type":"text","text":"🏽')], 'cut inside a character at 5'],
    ['a missing source', [changed('Source: ', '')], 'no source'],
    ['a mention', [changed('"type":"text","text":"It is windy."', '"type":"user","user_id":"U1"')], 'holds user'],
    ['mrkdwn', [changed('"plain_text"', '"mrkdwn"')], 'holds mrkdwn'],
    ['live markup', [{ ...page, text: '<!channel>' }], 'text is not escaped'],
    ['a size', [{ ...page, blocks: [...page.blocks, ...Array(51).fill({ type: 'divider' })] }], '55 blocks'],
  ])('finds %s', (_what, pages, violation) => {
    expect(pageViolations(answer, pages)).toContain(violation)
  })
})
