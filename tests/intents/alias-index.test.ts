import { describe, expect, test } from 'vitest'
import { createAliasIndex } from '../../src/intents/alias-index.ts'
import type { Mention } from '../../src/intents/find-mentions.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { createSpeller } from '../../src/search/spelling.ts'
import { tokenize } from '../../src/search/tokens.ts'
import { aContact, anEvent, aProcess, aSmallKnowledge } from './small-knowledge.ts'

const shipped = loadKnowledge('knowledge')
const find = createFinder(shipped)

function createFinder(knowledge: Knowledge): (text: string) => Mention[] {
  const index = createAliasIndex(knowledge)
  const speller = createSpeller(new Map(index.words.map((word) => [word, 3])), index.acronyms)
  return (text) => index.find(tokenize(text), speller)
}

/** The bearers of each name in a text; a name with several bearers as "a|b". */
function namesIn(text: string, mentions = find(text)): string[] {
  return mentions.map((mention) =>
    mention.targets
      .map((target) => target.id)
      .sort()
      .join('|'),
  )
}

const exactNames = [
  ['Almaty Process', ['almaty-process'], 'the name'],
  ['ALMATY PROCESS', ['almaty-process'], 'capitals'],
  ['almaty process', ['almaty-process'], 'small letters'],
  ['Processus d’Almaty', ['almaty-process'], 'French'],
  ['Proceso de Almaty', ['almaty-process'], 'Spanish'],
  ['processus d’Alma-Ata', ['almaty-process'], 'another spelling'],
  ['Proceso de Tripoli', ['tripoli-process'], 'without its accent'],
  ['Asia – EU Dialogue on Labour Migration', ['asia-eu-dialogue'], 'a long dash'],
  ['Asia-EU Dialogue', ['asia-eu-dialogue'], 'a hyphen'],
  ['Asia EU Dialogue', ['asia-eu-dialogue'], 'no dash'],
  ['5+5', ['five-plus-five'], 'signs'],
  ['Global RCP Meeting', ['global-rcp-meetings'], 'one of the meetings'],
  ['Global RCP Meetings', ['global-rcp-meetings'], 'the plural'],
  ['Ibero-American Forums', ['fibemyd'], 'a plural that stands nowhere'],
  ['Global Forum on the Migration and Development', ['gfmd'], 'a small word too many'],
  ['Forum mondial migration et développement', ['gfmd'], 'small words too few'],
  ['mbusatti@iom.int', ['maurizio-busatti'], 'an address'],
  ['Busatti', ['maurizio-busatti'], 'a family name'],
  ['wmr 2018', ['wmr-2018'], 'a publication'],
  ['A/71/L.58', ['modalities-resolution'], 'the symbol of a document'],
  ['Fiji', ['FJ'], 'a country that Node knows'],
  ['Côte d’Ivoire', ['CI'], 'a country with an accent'],
] as const

const longest = [
  ['IGAD RCP', ['igad-rcp'], 'the process, not the organisation and the term'],
  ['International Dialogue on Migration', ['idm'], 'all of the name'],
  ['Global Forum on Migration and Development', ['gfmd'], 'longer than "Global Forum"'],
  ['the Bali Process Steering group', ['bali-process'], 'a longer name of the same'],
  ['Pan-African Forum and Pan-African Network', ['intra-regional-forum-africa', 'panidmr'], 'two that begin alike'],
  ['MIDSA and MIDWA', ['midsa', 'midwa'], 'two side by side'],
] as const

/** One letter apart: a slip among them must never become another of them. */
const acronyms = [
  ['MIDSA', ['midsa']],
  ['MIDWA', ['midwa']],
  ['MIDCAS', ['midcas']],
  ['MIDCOM', ['midcom']],
  ['midsa', ['midsa']],
  ['midcom', ['midcom']],
  ['MIDKA', []],
  ['MIDCA', []],
  ['SACN', []],
  ['GFMO', []],
] as const

const slips = [
  ['Allmaty Process', 'almaty-process', 'a doubled letter'],
  ['Almtay Process', 'almaty-process', 'two letters swapped'],
  ['Almaty Proces', 'almaty-process', 'a dropped letter'],
  ['Budpest Process', 'budapest-process', 'a dropped vowel'],
  ['Budapset process', 'budapest-process', 'two letters swapped'],
  ['Colmbo Process', 'colombo-process', 'a dropped vowel'],
  ['Columbo Process', 'colombo-process', 'as it is often written'],
  ['Colombo Prosess', 'colombo-process', 'a wrong consonant'],
  ['Khartum Process', 'khartoum-process', 'as in other languages'],
  ['Khartoom process', 'khartoum-process', 'as it sounds'],
  ['Peubla Process', 'puebla-process', 'two letters swapped'],
  ['Trippoli Process', 'tripoli-process', 'a doubled letter'],
  ['Tripoly Process', 'tripoli-process', 'a wrong vowel'],
  ['Rabatt Process', 'rabat-process', 'a doubled letter'],
  ['Ibero-Amercan Forum', 'fibemyd', 'a dropped letter'],
  ['Ibero-American Fourm', 'fibemyd', 'two letters swapped'],
  ['Internatonal Dialogue on Migration', 'idm', 'a dropped letter'],
  ['International Dialouge on Migration', 'idm', 'the usual slip in "dialogue"'],
  ['International Dialogue on Migartion', 'idm', 'two letters swapped'],
  ['Global Forum on Migration and Develpment', 'gfmd', 'a dropped vowel'],
  ['Westren Mediterranean', 'five-plus-five', 'two letters swapped'],
  ['Western Mediteranean', 'five-plus-five', 'a single consonant'],
  ['Maurizio Bussatti', 'maurizio-busatti', 'a doubled letter in a person’s name'],
  ['Tamara Keeting', 'tamara-keating', 'a wrong vowel in a person’s name'],
  ['World Migraton Report', 'wmr', 'a dropped letter in a title'],
  ['wold migration report', 'wmr', 'a slip that the neighbours put right'],
  ['South Amercan Conference on Migration', 'sacm', 'a dropped letter in a long name'],
] as const

describe('createAliasIndex, on the shipped knowledge', () => {
  test.each(exactNames)('finds in "%s" %j (%s)', (text, expected) => {
    expect(namesIn(text)).toEqual(expected)
  })

  test.each(longest)('takes the longest names in "%s": %j (%s)', (text, expected) => {
    expect(namesIn(text)).toEqual(expected)
  })

  test.each(acronyms)('takes %s for %j and no neighbour', (text, expected) => {
    expect(namesIn(text)).toEqual(expected)
  })

  test('puts two swapped letters of an acronym right', () => {
    expect(namesIn('IGDA RCP')).toEqual(['igad-rcp'])
    expect(find('IGDA RCP')[0]?.exact).toBe(false)
  })

  test.each(slips)('finds in the misspelt "%s" %s (%s)', (text, id) => {
    expect(namesIn(text)).toEqual([id])
  })

  test.each([
    ['MADE', true, 'the network'],
    ['made', false, 'the verb'],
    ['US', true, 'the country'],
    ['us', false, 'the pronoun'],
    ['EC', true, 'the Commission'],
  ])('finds a name in "%s": %s (%s)', (text, found) => {
    expect(find(text).length > 0).toBe(found)
  })

  test.each([
    ['', 'nothing'],
    ['who runs it', 'small words'],
    ['zzyzx qwertz', 'words that stand nowhere'],
    ['the process', 'the kind without a name'],
  ])('finds nothing in "%s" (%s)', (text) => {
    expect(namesIn(text)).toEqual([])
  })

  test('never lets two names overlap, and gives them in their order', () => {
    const mentions = find('Who runs the Bali Process, the IGAD RCP and the Asia-EU Dialogue on Labour Migration?')
    expect(namesIn('', mentions)).toEqual(['bali-process', 'igad-rcp', 'asia-eu-dialogue'])
    mentions.slice(1).forEach((mention, i) => {
      expect(mention.first).toBeGreaterThan(mentions[i]?.last ?? -1)
    })
  })
})

describe('createAliasIndex, on small knowledge', () => {
  const mistral = aProcess('Mistral Process', { heads: ['Mistral'], aliases: ['MIP', 'Windy Dialogue'] })
  const zephyr = aProcess('Zephyr Process', { aliases: ['Windy Dialogue'] })
  const series = aProcess('Forum of the Winds', { id: 'forum' })
  const first = anEvent('Meeting of 2011', { aliases: ['Forum of the Winds'] })
  const people = [aContact('Ada Breeze'), aContact('Ada Gale', { email: 'gale@winds.example' })]
  const small = createFinder(aSmallKnowledge({ entries: [mistral, zephyr, series, first, ...people] }))

  test('gives a name with two bearers both of them', () => {
    expect(namesIn('', small('the Windy Dialogue'))).toEqual(['mistral-process|zephyr-process'])
  })

  test('gives a series and not its member where both bear the name', () => {
    expect(namesIn('', small('Forum of the Winds'))).toEqual(['forum'])
  })

  test.each([
    ['Mistral', false, 'a head word'],
    ['Mistral Process', true, 'the name'],
    ['Ada', false, 'a first name'],
    ['Breeze', true, 'a family name'],
    ['Ada Breeze', true, 'a full name'],
    ['gale@winds.example', true, 'an address'],
  ])('takes "%s" for a strong name: %s (%s)', (text, strong) => {
    expect(small(text).map((mention) => mention.strong)).toEqual([strong])
  })

  test('gives a first name all its bearers', () => {
    expect(namesIn('', small('Ada'))).toEqual(['ada-breeze|ada-gale'])
  })

  test('tells the acronyms among the words of names', () => {
    const index = createAliasIndex(aSmallKnowledge({ entries: [mistral] }))
    expect(index.words).toEqual(expect.arrayContaining(['mistral', 'process', 'mip', 'windy', 'dialogue']))
    expect(index.acronyms.has('mip')).toBe(true)
    expect(index.acronyms.has('mistral')).toBe(false)
  })
})
