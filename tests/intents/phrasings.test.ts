import { describe, expect, test } from 'vitest'
import { createLexicon } from '../../src/intents/lexicon.ts'
import { countWords, createMaskedWords, listPhrasings, maskedWords } from '../../src/intents/phrasings.ts'
import { aGroup, anIntent, aSmallKnowledge } from './small-knowledge.ts'

const small = aSmallKnowledge({
  intents: [anIntent('gate', ['which gate for <event>', 'where is the gate of <event>', 'gate'])],
  lexicon: [aGroup('polite', ['please', 'kindly'], 'filler')],
  outOfScope: ['tell a joke'],
})

describe('countWords', () => {
  test('counts words for the speller, but no slots and none of what is out of scope', () => {
    const words = countWords(small)
    expect(words.get('gate')).toBe(3)
    expect(words.has('<event>')).toBe(false)
    expect(words.has('joke')).toBe(false)
    expect(words.has('kindly')).toBe(true)
  })
})

describe('listPhrasings', () => {
  const topic = { kind: 'topic' as const, id: 'visa', title: 'Visas', questions: ['a visa for Chile'], answer: 'Ask.' }
  const knowledge = { ...small, topics: new Map([['visa', topic]]) }

  test('masks what people say about topics as it masks their questions', () => {
    const mask = (text: string) => maskedWords(text.replace('Chile', '<place>'))
    const phrasings = listPhrasings(knowledge, createLexicon(knowledge.lexicon), mask)
    expect(phrasings.filter(({ label }) => label === 'topic:visa').map(({ words }) => words.join(' '))).toEqual([
      'visas',
      'a visa for <place>',
    ])
  })
})

describe('createMaskedWords', () => {
  test('gives the words of a phrasing, and the very same when it is read again', () => {
    const wordsIn = createMaskedWords()
    const words = wordsIn('who runs <process>')
    expect(words).toEqual(maskedWords('who runs <process>'))
    expect(wordsIn('who runs <process>')).toBe(words)
  })
})

describe('maskedWords', () => {
  test.each([
    ['Who runs <process>?', ['who', 'runs', '<process>'], 'a slot stays whole'],
    ['l’année de <event>', ['l', 'annee', 'de', '<event>'], 'words are folded'],
    ['', [], 'nothing'],
  ])('makes of "%s" %j (%s)', (text, words) => {
    expect(maskedWords(text)).toEqual(words)
  })
})
