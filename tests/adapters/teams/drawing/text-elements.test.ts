import { describe, expect, test } from 'vitest'
import { inDirectionOf, paragraph, quietLine } from '../../../../adapters/teams/drawing/text-elements.ts'

describe('a paragraph', () => {
  test('shows runs as text, bold and linked', () => {
    expect(
      paragraph([
        { text: 'See ', bold: true },
        { text: 'https://a.b', url: 'https://a.b' },
      ]).inlines,
    ).toEqual([
      { type: 'TextRun', text: 'See ', weight: 'Bolder' },
      { type: 'TextRun', text: 'https://a.b', selectAction: { type: 'Action.OpenUrl', url: 'https://a.b' } },
    ])
  })

  test.each([
    ['{{DATE(2017-02-14T06:00:00Z,SHORT)}}', '{\u2060{DATE(2017-02-14T06:00:00Z,SHORT)}}', 'a date'],
    ['{{TIME(2017-02-14T06:00:00Z)}}', '{\u2060{TIME(2017-02-14T06:00:00Z)}}', 'a time'],
    ['{{{DATE(x)}}', '{{\u2060{DATE(x)}}', 'one bracket more'],
    ['{{DATE}}', '{{DATE}}', 'nothing that is replaced'],
  ])('keeps renderers from replacing %j (%s)', (text, shown) => {
    expect(paragraph([{ text }]).inlines[0]?.text).toBe(shown)
  })
})

describe('the direction', () => {
  const line = paragraph([{ text: 'x' }])

  test.each([
    ['مرحبا', true, 'Arabic'],
    ['(2017) שלום', true, 'Hebrew behind a number'],
    ['Hello مرحبا', false, 'English first'],
    ['移民', false, 'Chinese'],
    ['2017', false, 'no letter'],
  ])('of %j is from right to left: %s (%s)', (text, isRtl) => {
    expect(inDirectionOf(text, line).type).toBe(isRtl ? 'Container' : 'RichTextBlock')
  })

  test('leaves the place of an element to the container around it', () => {
    const element = { ...line, spacing: 'Small', separator: true } as const
    expect(inDirectionOf('ש', element)).toEqual({
      type: 'Container',
      rtl: true,
      spacing: 'Small',
      separator: true,
      items: [line],
    })
  })

  test('is heeded by quiet lines', () => {
    expect(quietLine('שלום').type).toBe('Container')
  })
})
