import { describe, expect, test } from 'vitest'
import type { Entry } from '../../src/knowledge/knowledge.ts'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { createPassageIndex, type Hit, type PassageIndex } from '../../src/search/passage-index.ts'

const knowledge = loadKnowledge('knowledge')
const index = createPassageIndex(knowledge)

/** Content words of a question, the entry of the first passage, why it is that one. */
const rankings: readonly (readonly [words: string, first: string, reason: string])[] = [
  ['gaborone', 'global-rcp-meeting-2011', 'the place of one meeting'],
  ['busatti', 'maurizio-busatti', 'a family name alone'],
  ['liaison officer', 'tamara-keating', 'a job title that one person has'],
  ['route morillons', 'iom-headquarters', 'the street of an address'],
  ['western mediterranean', 'five-plus-five', 'part of a long name'],
  ['support unit', 'gfmd', 'what IOM hosts for the process'],
  ['steering group', 'bali-process', 'the part of the process IOM takes part in'],
  ['bi regional dialogue', 'eu-lac-dialogue', 'a hyphen in the name'],
  ['pan african forum', 'intra-regional-forum-africa', 'the other name, not the network that begins alike'],
  ['ibero american foundation', 'fiiapp', 'the foundation, not the forum that begins alike'],
  ['afl cio', 'afl-cio', 'an abbreviation with a hyphen'],
  ['humanitarian law institute', 'iihl', 'a full name, not the branch of law'],
  ['migrant vulnerabilities', 'idm-2017-workshop-2', 'a title that only this workshop has'],
  ['climate change environmental degradation', 'idm-2011', 'a workshop of that year'],
  ['diaspora conference', 'idm-2013', 'a conference of that year'],
  ['crisis situations', 'idm-2012', 'a theme'],
  ['trafficking persons exploitation', 'idm-2009', 'a workshop of that year'],
  ['transnationalism', 'idm-2010', 'one rare word in a title'],
  ['50th anniversary', 'idm-2001', 'the anniversary of 2001'],
  ['60th anniversary', 'wmr-2011', 'the anniversary of 2011'],
  ['global labour mobility', 'wmr-2008', 'its name weighs more than the item of a dialogue'],
  ['remittances research', 'iom-research', 'one topic of many in a sentence'],
  ['applied research objectives', 'mprd', 'the division, not the research'],
  ['umbrella term law', 'iml', 'words of its definition'],
  ['state led restricted forum', 'iscm', 'words of its definition, more than its relatives have'],
  ['inter regional forum', 'irf', 'the kind of process, not one of them'],
  ['civil society bamako', 'rcsc-africa', 'of seven alike the one in that city'],
  ['nadi fiji', 'rcsc-pacific', 'city and country'],
  ['bangkok', 'rcsc-asia', 'a city'],
  ['sanremo course', 'iml-course-sanremo', 'of two courses the one there'],
  ['sanremo courses', 'iml-course-sanremo', 'the plural finds what the singular finds'],
  ['annex steps compact', 'gcm', 'a fact that also another entry has'],
  ['paragraph stakeholders', 'modalities-resolution', 'what a resolution says'],
  ['ratification migrant workers', 'un-migrant-workers-convention', 'the convention, not those who promote it'],
  ['focal point newsletter', 'ipd', 'two tasks of one division'],
  ['meetings calendar', 'rcp-irf-meetings-calendar', 'a publication by its name'],
  ['west african countries percent', 'migrants-in-africa-2000', 'a figure'],
  ['observer status states', 'iom-observer-states', 'the figure, not the role'],
  ['operational experience', 'iom-experience', 'a figure'],
  ['constitution freedom movement', 'iom-constitution', 'what a document says'],
  ['pacto mundial', 'gcm', 'Spanish'],
  ['derechos migrantes relatora', 'special-rapporteur-migrants', 'Spanish, with one word that nobody uses'],
  ['pacte mondial', 'gcm', 'French'],
]

test.each([
  ['gabor', 'gaboron', 'half a word'],
  ['dial', 'dialogu', 'the commonest of several'],
  ['zzq', undefined, 'no word'],
])('completes "%s" to %s: %s', (letters, completed, _why) => {
  expect(index.complete(letters)).toBe(completed)
})

describe('createPassageIndex', () => {
  test.each(rankings)('finds for "%s" first %s (%s)', (words, first) => {
    expect(index.search(words.split(' '))[0]?.passage.entry.id).toBe(first)
  })

  test.each(rankings)('covers by every passage found for "%s" more than nothing and at most all', (words) => {
    for (const { coverage, score } of index.search(words.split(' '), 100)) {
      expect(coverage).toBeGreaterThan(0)
      expect(coverage).toBeLessThanOrEqual(1 + 1e-9)
      expect(score).toBeGreaterThan(0)
    }
  })

  test.each(rankings)('covers less of "%s" with a word that nobody uses, and ranks the same', (words, first) => {
    const [known] = index.search(words.split(' '))
    const [withUnknown] = index.search([...words.split(' '), 'zzyzx'])
    expect(withUnknown?.passage.entry.id).toBe(first)
    expect(withUnknown?.coverage).toBeLessThan(known?.coverage ?? 0)
    expect(withUnknown?.words).not.toContain('zzyzx')
  })

  test('covers all when the passage has every word, in whatever form', () => {
    expect(index.search(['civil', 'societies', 'bamako'])[0]?.coverage).toBeCloseTo(1)
  })

  test('names the words found as they were asked', () => {
    expect(index.search(['sanremo', 'courses', 'zzyzx'])[0]?.words).toEqual(['sanremo', 'courses'])
  })

  test('orders hits by score and stops at the limit', () => {
    const hits = index.search(['migration', 'policy'], 5)
    const scores = hits.map((hit) => hit.score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(hits).toHaveLength(5)
  })

  test('counts a word once, however often it is asked', () => {
    const once = index.search(['bangkok', 'consultation'])
    expect(index.search(['bangkok', 'bangkok', 'consultation']).map((hit) => hit.score)).toEqual(
      once.map((hit) => hit.score),
    )
  })

  test.each([
    [[], 'no words'],
    [['zzyzx'], 'only a word that nobody uses'],
    [[''], 'an empty word'],
  ])('finds nothing for %j (%s)', (words) => {
    expect(index.search(words)).toEqual([])
  })

  test('looks only at the given entries when asked to', () => {
    const entry = knowledge.entries.get('rcsc-europe')
    expect(entry).toBeDefined()
    const hits = index.searchWithin(['bangkok', 'civil', 'society'], entry ? [entry] : [])
    expect([...new Set(hits.map((hit) => hit.passage.entry.id))]).toEqual(['rcsc-europe'])
    expect(index.searchWithin(['civil'], [])).toEqual([])
  })

  test('gives the fact that answers, not only its entry', () => {
    const [hit] = index.search(['west', 'african', 'countries', 'percent'])
    expect(hit?.passage.fact?.about).toBe('figure')
  })

  test('weighs a word the more the fewer passages have it', () => {
    const rarities = ['migration', 'secretariat', 'gaborone', 'zzyzx'].map((word) => index.rarity(word))
    expect(rarities).toEqual(rarities.toSorted((a, b) => a - b))
    expect(new Set(rarities).size).toBe(4)
    expect(index.rarity('zzyzx')).toBeCloseTo(index.rarestKnown)
    expect([index.knows('zzyzx'), index.knows('migration')]).toEqual([false, true])
  })
})

describe('a large passage index', () => {
  // Every index is large here, so that what it finds can be compared.
  const large = createPassageIndex(knowledge, { pruneAbove: 0 })
  const asFound = ({ passage, coverage, words }: Hit) => [passage.id, coverage.toFixed(6), words]

  test.each(rankings)('finds for "%s" first %s as well (%s)', (words, first) => {
    expect(large.search(words.split(' '))[0]?.passage.entry.id).toBe(first)
  })

  test.each(rankings)('says of the passages for "%s" what a small one says of them', (words) => {
    const small = new Map(index.search(words.split(' '), 1000).map((hit) => [hit.passage.id, hit]))
    for (const hit of large.search(words.split(' '))) {
      expect(asFound(hit)).toEqual(asFound(small.get(hit.passage.id) ?? hit))
      expect(small.has(hit.passage.id)).toBe(true)
    }
  })

  test.each(rankings)('finds for "%s" the same passages of given entries', (words, id) => {
    const entries = [id, 'bali-process', 'gcm'].map((one) => knowledge.entries.get(one) as Entry)
    const found = (which: PassageIndex) => which.searchWithin(words.split(' '), entries).map(asFound).sort()
    expect(found(large)).toEqual(found(index))
  })

  test('finds what has the common words where no passage has the rarer ones', () => {
    // Each of the two names is in other passages than all the common words together.
    const words = ['migration', 'international', 'dialogue', 'process', 'regional', 'nadi', 'gaborone']
    const [best] = large.search(words)
    expect(best?.coverage).toBeGreaterThanOrEqual((index.search(words)[0]?.coverage ?? 1) - 0.2)
  })

  test('finds nothing for words that nobody uses', () => {
    expect(large.search(['zzyzx', 'qqqq'])).toEqual([])
    expect(large.search([])).toEqual([])
  })

  test('is not what the shipped knowledge gets', () => {
    const never = createPassageIndex(knowledge, { pruneAbove: Number.POSITIVE_INFINITY })
    for (const [words] of rankings) expect(index.search(words.split(' '))).toEqual(never.search(words.split(' ')))
  })
})
