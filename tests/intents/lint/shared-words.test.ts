import { describe, expect, test } from 'vitest'
import { warnOfSharedWords } from '../../../src/intents/lint/shared-words.ts'
import { warningsOf } from '../../knowledge/warnings-of.ts'

const warnings = (file: string) => warningsOf({ 'lexicon/lexicon.yaml': file }, warnOfSharedWords)

describe('warnOfSharedWords', () => {
  test('says which word does nothing because an earlier group has it', () => {
    expect(
      warnings(
        '- id: unit\n  words:\n    en: [team, desk]\n- id: filler\n  words:\n    en:\n      - please\n      - team\n',
      ),
    ).toEqual([
      'lexicon/lexicon.yaml:8:9: warning: "team" does nothing in the group "filler", because "team" (lexicon/lexicon.yaml:3) makes it stand for "unit"; keep one of them',
    ])
  })

  test('counts other forms of a word as the word, and says it once of all of them', () => {
    const file = '- {id: theme, words: {en: [heading]}}\n- {id: head, words: {en: [heads, head]}}\n'
    expect(warnings(file)).toEqual([
      expect.stringContaining('"heads" does nothing in the group "head", because "heading"'),
    ])
  })

  test.each([
    ['the words of one group', '- {id: theme, words: {en: [head, heads]}}\n'],
    [
      'a word that two languages have in common',
      '- {id: a, words: {en: [chose]}}\n- {id: b, words: {en: [x], fr: [chose]}}\n',
    ],
    ['a phrase that begins like another', '- {id: a, words: {en: [head]}}\n- {id: b, words: {en: [head count]}}\n'],
  ])('says nothing of %s', (_, file) => {
    expect(warnings(file)).toEqual([])
  })
})
