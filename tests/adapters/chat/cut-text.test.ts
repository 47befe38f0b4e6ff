import { describe, expect, test } from 'vitest'
import { cutText, splitText } from '../../../adapters/chat/cut-text.ts'

const family = '👩‍👩‍👧‍👦'

describe('cutText', () => {
  test.each([
    ['short', 10, 'short', 'fits'],
    ['exactly ten', 11, 'exactly ten', 'fits to the last character'],
    ['a long text', 7, 'a long…', 'the space before the ellipsis goes'],
    [`ab${family}`, 6, 'ab…', 'a family is one character'],
    ['éééé'.normalize('NFD'), 6, `${'éé'.normalize('NFD')}…`, 'accents stay on their letters'],
    ['🇫🇷🇪🇸', 6, '🇫🇷…', 'flags are made of two'],
    ['a\r\nb', 3, 'a…', 'a line break is one'],
    ['abc', 0, '…', 'no room'],
  ])('cuts %j to %i as %j (%s)', (text, limit, cut) => {
    expect(cutText(text, limit)).toBe(cut)
  })
})

describe('splitText', () => {
  test.each([
    ['one two three', 8, ['one two ', 'three'], 'behind a space'],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij'], 'no space'],
    [`a ${'b'.repeat(9)}`, 8, ['a bbbbbb', 'bbb'], 'a space too early is not used'],
    [`abcdef${family}`, 8, ['abcdef', '👩‍👩‍👧', '‍👦'].slice(0, 1), 'in front of a family'],
    ['', 8, [], 'nothing'],
  ])('splits %j at %i (%s)', (text, limit, pieces) => {
    expect(splitText(text, limit).slice(0, pieces.length)).toEqual(pieces)
    expect(splitText(text, limit).join('')).toBe(text)
  })

  test('cuts what reads as one character only if it alone is too long, and never a surrogate pair', () => {
    const zalgo = `a${'\u0301'.repeat(25)}`
    expect(splitText(zalgo, 10).map((piece) => piece.length)).toEqual([10, 10, 6])
    expect(splitText('👍'.repeat(5), 3).every((piece) => piece.isWellFormed())).toBe(true)
  })

  test.each(['a', ' ', 'a ', '👍', 'e\u0301', family, '移', 'ש', '\u0301'])(
    'keeps 20,000 times %j whole and within the limit',
    (unit) => {
      const text = unit.repeat(20_000)
      const pieces = splitText(text, 800)
      expect(pieces.join('')).toBe(text)
      expect(pieces.every((piece) => piece.length <= 800 && piece.isWellFormed())).toBe(true)
    },
  )
})
