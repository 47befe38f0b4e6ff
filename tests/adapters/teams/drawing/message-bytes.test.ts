import { describe, expect, test } from 'vitest'
import { cutToBytes, messageBytes } from '../../../../adapters/teams/drawing/message-bytes.ts'

describe('messageBytes', () => {
  test.each([
    ['abc', 10, 'two bytes for each letter and quote in UTF-16'],
    ['移移移', 11, 'three bytes for each in UTF-8'],
    ['"\n', 12, 'escapes count'],
    ['👍', 8, 'a surrogate pair'],
  ])('counts %j as %i (%s)', (text, bytes) => {
    expect(messageBytes(text)).toBe(bytes)
  })
})

describe('cutToBytes', () => {
  test.each(['a', '移', '"', '\n.', '👩‍👩‍👧‍👦', 'é'])(
    'keeps 3,000 times %j within the limit, and most of the room in use',
    (unit) => {
      const cut = cutToBytes(unit.repeat(3000), 1000)
      expect(messageBytes(cut)).toBeLessThanOrEqual(1000)
      expect(messageBytes(cut)).toBeGreaterThan(800)
      expect(cut.endsWith('…')).toBe(true)
    },
  )

  test('leaves alone what fits', () => {
    expect(cutToBytes('It is windy.', 1000)).toBe('It is windy.')
  })
})
