import { describe, expect, test } from 'vitest'
import { warnOfSharedNames } from '../../../src/intents/lint/shared-names.ts'
import { type Files, goodFiles } from '../../knowledge/knowledge-folder.ts'
import { warningsOf } from '../../knowledge/warnings-of.ts'

const warnings = (files: Files) => warningsOf({ ...goodFiles, ...files }, warnOfSharedNames)

const term = (id: string, fields: string) => `- id: ${id}\n  definition: It is one.\n  source: 004:9\n${fields}`
const organisation = (id: string, fields: string) => `- id: ${id}\n  source: 004:9\n${fields}`

describe('warnOfSharedNames', () => {
  test('says at the very alias which entries have the same name, folded', () => {
    const files = {
      'organisations/all.yaml': organisation('accord', '  name: Accord\n  aliases: [Harbour Pact]\n'),
      'terms/all.yaml': term('pact', '  name: Pact of 1999\n  aliases:\n    - The Pact\n    - hárbour-pacts\n'),
    }
    expect(warnings(files)).toEqual([
      'terms/all.yaml:7:7: warning: the name "hárbour-pacts" of the term "pact" also stands for the organisation "accord" (organisations/all.yaml:4), so a question with it is answered for all; if that is not meant, change one of them',
    ])
  })

  test('says it once of entries that share several names', () => {
    const files = {
      'organisations/all.yaml': organisation('accord', '  name: Harbour Pact\n  aliases: [Quay Treaty, Pier Deal]\n'),
      'terms/all.yaml': term('pact', '  name: Harbour Pact\n  aliases: [Quay Treaty, Pier Deal]\n'),
    }
    expect(warnings(files)).toEqual([
      expect.stringContaining('the name "Harbour Pact" (and 2 more) of the term "pact"'),
    ])
  })

  test('says it of a name taken from a longer text', () => {
    const file = [
      term('pact', '  name: Harbour Pact\n'),
      term('harbours', '  name: Harbours of the North (HARN)\n'),
      term('harn', '  name: Hearing\n  aliases: [HARN]\n'),
    ]
    expect(warnings({ 'terms/all.yaml': file.join('') })).toEqual([
      expect.stringMatching(
        /^terms\/all.yaml:13:13: .* "HARN" of the term "harn" .* the term "harbours" \(terms\/all.yaml:8\)/,
      ),
    ])
  })

  test('says it of an entry that is called like a country', () => {
    expect(warnings({ 'terms/all.yaml': term('turkey', '  name: Turkey\n') })).toEqual([
      expect.stringContaining('the name "Turkey" of the term "turkey" also stands for the place "Türkiye"'),
    ])
  })

  const harmless: readonly (readonly [string, Files])[] = [
    [
      'weak names',
      {
        'organisations/all.yaml': `${organisation('a', '  name: North Forum\n  heads: [forum]\n')}${organisation('b', '  name: South Forum\n  heads: [forum]\n')}`,
      },
    ],
    [
      'a series and its member',
      { 'events/all.yaml': '- id: bali-1\n  name: Bali Process\n  series: bali-process\n  source: 004:9\n' },
    ],
    [
      'an acronym and the same word in small letters',
      { 'terms/all.yaml': `${term('made', '  name: MADE\n')}${term('make', '  name: made\n')}` },
    ],
    [
      'two wordings of one entry',
      { 'terms/all.yaml': term('pact', '  name: Harbour Pact\n  aliases: [harbour pacts]\n') },
    ],
  ]

  test.each(harmless)('says nothing of %s', (_, files) => {
    expect(warnings(files)).toEqual([])
  })
})
