import { describe, expect, test } from 'vitest'
import { findPick } from '../../src/intents/picks.ts'

/** Of a list of five whose second was talked about last. */
const picked = (text: string, current: readonly number[] = [1]) => findPick(text, { length: 5, current })?.at

describe('a pick from a list of five', () => {
  test.each<[string, readonly number[], string]>([
    ['the second one', [1], 'an ordinal'],
    ['who hosts the third one?', [2], 'inside a question'],
    ['the third one’s email', [2], 'with a genitive'],
    ['la deuxième', [1], 'French'],
    ['¿quién organizó la primera?', [0], 'Spanish'],
    ['the last one', [4], 'the end'],
    ['l’avant-dernière', [3], 'the one before the end'],
    ['the last but one', [3], 'the same in English'],
    ['the first two', [0, 1], 'several'],
    ['les trois derniers', [2, 3, 4], 'several from the end'],
    ['las dos primeras', [0, 1], 'several in Spanish'],
    ['the first and the fourth', [0, 3], 'two picks'],
    ['number 3', [2], 'a number'],
    ['4', [3], 'nothing but a number'],
    ['2 please', [1], 'a number and a polite word'],
    ['all five', [0, 1, 2, 3, 4], 'all'],
    ['all of them', [0, 1, 2, 3, 4], 'all without a count'],
    ['the others', [0, 2, 3, 4], 'all but the one talked about'],
    ['the next one', [2], 'counted from the one talked about'],
    ['celui d’avant', [0], 'the one before, in French'],
    ['the ninth', [], 'a place that the list does not have'],
  ])('%j is %j (%s)', (text, at) => {
    expect(picked(text)).toEqual(at)
  })

  test.each([
    ['the second workshop of 2017', 'a noun follows that need not be in the list'],
    ['the latest', 'about time and not about the list'],
    ['wait a second', 'no article that picks'],
    ['is that all?', 'not about the list'],
    ['in 2014', 'a year'],
    ['and in the other process?', 'a noun follows'],
    ['', 'nothing is said'],
  ])('is not in %j (%s)', (text) => {
    expect(picked(text)).toBeUndefined()
  })

  test('of the other needs one that was talked about', () => {
    expect(picked('the other one', [])).toBeUndefined()
  })
})
