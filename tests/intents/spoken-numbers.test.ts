import { describe, expect, test } from 'vitest'
import { writeNumbers } from '../../src/intents/spoken-numbers.ts'

describe('writeNumbers', () => {
  test.each([
    ['the theme of twenty sixteen', 'the theme of 2016', 'a year as it is spoken'],
    ['Twenty Seventeen', '2017', 'capitals'],
    ['twenty oh five', '2005', 'a nought between'],
    ['twenty twenty', '2020', 'tens'],
    ['twenty twenty one', '2021', 'tens and units'],
    ['twenty twenty-one', '2021', 'tens and units with a hyphen'],
    ['nineteen fifty one', '1951', 'the last century'],
    ['two thousand', '2000', 'a round year'],
    ['two thousand and five', '2005', 'with "and"'],
    ['two thousand eleven', '2011', 'without "and"'],
    ['deux mille dix-sept', '2017', 'French'],
    ['deux mille un', '2001', 'French, one word'],
    ['deux mille', '2000', 'French, round'],
    ['dos mil diecisiete', '2017', 'Spanish'],
    ['dos mil dieciséis', '2016', 'Spanish with an accent'],
    ['year two thousand what share', 'year 2000 what share', 'a round year behind its word'],
    ['deux mille dix sept', '2017', 'French, without its hyphen'],
    ['deux mille vingt-trois', '2023', 'French, behind twenty'],
    ['deux mille vingt et un', '2021', 'French, with "et"'],
    ['dos mil dieciseis', '2016', 'Spanish without its accent'],
    ['dos mil veintiuno', '2021', 'Spanish, behind twenty'],
    ['the nineteenth of September', 'the 19th of September', 'a day before its month'],
    ['twenty-fifth of September', '25th of September', 'a day of two words'],
    ['twenty fifth September', '25th September', 'without hyphen and "of"'],
    ['first May', '1th May', 'no care for the ending, which nothing reads'],
  ])('writes "%s" as "%s" (%s)', (spoken, written) => {
    expect(writeNumbers(spoken)).toBe(written)
  })

  test.each([
    ['the first workshop', 'an ordinal that counts workshops'],
    ['twenty people', 'a number that is no year'],
    ['nineteen years', 'the first half of a year alone'],
    ['seventeen countries', 'a small number'],
    ['deux millesimes', 'a longer word that begins alike'],
    ['second of three meetings', 'no month behind it'],
    ['two thousand migrants', 'a thousand that counts something'],
    ['deux mille trente délégués', 'a number beyond the years that are known'],
    ['thirty second of May', 'a day that no month has'],
    ['', 'nothing'],
  ])('leaves "%s" alone (%s)', (text) => {
    expect(writeNumbers(text)).toBe(text)
  })
})
