import { expect, test } from 'vitest'
import { richElements } from '../../../../adapters/slack/drawing/rich-elements.ts'

test('runs become elements that show what is written', () => {
  expect(
    richElements([
      { text: '<!channel>', bold: true },
      { text: 'a', url: 'https://example.org' },
    ]),
  ).toEqual([
    { type: 'text', text: '<!channel>', style: { bold: true } },
    { type: 'link', url: 'https://example.org', text: 'a' },
  ])
})
