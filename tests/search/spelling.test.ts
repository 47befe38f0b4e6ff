import { describe, expect, test, vi } from 'vitest'
import { allowedEdits, editDistance } from '../../src/search/edit-distance.ts'
import { isRealWord } from '../../src/search/real-words.ts'
import { createSpeller } from '../../src/search/spelling.ts'
import { pick, seededRandom, withSlip } from './seeded-random.ts'

const acronyms = [
  'midsa',
  'midwa',
  'midcas',
  'midcom',
  'eccas',
  'ecowas',
  'comesa',
  'sacm',
  'afml',
  'gfmd',
  'iscm',
  'unhcr',
]
const vocabulary = [
  ...['secretariat', 'secretariats', 'observer', 'participant', 'migration', 'mobility', 'dialogue', 'conference'],
  ...['publication', 'consultation', 'mechanism', 'division', 'workshop', 'theme', 'contact', 'world', 'report'],
  ...['colombo', 'almaty', 'budapest', 'khartoum', 'gaborone', 'botswana', 'bangkok', 'brussels', 'iom', 'idm'],
]
const frequencies = new Map([...vocabulary, ...acronyms].map((word) => [word, 1]))
frequencies.set('secretariat', 50)
const speller = createSpeller(frequencies, new Set(acronyms))

const slips = [
  ['secretariet', 'secretariat', 'a wrong vowel'],
  ['secratariat', 'secretariat', 'a vowel as it is spoken'],
  ['secretaryat', 'secretariat', 'after "secretary"'],
  ['obsever', 'observer', 'a dropped letter'],
  ['particpant', 'participant', 'a dropped vowel'],
  ['migartion', 'migration', 'two letters swapped'],
  ['moblity', 'mobility', 'a dropped vowel'],
  ['confrence', 'conference', 'a dropped vowel'],
  ['pubication', 'publication', 'a dropped consonant'],
  ['consulation', 'consultation', 'a dropped consonant'],
  ['mecanism', 'mechanism', 'as in French'],
  ['workshpo', 'workshop', 'the last letters swapped'],
  ['colmbo', 'colombo', 'a place'],
  ['allmaty', 'almaty', 'a doubled letter'],
  ['budpest', 'budapest', 'a dropped vowel'],
  ['khartum', 'khartoum', 'as in other languages'],
  ['gabarone', 'gaborone', 'a wrong vowel'],
  ['botsuana', 'botswana', 'as in Spanish'],
  ['brussells', 'brussels', 'a doubled letter'],
] as const

const untouched = [
  ['secretariat', 'the knowledge uses it'],
  ['word', 'a real word, though "world" is near'],
  ['house', 'a real word far from all'],
  ['themes', 'a real word, though only "theme" is known'],
  ['contract', 'a real word, though "contact" is near'],
  ['midca', 'near to acronyms only'],
  ['midxa', 'as near to one acronym as to another'],
  ['unhrc', 'an acronym with letters swapped'],
  ['imo', 'too short: a slip would be a third of it'],
  ['idn', 'too short'],
  ['2071', 'a year'],
  ['observr2', 'a word with a digit'],
  ['obsever@iom.int', 'an address'],
  ['qqqqqqqq', 'near to nothing'],
  ['observer'.repeat(6), 'longer than any word'],
  ['', 'nothing'],
] as const

describe('createSpeller', () => {
  test.each(slips)('corrects %s to %s (%s)', (slip, word) => {
    expect(speller.correct(slip)).toBe(word)
  })

  test.each(untouched)('leaves "%s" alone (%s)', (word) => {
    expect(speller.correct(word)).toBeUndefined()
  })

  test('never corrects one acronym into another, nor a slip of one', () => {
    const random = seededRandom(5)
    for (let round = 0; round < 500; round++) {
      const acronym = pick(acronyms, random)
      const correction = speller.correct(withSlip(acronym, random))
      expect(acronyms).not.toContain(correction)
      expect(speller.correct(acronym)).toBeUndefined()
    }
  })

  test('never corrects into an acronym that the knowledge does not use either', () => {
    expect(createSpeller(new Map(), new Set(['midsa'])).correct('midsa')).toBeUndefined()
  })

  test('finds what is near a real word too, for those who look at its neighbours', () => {
    expect(speller.near('word')).toEqual(['world'])
    expect(speller.near('contract')).toEqual(['contact'])
  })

  test.each([
    ['secretariatz', ['secretariat', 'secretariats'], 'of two as near, the more frequent one is first'],
    ['treme', ['theme'], 'the only one in reach'],
  ])('ranks what is near %s as %j (%s)', (word, expected) => {
    expect(speller.near(word)).toEqual(expected)
  })

  test('prefers the word that begins with the same letter, then the one that comes first in the alphabet', () => {
    const alike = createSpeller(
      new Map([
        ['xalta', 1],
        ['yalts', 1],
        ['yalte', 1],
      ]),
      new Set(),
    )
    expect(alike.near('yalta')).toEqual(['yalte', 'yalts', 'xalta'])
  })

  test('finds for random slips the same words as a look at every word', () => {
    const random = seededRandom(11)
    const known = [...frequencies.keys()].filter((word) => !acronyms.includes(word))
    for (let round = 0; round < 2000; round++) {
      const word = withSlip(withSlip(pick(known, random), random), random)
      expect([word, ...speller.near(word).toSorted()]).toEqual([word, ...slowlyNear(word, known).toSorted()])
    }
  })

  test('finds long words by their beginnings as well as a search through all of them', () => {
    const random = seededRandom(13)
    const letters = (count: number) => Array.from({ length: count }, () => pick([...'abcde'], random)).join('')
    const known = Array.from({ length: 1500 }, () => letters(6 + Math.floor(random() * 10)))
    const speller = createSpeller(new Map(known.map((word) => [word, 1])), new Set())
    for (let round = 0; round < 150; round++) {
      const word = withSlip(withSlip(pick(known, random), random), random)
      expect([word, ...speller.near(word).toSorted()]).toEqual([word, ...slowlyNear(word, known).toSorted()])
    }
  })

  test('reads the vocabulary only when a word needs it, and then once', () => {
    const words = new Map(frequencies)
    const keys = vi.spyOn(words, 'keys')
    const lazy = createSpeller(words, new Set())
    lazy.correct('secretariat')
    lazy.correct('house')
    expect(keys).toHaveBeenCalledTimes(0)
    lazy.correct('obsever')
    lazy.correct('gabarone')
    expect(keys).toHaveBeenCalledTimes(1)
  })
})

describe('isRealWord', () => {
  test.each(['process', 'house', 'word', 'running'])('knows %s', (word) => {
    expect(isRealWord(word)).toBe(true)
  })

  test.each(['secretariet', 'gaborone', 'midsa', ''])('does not know "%s"', (word) => {
    expect(isRealWord(word)).toBe(false)
  })
})

function slowlyNear(word: string, known: readonly string[]): string[] {
  return known.filter((candidate) => {
    const allowed = Math.min(allowedEdits(word.length), allowedEdits(candidate.length))
    return allowed > 0 && editDistance(word, candidate, allowed) <= allowed
  })
}
