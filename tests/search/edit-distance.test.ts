import { describe, expect, test } from 'vitest'
import { allowedEdits, editDistance, withinDistance } from '../../src/search/edit-distance.ts'
import { aRandomWord, seededRandom, withSlip } from './seeded-random.ts'

const distances = [
  ['process', 'process', 0, 'the same word'],
  ['', '', 0, 'nothing to change'],
  ['', 'rcp', 3, 'every letter is added'],
  ['proces', 'process', 1, 'a letter is missing'],
  ['proccess', 'process', 1, 'a letter too many'],
  ['procass', 'process', 1, 'another letter'],
  ['porcess', 'process', 1, 'neighbours swapped count as one slip'],
  ['midsa', 'midwa', 1, 'acronyms one letter apart'],
  ['ca', 'abc', 3, 'what is swapped is not edited again'],
  ['bali', 'rabat', 4, 'different words'],
] as const

describe('editDistance', () => {
  test.each(distances)('from "%s" to "%s" is %i (%s)', (a, b, distance) => {
    expect(editDistance(a, b, 9)).toBe(distance)
    expect(editDistance(b, a, 9)).toBe(distance)
  })

  test('stops counting one above the limit', () => {
    expect(editDistance('bali', 'rabat', 2)).toBe(3)
    expect(editDistance('a', 'aaaaaaaa', 2)).toBe(3)
  })

  test('agrees with the definition for random words and limits', () => {
    const random = seededRandom(2017)
    for (let round = 0; round < 3000; round++) {
      const a = aRandomWord(random)
      const b = random() < 0.5 ? withSlip(withSlip(a, random), random) : aRandomWord(random)
      const limit = Math.floor(random() * 4)
      expect([a, b, editDistance(a, b, limit)]).toEqual([a, b, Math.min(slowDistance(a, b), limit + 1)])
      expect([a, b, withinDistance(a, b, limit)]).toEqual([a, b, slowDistance(a, b) <= limit])
    }
  })
})

describe('allowedEdits', () => {
  test.each([
    [3, 0, 'an acronym'],
    [4, 1, 'the shortest word with a slip'],
    [6, 1, 'a middling word'],
    [7, 2, 'a longer word'],
    [8, 2, 'a long word'],
    [20, 2, 'never more than two'],
  ])('forgives in a word of %i letters %i (%s)', (length, edits) => {
    expect(allowedEdits(length)).toBe(edits)
  })
})

/** The definition of optimal string alignment, word for word. */
function slowDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const [restA, restB] = [a.slice(1), b.slice(1)]
  if (a[0] === b[0]) return slowDistance(restA, restB)
  const swapped = a[0] === b[1] && a[1] === b[0] ? slowDistance(a.slice(2), b.slice(2)) : Number.POSITIVE_INFINITY
  return 1 + Math.min(slowDistance(restA, b), slowDistance(a, restB), slowDistance(restA, restB), swapped)
}
