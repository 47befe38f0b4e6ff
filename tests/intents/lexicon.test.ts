import { describe, expect, test } from 'vitest'
import { createLexicon } from '../../src/intents/lexicon.ts'
import { aGroup } from './small-knowledge.ts'

const lexicon = createLexicon([
  {
    id: 'email',
    use: 'asks',
    words: { en: ['e-mail', 'mail', 'e-mail address'], fr: ['courriel', 'mél'], es: ['correo electrónico'] },
  },
  aGroup('address', ['address', 'street'], 'asks'),
  aGroup('workshop', ['workshop', 'mail'], 'event-kind'),
  aGroup('support', ['support']),
])

describe('createLexicon', () => {
  test.each([
    ['mail', ['email'], 'the word itself, which belongs to the first group that has it'],
    ['courriel', ['email'], 'French'],
    ['mel', ['email'], 'words come folded'],
    ['correo electronico', ['email'], 'a phrase of two words'],
    ['e mail', ['email'], 'a hyphen is no difference'],
    ['workshops', ['workshop'], 'a plural'],
    ['supporting', ['support'], 'another form'],
    ['e mail address', ['email', 'address'], 'a phrase and a word inside it'],
    ['mail mail courriel', ['email'], 'each concept once'],
    ['electronico', [], 'half a phrase'],
    ['zzyzx', [], 'a word of no group'],
    ['', [], 'nothing'],
  ])('knows "%s" as %j (%s)', (words, concepts) => {
    expect(lexicon.conceptsOf(words.split(' '))).toEqual(concepts)
  })

  test('tells what a concept is used for', () => {
    expect(['email', 'workshop', 'support', 'zzyzx'].map((id) => lexicon.useOf(id))).toEqual([
      'asks',
      'event-kind',
      undefined,
      undefined,
    ])
  })

  test('knows nothing without groups', () => {
    expect(createLexicon([]).conceptsOf(['mail'])).toEqual([])
  })
})
