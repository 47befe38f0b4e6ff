import { describe, expect, test } from 'vitest'
import { statementsOf } from '../../src/answers/entry-statements.ts'
import { knowledge } from '../intents/shipped-understanding.ts'
import { ask } from './shipped-answers.ts'

const entries = [...knowledge.entries.values()]

/** The labels before a colon, as far as they are ours: a title may have a colon of its own. */
const labels = (language: 'fr' | 'es') =>
  entries.flatMap((entry) => statementsOf(entry, { knowledge, language })).map(({ text }) => text)

describe('French wording', () => {
  test.each(['Web', 'Titre', 'Contact', 'Contacts \\(\\d+\\)', 'secrétariat technique', 'Lieu'])(
    'puts a space before the colon behind "%s"',
    (label) => {
      expect(labels('fr').filter((text) => new RegExp(`${label}:`).test(text))).toEqual([])
    },
  )

  test('puts one before the colon between the number and the title of a publication', () => {
    expect(labels('fr').filter((text) => /^MRS \d+: /.test(text))).toEqual([])
    expect(labels('fr').filter((text) => /^MRS \d+ : /.test(text)).length).toBeGreaterThan(0)
  })

  test('puts one before the colon in front of a list', () => {
    expect(ask('événements en 2017', 'fr').parts[0]?.lead).toMatch(/\d+ dans mes sources :$/)
  })
})

test('labels of events are words that agree with every name', () => {
  expect(
    [...labels('fr'), ...labels('es')].filter((text) => /^(?:Organisée|Ouverte|Organizada|Inaugurada)/.test(text)),
  ).toEqual([])
})
