import { describe, expect, test } from 'vitest'
import {
  expansionStatements,
  factStatements,
  fullNameOf,
  listInWords,
  nameOf,
  notesOf,
  withName,
} from '../../src/answers/statement.ts'
import type { Entry, Organisation, Term } from '../../src/knowledge/knowledge.ts'
import { aContact, anEvent, aProcess, aSmallKnowledge } from '../intents/small-knowledge.ts'

const english = { knowledge: aSmallKnowledge({}), language: 'en' } as const

const network: Organisation = {
  kind: 'organisation',
  id: 'now',
  name: 'NOW',
  fullName: 'Network of Winds',
  source: '900:1',
}
const term: Term = {
  kind: 'term',
  id: 'wind',
  name: { en: 'wind', fr: 'vent' },
  definition: 'Moving air.',
  facts: [
    { about: 'purpose', text: { en: 'It dries things.', fr: 'Il sèche.' }, source: '900:7' },
    { about: ['when'], text: 'No date is given.', absent: true },
  ],
  notes: [{ en: 'Two sources disagree.', es: 'Dos fuentes discrepan.' }],
  source: '900:5',
}

describe('factStatements', () => {
  test('words each fact with what it is about and where it stands', () => {
    expect(factStatements(term, { ...english, language: 'fr' })).toEqual([
      { about: ['describe', 'purpose'], text: 'Il sèche.', sources: ['900:7'] },
      { about: ['when'], absent: true, text: 'No date is given.', sources: ['900:5'] },
    ])
  })

  test('finds none where none are', () => {
    expect(factStatements(aProcess('Mistral Process'), english)).toEqual([])
  })
})

describe('expansionStatements', () => {
  test.each([
    ['en', 'NOW stands for Network of Winds.'],
    ['fr', 'NOW signifie Network of Winds.'],
    ['es', 'NOW significa Network of Winds.'],
  ] as const)('spells an abbreviation out in %s', (language, text) => {
    expect(expansionStatements(network, { ...english, language })).toMatchObject([
      { about: ['expansion', 'describe'], text, sources: ['900:1'] },
    ])
  })

  test.each<[Organisation, string]>([
    [{ ...network, fullName: undefined }, 'the sources do not say it'],
    [{ ...network, fullName: 'NOW' }, 'it stands for itself'],
  ])('says nothing where nothing is to say ($1)', (entry) => {
    expect(expansionStatements(entry, english)).toEqual([])
  })
})

describe('nameOf', () => {
  const fair = aProcess('Wind Fair (WF)')

  test.each<[Entry, string, string]>([
    [aProcess('Mistral Process'), 'Mistral Process', 'its name'],
    [term, 'vent', 'its name in the language'],
    [aContact('Ada Breeze'), 'Ada Breeze', 'a person'],
    [aContact('', { person: undefined, title: 'Wind desk' }), 'Wind desk', 'an office'],
    [aContact('', { person: undefined, email: 'desk@winds.example' }), 'desk@winds.example', 'an address alone'],
    [{ kind: 'dialogue', id: 'd', series: fair.id, year: 2014, items: [], source: '900:1' }, 'WF 2014', 'a year'],
  ])('calls an entry "$1" ($2)', (entry, name) => {
    expect(nameOf(entry, { knowledge: aSmallKnowledge({ entries: [fair] }), language: 'fr' })).toBe(name)
  })
})

describe('fullNameOf', () => {
  test.each([
    [network, 'NOW (Network of Winds)', 'with what it stands for'],
    [{ ...network, fullName: undefined }, 'NOW', 'alone'],
    [{ ...network, name: 'Network of Winds (NOW)' }, 'Network of Winds (NOW)', 'not said twice'],
  ])('names an organisation "$1" ($2)', (organisation, name) => {
    expect(fullNameOf(organisation, 'en')).toBe(name)
  })
})

describe('listInWords', () => {
  test.each([
    [['A'], 'en', 'A'],
    [['A', 'B'], 'en', 'A and B'],
    [['A', 'B', 'C'], 'en', 'A, B and C'],
    [['A', 'B', 'C'], 'fr', 'A, B et C'],
    [['A', 'B', 'C'], 'es', 'A, B y C'],
    [['A', 'Inés'], 'es', 'A e Inés'],
    [[], 'en', ''],
  ] as const)('joins %j in %s to "%s"', (items, language, text) => {
    expect(listInWords(items, language)).toBe(text)
  })
})

describe('withName', () => {
  const meeting = anEvent('Gale Meeting')

  test.each([
    ['It was long.', 'Gale Meeting: It was long.', 'the name is put before it'],
    ['The gale meeting was long.', 'The gale meeting was long.', 'the sentence has the name already'],
  ])('turns "%s" into "%s" (%s)', (text, expected) => {
    expect(withName(meeting, text, english)).toBe(expected)
  })
})

describe('notesOf', () => {
  test('gives the warnings in the language, or in English', () => {
    expect([notesOf(term, 'es'), notesOf(term, 'fr')]).toEqual([['Dos fuentes discrepan.'], ['Two sources disagree.']])
    expect(notesOf(aProcess('Mistral Process'), 'en')).toEqual([])
  })
})
