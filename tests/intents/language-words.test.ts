import { describe, expect, test } from 'vitest'
import { detectLanguage } from '../../src/intents/detect-language.ts'
import { learnLanguageWords } from '../../src/intents/language-words.ts'
import { anIntent, aSmallKnowledge } from './small-knowledge.ts'

const phrasings = {
  en: ['the theme of <dialogue>', 'zurbano meetings'],
  fr: ['atelier de <date>', 'quel atelier zurbano', 'atelier de tema', 'une seule fois'],
  es: ['tema de <date>', 'tema del atelieres', 'tema zurbano'],
}
const learnt = learnLanguageWords(aSmallKnowledge({ intents: [anIntent('theme', [], { phrasings })] }))

describe('learnLanguageWords', () => {
  test('keeps the words that are met again and again in one language alone', () => {
    expect([...learnt.fr]).toEqual(['atelier'])
    expect([...learnt.es]).toEqual([])
  })

  test('takes no slot for a word', () => {
    expect([...learnt.fr, ...learnt.es]).not.toContain('date')
  })
})

describe('detectLanguage with learnt words', () => {
  test('knows the language of a message without small words', () => {
    expect(detectLanguage('atelier 2017')).toBe('en')
    expect(detectLanguage('atelier 2017', 'en', learnt)).toBe('fr')
  })

  test('trusts small words more than a name in another language', () => {
    expect(detectLanguage('who runs the atelier?', 'en', learnt)).toBe('en')
  })
})
