import { describe, expect, test, vi } from 'vitest'
import { commonWords } from '../../src/search/common-words.ts'
import { allowedEdits, editDistance } from '../../src/search/edit-distance.ts'
import { isRealWord, isRealWordIn } from '../../src/search/real-words.ts'
import { createSpeller } from '../../src/search/spelling.ts'
import { tools } from '../intents/shipped-understanding.ts'
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

  test.each([
    ['damos', 'es', 'dames'],
    ['mais', 'fr', 'mail'],
    ['moins', 'fr', 'mois'],
    ['pero', 'es', 'pedro'],
  ] as const)('leaves "%s" alone in a message in %s, though "%s" is near', (word, language, near) => {
    const other = createSpeller(new Map([[near, 1]]), new Set())
    expect(other.near(word)).toEqual([near])
    expect(other.reading(language).correct(word)).toBeUndefined()
  })

  test('takes a word of another language for the slip it is: "contrat" in English', () => {
    const other = createSpeller(new Map([['contract', 1]]), new Set())
    expect(other.correct('contrat')).toBe('contract')
    expect(other.reading('en').correct('contrat')).toBe('contract')
    expect(other.reading('fr').correct('contrat')).toBeUndefined()
    expect(other.reading('fr').reading('es').correct('contrat')).toBe('contract')
  })

  test('puts back a letter in a word of three letters only towards a word that is met all the time', () => {
    const other = createSpeller(
      new Map([
        ['what', 60],
        ['bali', 3],
      ]),
      new Set(['whtx']),
    )
    expect(other.correct('wht')).toBe('what')
    expect(other.correct('bal')).toBeUndefined()
    expect(other.correct('wh1')).toBeUndefined()
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

describe('the spellers over the shipped knowledge', () => {
  test.each([
    ['en', 'english'],
    ['fr', 'french'],
    ['es', 'spanish'],
  ] as const)('change none of the ten thousand commonest words of their language: %s', (language, list) => {
    const words = [...commonWords(list).keys()]
    expect(words.length).toBeGreaterThan(8000)
    expect(words.filter((word) => tools.speller.reading(language).correct(word) !== undefined)).toEqual([])
  })

  test('change no word of a name, whatever the language', () => {
    const changed = (['en', 'fr', 'es'] as const).flatMap((language) =>
      tools.aliases.words.filter((word) => tools.speller.reading(language).correct(word) !== undefined),
    )
    expect(changed).toEqual([])
  })
})

describe('isRealWordIn', () => {
  test.each([
    ['es', 'reunion', true],
    ['fr', 'secretaire', true],
    ['fr', 'house', true],
    ['en', 'secretaire', false],
    ['es', 'secretaire', false],
  ] as const)('knows for %s of "%s": %s', (language, word, known) => {
    expect(isRealWordIn(language, word)).toBe(known)
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
