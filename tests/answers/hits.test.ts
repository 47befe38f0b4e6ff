import { describe, expect, test } from 'vitest'
import { findHits, type Hit } from '../../src/answers/hits.ts'
import { createFocalPoint } from '../../src/focal-point.ts'
import { entriesOf } from '../../src/knowledge/knowledge.ts'
import type { Language } from '../../src/knowledge/language.ts'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { aKnowledgeFolder } from '../adapters/knowledge-fixture.ts'
import { tools } from '../intents/shipped-understanding.ts'
import { seededRandom } from '../search/seeded-random.ts'
import { ask } from './shipped-answers.ts'

function find(text: string, language?: Language, limit = 25): Hit[] {
  return findHits({ text, language, limit }, tools)
}

/** What is typed, the first hits in their order, why. */
const ranking: readonly [typed: string, first: readonly string[], why: string][] = [
  ['bali', ['bali-process'], 'a head word'],
  ['bal', ['bali-process'], 'half of it'],
  ['BALI PROC', ['bali-process'], 'half of the second word, in capitals'],
  ['the bali process', ['bali-process'], 'small words do not count'],
  ['process bali', ['bali-process'], 'the words of a command, in another order'],
  ['balli proces', ['bali-process'], 'a slip'],
  ['proceso de bali', ['bali-process'], 'its Spanish name'],
  ['réunion de gabor', ['global-rcp-meeting-2011'], 'a French alias'],
  ['reunion de gabor', ['global-rcp-meeting-2011'], 'without its accent'],
  ['gfmd', ['gfmd'], 'the process itself, before what belongs to it'],
  ['idm', ['idm', 'idm-2019', 'idm-2018'], 'the series, then its years from the last'],
  ['idm 2014', ['idm-2014'], 'a year of a series'],
  ['wmr 2018', ['wmr-2018'], 'a publication by its year'],
  ['world mig', ['wmr'], 'the series before its members'],
  ['unhcr', ['unhcr'], 'an organisation before those that name it'],
  ['keating', ['tamara-keating'], 'a last name'],
  ['tam', ['tamara-keating'], 'half of a first name'],
  ['tkeating@iom.int', ['tamara-keating'], 'an address'],
  [
    'http://www.iom.int/jahia/Jahia/regional-consultative-processes/lang/en',
    ['maureen-achieng'],
    'the page of a contact',
  ],
  ['mpd', ['mpd'], 'a unit before the people in it'],
  ['observer', ['observer'], 'a role'],
  ['a/71/l.58', ['modalities-resolution'], 'the number of a document'],
  ['bangkok', ['rcsc-asia'], 'the place of an event'],
  ['botswana 2011', ['global-rcp-meeting-2011'], 'country and year of an event'],
  ['human mobility', ['idm-2014'], 'the beginning of a theme'],
  ['policy levers', ['mgi'], 'words of a text'],
  ['vulnerab', ['idm-2017-workshop-2'], 'half a word, inside a title'],
]

describe('a search', () => {
  test.each(ranking)('finds for "%s" first %j: %s', (typed, first) => {
    expect(
      find(typed)
        .slice(0, first.length)
        .map(({ id }) => id),
    ).toEqual(first)
  })

  test('finds every process by half of its name', () => {
    for (const { id, name } of entriesOf(tools.knowledge, 'process')) {
      const english = typeof name === 'string' ? name : name.en
      const half = english.slice(0, Math.ceil(english.length * 0.6))
      expect(
        find(half).map((hit) => hit.id),
        half,
      ).toContain(id)
    }
  })

  test.each(['idm', 'migration', 'a', '2017', ''])('finds each entry once for "%s", best first', (typed) => {
    const hits = find(typed)
    expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length)
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a))
  })

  test('finds at most what is wanted, and never more than 25', () => {
    expect(find('migration', 'en', 3)).toHaveLength(3)
    expect(find('migration', 'en', 1000)).toHaveLength(25)
    for (const limit of [0, -1, Number.NaN]) expect(find('migration', 'en', limit)).toEqual([])
  })

  test.each(['zzqx vlorp', 'how do I cook pasta'])('finds nothing for "%s"', (typed) => {
    expect(find(typed)).toEqual([])
  })

  test.each(['', '   ', '?'])('without a word (%j) offers a few processes', (typed) => {
    const hits = find(typed)
    expect(hits).toHaveLength(10)
    expect(new Set(hits.map(({ kind }) => kind))).toEqual(new Set(['process']))
  })
})

describe('a hit', () => {
  test('tells what asking for the entry tells, in the language of the search', () => {
    for (const language of ['en', 'fr', 'es'] as const) {
      const [hit] = find('rabat', language)
      const asked = ask(hit?.title ?? '', language)
      expect(hit?.answer).toEqual({ ...asked, candidates: [] })
      expect(hit?.summary).toBe(asked.parts[0]?.lead)
    }
  })

  test('has a title, a summary, an answer and a source, whatever it is', () => {
    const seen = new Set<string>()
    for (const { id } of tools.knowledge.entries.values()) {
      for (const hit of find(id.replaceAll('-', ' '))) {
        seen.add(hit.kind)
        expect(hit.title, hit.id).not.toBe('')
        expect(hit.answer, hit.id).toMatchObject({ status: 'answered', intent: 'describe' })
        expect(hit.summary, hit.id).not.toBe('')
        expect(hit.answer.parts[0]?.sources, hit.id).not.toEqual([])
      }
    }
    expect(seen.size).toBeGreaterThan(10)
  })

  test('is worded in the language of what is typed, where nobody tells another', () => {
    expect(find('processus de rabat')[0]?.title).toBe('Processus de Rabat')
  })
})

describe('a folder with nothing but topics', () => {
  function findTopics(text: string): Hit[] {
    using folder = aKnowledgeFolder()
    return createFocalPoint(loadKnowledge(folder.path)).find({ text, limit: 25 })
  }

  test.each([
    ['bad', 'badge', 'half of a title'],
    ['leave form', 'leave', 'words of a question'],
    ['prints', 'badge', 'a word of a question'],
  ])('finds for "%s" the topic "%s": %s', (typed, id) => {
    const [hit] = findTopics(typed)
    expect(hit).toMatchObject({ id, kind: 'topic', answer: { status: 'answered', intent: `topic:${id}` } })
    expect(hit?.summary).toBe(hit?.answer.parts[0]?.lead)
  })

  test('is offered for a start', () => {
    expect(findTopics('').map(({ id }) => id)).toEqual(['badge', 'leave'])
  })
})

test('never throws, for 2,000 random texts', () => {
  const random = seededRandom(7)
  const pieces = [
    'bali',
    'É',
    '👩🏽‍🚀',
    '\u202e',
    'a'.repeat(400),
    '__proto__',
    'constructor',
    '%',
    '"',
    '\ud83d',
    ' ',
    '2014',
    'l’',
    '@',
  ]
  for (let i = 0; i < 2000; i++) {
    const text = Array.from({ length: 5 }, () => pieces[Math.floor(random() * pieces.length)]).join('')
    expect(Array.isArray(find(text, undefined, 1))).toBe(true)
  }
})
