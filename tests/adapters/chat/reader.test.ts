import { expect, test } from 'vitest'
import { languageOf, zoneOf } from '../../../adapters/chat/reader.ts'

test.each([
  ['fr-CA', 'fr'],
  ['es_419', 'es'],
  ['EN-us', 'en'],
  ['de-DE', 'en'],
  ['', 'en'],
  [undefined, undefined],
])('the locale %j is read in %j', (locale, language) => {
  expect(languageOf(locale)).toBe(language)
})

test.each([
  ['Europe/Paris', 'Europe/Paris'],
  ['Mars/Olympus', undefined],
  ['', undefined],
  [undefined, undefined],
])('times are told in the zone %j as in %j', (zone, told) => {
  expect(zoneOf(zone)).toBe(told)
})
