import { describe, expect, test } from 'vitest'
import type { Context } from '../../src/intents/conversation.ts'
import { equallyGood, promote, resolveSubjects } from '../../src/intents/resolve-subjects.ts'
import type { Entry } from '../../src/knowledge/knowledge.ts'
import type { Hit } from '../../src/search/passage-index.ts'
import { knowledge, read, tools } from './shipped-understanding.ts'
import { idsOf } from './small-knowledge.ts'

function entry(id: string): Entry {
  const found = knowledge.entries.get(id)
  if (!found) throw new Error(`no entry "${id}"`)
  return found
}

/** What was asked before: the intent, the subject, and the series that it belongs to. */
const asked: Readonly<Record<string, Context>> = {
  'role of MIDSA': { intent: 'role', subjects: [entry('midsa')], series: [] },
  'theme of 2014': { intent: 'theme', subjects: [entry('idm-2014')], series: [entry('idm')] },
  'date of Bangkok': { intent: 'when', subjects: [entry('rcsc-asia')], series: [entry('rcsc')] },
}

type Row = readonly [text: string, before: string, subjects: readonly string[], from: string, reason: string]

const followUps: readonly Row[] = [
  ['who runs it?', 'role of MIDSA', ['midsa'], 'context', 'a pronoun'],
  ['with whom?', 'role of MIDSA', ['midsa'], 'context', 'a short question'],
  ['mail?', 'date of Bangkok', ['rcsc-asia'], 'context', 'one word'],
  ['is IOM an observer there?', 'role of MIDSA', ['midsa'], 'context', 'a role and IOM are no subjects beside "there"'],
  ['and MIDWA?', 'role of MIDSA', ['midwa'], 'picked', 'another name, for the same question'],
  ['and in 2013?', 'theme of 2014', ['idm-2013'], 'named', 'another year of the series'],
  ['and the last one?', 'theme of 2014', ['idm-2019'], 'named', 'the last of the series'],
  ['hm and for Quito', 'date of Bangkok', ['rcsc-latin-america'], 'named', 'another place of the series'],
  ['what about Europe?', 'date of Bangkok', ['rcsc-europe'], 'named', 'another region of the series'],
  ['what year was the diaspora one', 'theme of 2014', ['idm-2013'], 'pointed', 'words that describe another member'],
  ['IDM 2012', 'role of MIDSA', ['idm-2012'], 'named', 'a new subject'],
  ['who heads MPD?', 'date of Bangkok', ['maurizio-busatti'], 'named', 'a new question'],
]

describe('resolveSubjects', () => {
  test.each(followUps)('understands "%s" after the %s as %j (%s: %s)', (text, before, subjects, from) => {
    const resolved = resolveSubjects(read(text), asked[before], tools)
    expect([idsOf(resolved.subjects), resolved.from]).toEqual([subjects, from])
  })

  test.each<[string, string, string | undefined, string]>([
    ['and MIDWA?', 'role of MIDSA', 'role', 'a name alone'],
    ['and in 2013?', 'theme of 2014', 'theme', 'a year alone'],
    ['hm and for Quito', 'date of Bangkok', 'when', 'a place alone'],
    ['and who runs MIDWA?', 'role of MIDSA', undefined, 'a question of its own'],
    ['mail?', 'date of Bangkok', undefined, 'a word that asks'],
  ])('carries on with "%s" after the %s the intent %s (%s)', (text, before, intent) => {
    expect(resolveSubjects(read(text), asked[before], tools).keptIntent).toBe(intent)
  })

  test.each([
    ['Which IDM workshop was about data collection?', ['idm-2003'], 'pointed', 'words of one item'],
    ['the IDM workshop on trafficking in persons', ['idm-2009'], 'pointed', 'words of another'],
    ['What is the IDM?', ['idm'], 'named', 'no words that describe a year'],
    ['who runs it?', [], 'nothing', 'nothing to point back at'],
  ])('understands "%s" without a conversation as %j (%s: %s)', (text, subjects, from) => {
    const resolved = resolveSubjects(read(text), undefined, tools)
    expect([idsOf(resolved.subjects), resolved.from]).toEqual([subjects, from])
  })

  test('shows the passages that the words point to', () => {
    const { evidence } = resolveSubjects(read('focal point newsletter'), undefined, tools)
    expect(evidence[0]?.passage.entry.id).toBe('ipd')
  })
})

describe('equallyGood', () => {
  const hit = (id: string, score: number, coverage = 0.8): Hit => {
    const passage = { id, entry: entry(id), name: id, text: { en: id, fr: id, es: id } }
    return { passage, score, coverage, words: [] }
  }

  test('keeps what is as good as the best, once for each entry', () => {
    const hits = [hit('idm-2013', 10), hit('idm-2014', 9.8), hit('idm-2014', 9.6), hit('idm-2012', 5)]
    expect(equallyGood(hits).map(({ passage }) => passage.entry.id)).toEqual(['idm-2013', 'idm-2014'])
  })

  test('drops what covers less', () => {
    expect(equallyGood([hit('idm-2013', 10, 0.9), hit('idm-2014', 10, 0.5)])).toHaveLength(1)
  })

  test('finds nothing in nothing', () => {
    expect(equallyGood([])).toEqual([])
  })
})

describe('promote', () => {
  test('puts an intent first, and keeps the others below it in their order', () => {
    const scores = ['role', 'host', 'theme'].map((intent, i) => ({ intent, probability: 0.6 - i * 0.2 }))
    const promoted = promote(scores, 'theme')
    expect(promoted.map((score) => score.intent)).toEqual(['theme', 'role', 'host'])
    expect(promoted.map((score) => score.probability)).toEqual([1, expect.closeTo(0.06), expect.closeTo(0.04)])
  })

  test('adds an intent that was not among them', () => {
    expect(promote([], 'role')).toEqual([{ intent: 'role', probability: 1 }])
  })
})
