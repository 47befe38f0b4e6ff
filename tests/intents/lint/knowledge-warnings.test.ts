import { describe, expect, test } from 'vitest'
import { knowledgeWarnings } from '../../../src/intents/lint/knowledge-warnings.ts'
import { warnOfSharedNames } from '../../../src/intents/lint/shared-names.ts'
import { warnOfSharedPhrasings } from '../../../src/intents/lint/shared-phrasings.ts'
import { loadLocatedKnowledge } from '../../../src/knowledge/load-knowledge.ts'
import { warnOfFewPhrasings } from '../../../src/knowledge/phrasing-counts.ts'
import { goodFiles } from '../../knowledge/knowledge-folder.ts'
import { intentFile, topicFile, warningsOf } from '../../knowledge/warnings-of.ts'

const today = Temporal.PlainDate.from('2026-11-22')

describe('knowledgeWarnings', () => {
  test('tells all kinds in the order of files and lines', () => {
    const files = {
      ...goodFiles,
      'sources/004.yaml': 'id: "004"\ntitle: Policy pages\nasOf: "2011"\n',
      'organisations/all.yaml': '- {id: bali, name: Bali Process, source: 004:9}\n',
      'lexicon/all.yaml': '- {id: unit, words: {en: [team]}}\n- {id: staff, words: {en: [team]}}\n',
      'intents/a.yaml': intentFile('a', ['who leads']),
      'topics/b.yaml': topicFile('b', ['who leads']),
    }
    const warnings = warningsOf(files, (located) => knowledgeWarnings(located, today))
    expect(warnings.map((warning) => warning.replace(/ \(.*|,.*|;.*/, ''))).toEqual([
      'intents/a.yaml:4:3: warning: the intent "a" has few phrasings',
      'lexicon/all.yaml:2:28: warning: "team" does nothing in the group "staff"',
      'processes/bali.yaml:2:7: warning: the name "Bali Process" of the process "bali-process" also stands for the organisation "bali"',
      'sources/004.yaml:3:1: warning: the source "004" is of 2011',
      'topics/b.yaml:1:3: warning: the topic "b" has no source',
      'topics/b.yaml:3:3: warning: the topic "b" has few questions',
      'topics/b.yaml:4:7: warning: "who leads" of the topic "b" is the same as "who leads" of the intent "a"',
    ])
  })
})

describe('the shipped knowledge', () => {
  const located = loadLocatedKnowledge('knowledge')

  test('has the same phrasing in no two intents', () => {
    expect(warnOfSharedPhrasings(located)).toEqual([])
  })

  /** Pairs to which the sources give the same name, title or address. */
  const meant = [
    ['annalisa-pellegrino', 'neha-sinha'],
    ['idm-2003', 'idm-2004'],
    ['mfa', 'contact-rcsc-asia'],
    ['dtp', 'contact-rcsc-pacific'],
    ['idm-report-2002-legal-norms', 'idm-2002'],
    ['idm-report-2002-compendium', 'idm-2002'],
    ['wmr-2015', 'idm-2015'],
    ['wmr-2010', 'idm-2011'],
  ]

  test('has the same name for two entries only where the sources have', () => {
    const pairs = warnOfSharedNames(located).map(({ message }) =>
      [...message.matchAll(/of the \w+ "([\w-]+)"|stands for the \w+ "([\w-]+)"/g)].map(
        (match) => match[1] ?? match[2],
      ),
    )
    expect(pairs.sort()).toEqual(meant.sort())
  })

  /** What people rarely ask; most of it no source tells. */
  const rarelyAsked = [
    ...['author', 'budget', 'fax', 'fee', 'media', 'postal-code', 'remind', 'schedule-change', 'signatories'],
    ...['social-media', 'statements', 'vacancies', 'working-languages'],
  ]

  test('has twenty phrasings in each language, but for what is rarely asked', () => {
    const few = warnOfFewPhrasings(located).map(({ message }) => /"([\w-]+)"/.exec(message)?.[1])
    expect(few.filter((id) => !rarelyAsked.includes(id ?? ''))).toEqual([])
  })
})
