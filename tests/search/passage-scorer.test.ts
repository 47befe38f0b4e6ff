import { expect, test } from 'vitest'
import { scorePassage } from '../../src/search/passage-scorer.ts'
import type { Passage } from '../../src/search/passages.ts'

const scoring = {
  stemsOf: (text: string) => text.split(' ').filter((word) => word !== ''),
  rarityOf: (word: string) => (word === 'common' ? 1 : 5),
  nameBoost: 1.6,
}
const aPassage = (name: string, en: string): Passage => ({
  id: 'a',
  entry: { kind: 'region', id: 'a', name: 'A' } as Passage['entry'],
  name,
  text: { en, fr: '', es: '' },
})
const score = (passage: Passage, ...words: string[]) => scorePassage(passage, words, scoring)

test('finds the words that stand in the name or in a text, in their order', () => {
  expect(score(aPassage('bali process', 'a common rare thing'), 'rare', 'none', 'bali').found).toEqual(['rare', 'bali'])
})

test('gives nothing for words that are not there', () => {
  expect(score(aPassage('bali', 'rare'), 'none')).toEqual({ score: 0, found: [] })
})

test.each([
  ['a rare word', aPassage('', 'rare'), 'a common one', aPassage('', 'common')],
  ['the name', aPassage('rare', ''), 'the text', aPassage('', 'rare')],
  ['a short text', aPassage('', 'rare'), 'a long one', aPassage('', `rare ${'other '.repeat(50)}`)],
  ['a word said twice', aPassage('', 'rare rare x'), 'once', aPassage('', 'rare y x')],
])('weighs %s more (%#)', (_more, better, _less, worse) => {
  expect(score(better, 'rare', 'common').score).toBeGreaterThan(score(worse, 'rare', 'common').score)
})
