import { describe, expect, test } from 'vitest'
import { findOrdinals, ordinalWords } from '../../src/intents/ordinals.ts'
import { tokenize } from '../../src/search/tokens.ts'

describe('findOrdinals', () => {
  test.each([
    ['the first workshop', [[1, 1]], 'English'],
    ['the 2nd one', [[1, 2]], 'English in figures'],
    ['le deuxième atelier', [[1, 2]], 'French with an accent'],
    ['la 2e réunion', [[1, 2]], 'French in figures'],
    ['première', [[0, 1]], 'French feminine'],
    ['el tercer taller', [[1, 3]], 'Spanish, shortened before its noun'],
    ['la última', [[1, -1]], 'the last, Spanish'],
    ['the latest report', [[1, -1]], 'the last, English'],
    ['dernière édition', [[0, -1]], 'the last, French'],
    [
      'the first and the second',
      [
        [1, 1],
        [4, 2],
      ],
      'two of them',
    ],
    ['one or 2 workshops', [], 'numbers that order nothing'],
    ['', [], 'nothing'],
  ])('finds in "%s" %j (%s)', (text, expected) => {
    expect(findOrdinals(tokenize(text)).map(({ at, value }) => [at, value])).toEqual(expected)
  })

  test('finds every word that it tells the speller', () => {
    expect(ordinalWords.filter((word) => findOrdinals(tokenize(word)).length !== 1)).toEqual([])
  })
})
