import { describe, expect, test } from 'vitest'
import { isFunctionWord } from '../../src/intents/function-words.ts'

describe('isFunctionWord', () => {
  test.each(['the', 'of', 'who', 'les', 'quoi', 'etre', 'los', 'cuando', 'mas'])('holds for %s', (word) => {
    expect(isFunctionWord(word)).toBe(true)
  })

  test.each([
    ['secretariat', 'a subject'],
    ['iom', 'a name'],
    ['made', 'a network, though a verb too'],
    ['être', 'words come folded'],
    ['THE', 'words come in lower case'],
    ['2017', 'a year'],
    ['', 'nothing'],
  ])('does not hold for "%s" (%s)', (word) => {
    expect(isFunctionWord(word)).toBe(false)
  })
})
