import { describe, expect, test } from 'vitest'
import { pruneQuery } from '../../src/search/pruned-query.ts'

/** In how many of a thousand passages each word stands. */
const frequencies: Readonly<Record<string, number>> = {
  migration: 400,
  process: 200,
  policy: 100,
  diaspora: 20,
  nadi: 1,
}
const vocabulary = {
  passages: 1000,
  frequencyOf: (word: string) => frequencies[word] ?? 0,
  rarityOf: (word: string) => Math.log(1001 / (1 + (frequencies[word] ?? 0))) + 1,
}

describe('pruneQuery', () => {
  test.each([
    [['migration', 'nadi', 'diaspora', 'process'], ['nadi', 'diaspora'], 'common words are left out'],
    [['migration', 'policy', 'process'], ['policy', 'process'], 'the two rarest stay, however common'],
    [['migration', 'nadi'], ['nadi', 'migration'], 'there are but two'],
    [['zzyzx', 'qqq', 'migration'], ['migration'], 'words that nobody uses find nothing'],
    [['zzyzx'], [], 'no word is known'],
    [[], [], 'nothing is asked'],
  ])('searches of %j for %j (%s)', (asked, searched) => {
    expect(pruneQuery(asked, vocabulary).stems).toEqual(searched)
  })

  test('says what a passage without the searched words can cover at most', () => {
    const { leftOut } = pruneQuery(['migration', 'nadi', 'diaspora'], vocabulary)
    const weights = ['migration', 'nadi', 'diaspora'].map(vocabulary.rarityOf)
    expect(leftOut).toBeCloseTo((weights[0] ?? 0) / weights.reduce((a, b) => a + b))
    expect(pruneQuery(['nadi'], vocabulary).leftOut).toBe(0)
  })
})
