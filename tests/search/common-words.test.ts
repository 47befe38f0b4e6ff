import { describe, expect, test } from 'vitest'
import { commonWords } from '../../src/search/common-words.ts'

describe('commonWords', () => {
  test('ranks the words of a language, folded', () => {
    expect([...commonWords('french').keys()].slice(0, 3)).toEqual(['de', 'la', 'le'])
    expect(commonWords('french').get('ete')).toBeLessThan(100)
    expect(commonWords('french').has('été')).toBe(false)
  })

  test('takes elided words apart', () => {
    expect(commonWords('french').has('application')).toBe(true)
    expect([...commonWords('french').keys()].filter((word) => /['’]/.test(word))).toEqual([])
  })

  test('reads a list once', () => {
    expect(commonWords('spanish')).toBe(commonWords('spanish'))
  })
})
