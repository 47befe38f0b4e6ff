import { describe, expect, test } from 'vitest'
import { stem } from '../../src/search/stem.ts'

const sameStem = [
  ['process', 'processes', 'English plural'],
  ['secretariat', 'secretariats', 'English plural'],
  ['policy', 'policies', 'plural in -ies'],
  ['consultation', 'consultations', 'plural of a noun in -tion'],
  ['host', 'hosted', 'past tense'],
  ['host', 'hosting', 'verb in -ing'],
  ['workshop', 'workshops', 'plural'],
  ['reunion', 'reunions', 'French plural'],
  ['consulta', 'consultas', 'Spanish plural'],
] as const

const differentStems = [
  ['midsa', 'midwa', 'acronyms one letter apart'],
  ['bali', 'balkan', 'places that begin alike'],
  ['africa', 'asia', 'regions'],
  ['observer', 'participant', 'roles'],
] as const

describe('stem', () => {
  test.each(sameStem)('takes %s and %s as one word (%s)', (a, b) => {
    expect(stem(a)).toBe(stem(b))
  })

  test.each(differentStems)('keeps %s and %s apart (%s)', (a, b) => {
    expect(stem(a)).not.toBe(stem(b))
  })

  test.each([
    ['idm', 'too short to have an ending'],
    ['2017', 'a year'],
    ['wmr2018s', 'a word with digits'],
    ['contacts@iom.int', 'an address'],
    ['', 'nothing'],
  ])('leaves "%s" as it is (%s)', (word) => {
    expect(stem(word)).toBe(word)
  })

  test('gives the same answer when asked again', () => {
    expect(stem('governance')).toBe(stem('governance'))
  })
})
