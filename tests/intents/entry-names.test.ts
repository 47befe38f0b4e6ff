import { describe, expect, test } from 'vitest'
import { namesOf, weakNamesOf } from '../../src/intents/entry-names.ts'
import type { Entry } from '../../src/knowledge/knowledge.ts'
import { aContact, anEvent, aProcess } from './small-knowledge.ts'

describe('namesOf', () => {
  test('names a publication by each telling half of its title', () => {
    const names = namesOf({
      kind: 'publication',
      id: 'p',
      name: 'Report 9',
      title: 'Winds and Cities: New Partnership to Manage Gales',
      source: '900:4',
    })
    expect(names).toEqual(expect.arrayContaining(['Report 9', 'Winds and Cities']))
  })

  test('names a region by its abbreviation', () => {
    expect(namesOf({ kind: 'region', id: 'r', name: 'Northern Winds (NOWI)' })).toContain('NOWI')
  })

  test.each<[Entry, string[], string]>([
    [aProcess('Mistral Process', { aliases: ['MIP'] }), ['Mistral Process', 'MIP'], 'name and aliases'],
    [anEvent('Gale Workshop', { title: 'Living with Wind' }), ['Gale Workshop', 'Living with Wind'], 'its title'],
    [aContact('Ada Breeze', { email: 'ab@winds.example' }), ['Ada Breeze', 'Breeze', 'ab@winds.example'], 'a person'],
  ])('names entry %# by %j (%s)', (entry, names) => {
    expect(namesOf(entry)).toEqual(expect.arrayContaining(names))
  })
})

describe('weakNamesOf', () => {
  test.each<[Entry, string[], string]>([
    [aProcess('Mistral Process', { heads: ['Mistral'] }), ['Mistral'], 'a head word'],
    [aContact('Ada Breeze'), ['Ada'], 'a first name'],
    [aProcess('Mistral Process'), [], 'none'],
  ])('calls entry %# weakly %j (%s)', (entry, names) => {
    expect(weakNamesOf(entry)).toEqual(names)
  })
})
