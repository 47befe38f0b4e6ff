import { describe, expect, test } from 'vitest'
import { type Filter, selectSubjects } from '../../src/intents/select-subjects.ts'
import { createSeriesIndex } from '../../src/intents/series-index.ts'
import type { PartialDate } from '../../src/knowledge/partial-date.ts'
import { read } from './shipped-understanding.ts'
import { aContact, anEvent, aProcess, aSmallKnowledge, idsOf } from './small-knowledge.ts'

type Row = readonly [text: string, subjects: readonly string[], reason: string]

const byName: readonly Row[] = [
  ['Bali Process', ['bali-process'], 'a name'],
  ['Bali Process and MIDSA', ['bali-process', 'midsa'], 'two names'],
  ['not the Bali Process, MIDSA', ['midsa'], 'one is ruled out'],
  ['UNHCR', ['unhcr'], 'an organisation where nothing else is named'],
  ['UNHCR in the Bali Process', ['bali-process'], 'an organisation beside a process is its partner'],
  ['observer', ['observer'], 'a role where nothing else is named'],
  ['MID-something', ['midcas', 'midcom', 'midsa', 'midwa'], 'capitals that four acronyms begin with'],
  ['j ai une reunion', [], 'a meeting without its accent, and not the island'],
  ['the UNHCR headquarters', ['unhcr'], 'not our headquarters'],
  ['MPD was set up in 2001 together with the IDM', ['idm-2001', 'mpd'], 'the year is that of the IDM'],
  ['RCP representatives in Gaborone', ['global-rcp-meeting-2011', 'rcp'], 'a term and a place'],
  ['the 2009 dialogue was about Return Migration', ['idm-2008', 'idm-2009'], 'a title and the year it is not of'],
]

const byFilter: readonly Row[] = [
  ['the consultation in Thailand', ['rcsc-asia'], 'a country'],
  ['in Europe', ['rcsc-europe'], 'a region'],
  ['the consultation of 4 August 2017', ['rcsc-asia'], 'a day'],
  ['the consultation of 5 August', ['rcsc-asia'], 'the last day'],
  ['consultations in August 2017', ['rcsc-africa', 'rcsc-asia', 'rcsc-mena'], 'a month'],
  ['the consultation of 25 September', ['rcsc-us-canada'], 'a day whose year the source leaves open'],
  ['the workshop in April 2017', ['idm-2017-workshop-1'], 'a kind of event and a month'],
  ['IDM 2014', ['idm-2014'], 'a year of a series'],
  ['IDM 05', ['idm-2005'], 'a year of two digits behind a yearly series'],
  ["WMR '08", ['wmr-2008'], 'a year of two digits behind an apostrophe'],
  ['IDM between 2010 and 2012', ['idm-2010', 'idm-2011', 'idm-2012'], 'a span'],
  ['World Migration Report 2018', ['wmr-2018'], 'a report'],
  ['the latest World Migration Report', ['wmr-2018'], 'the last of a series'],
  ['the first World Migration Report', ['wmr-2000'], 'the first of a series'],
  ['the second global meeting of RCPs', ['global-rcp-meeting-2009'], 'the second of three'],
  ['the last global RCP meeting', ['global-rcp-meeting-2011'], 'the last of three'],
  ['the last consultation', ['rcsc-pacific'], 'the last of which the year is known'],
  ['MRS 38', ['mrs-38'], 'a number'],
  ['Gaborone on 24 October', ['global-rcp-meeting-2011'], 'the day is wrong; the place decides'],
]

const empty = [
  ['IDM 2027', 'a year that is not listed'],
  ['World Migration Report 2020', 'a report that is not listed'],
  ['MRS 99', 'a number that is not listed'],
  ['the third IDM workshop 2017', 'there were two'],
  ['the fourth global meeting of RCPs', 'there were three'],
  ['a workshop in 2030', 'a kind of event in a year without any'],
] as const

describe('selectSubjects, on the shipped knowledge', () => {
  test.each(byName)('finds in "%s" by name %j (%s)', (text, subjects) => {
    expect(idsOf(read(text).selection.subjects)).toEqual(subjects)
  })

  test.each(byFilter)('finds for "%s" %j (%s)', (text, subjects) => {
    expect(idsOf(read(text).selection.subjects)).toEqual(subjects)
  })

  test.each(empty)('says of "%s" that there is none (%s)', (text) => {
    const { selection } = read(text)
    expect([selection.subjects, selection.empty]).toEqual([[], true])
  })

  test.each([
    ['who runs it', 'nothing is named'],
    ['2017', 'a year alone narrows nothing down'],
    ['in Paris', 'a city that nothing of ours is in'],
  ])('finds nothing in "%s", and does not call it empty (%s)', (text) => {
    const { selection } = read(text)
    expect([selection.subjects, selection.empty]).toEqual([[], false])
  })

  test('leaves a name with two bearers open', () => {
    const { selection } = read('Migrants and Cities')
    expect([idsOf(selection.subjects), selection.tied]).toEqual([['idm-2015', 'wmr-2015'], true])
  })

  test('keeps roles and partners beside the subjects', () => {
    const { roles, organisations } = read('is UNHCR an observer in the Bali Process').selection
    expect([idsOf(roles), idsOf(organisations)]).toEqual([['observer'], ['unhcr']])
  })
})

const members = [
  anEvent('Breeze Workshop', { starts: '2017-04-18', ends: '2017-04-19', place: { city: 'Galeton', country: 'FJ' } }),
  anEvent('Gale Workshop', { starts: '2017-07-18', place: { city: 'Windham', country: 'FJ' } }),
  anEvent('Undated Talk', { starts: '--07-20', ends: '--08-02' }),
  anEvent('Old Talk', { year: 2009 }),
]
const forum = aProcess('Forum')
const index = createSeriesIndex(
  aSmallKnowledge({ entries: [forum, ...members] }),
  (name) => (name.includes('Workshop') ? ['workshop'] : ['talk']),
  (entry) => ('name' in entry ? [String(entry.name)] : []),
)
const nothing = { series: [], places: [], regions: [], dates: [], nouns: [], ordinals: [], numbers: [] }
const on = (from: PartialDate, to = from) => ({ first: 0, last: 0, from, to })
const select = (filter: Partial<Filter>) => selectSubjects([], { ...nothing, ...filter }, index)

describe('selectSubjects, on small knowledge', () => {
  const windham = { kind: 'place', id: 'Windham', city: 'Windham', country: 'FJ', names: ['Windham'] } as const

  test.each<[Partial<Filter>, string[], string]>([
    [{ dates: [on({ month: 7 })] }, ['gale-workshop', 'undated-talk'], 'a month meets a meeting without a year'],
    [{ nouns: ['talk'], dates: [on({ year: 2009 })] }, ['old-talk'], 'a meeting of which only the year is known'],
    [{ series: [forum], nouns: ['talk'] }, ['old-talk', 'undated-talk'], 'a kind of event in a series of events'],
    [{ places: [windham] }, ['gale-workshop'], 'a city'],
    [
      { places: [windham], dates: [on({ year: 2017, month: 4 })] },
      ['gale-workshop'],
      'the date is given up before the place',
    ],
    [
      { series: [forum], places: [windham], dates: [on({ year: 2017, month: 4 })] },
      ['breeze-workshop'],
      'in a named series the place is given up before the date',
    ],
    [{ series: [forum], ordinals: [{ at: 0, value: 1 }] }, ['old-talk'], 'the first in time, not in the file'],
    [{ series: [forum], ordinals: [{ at: 0, value: -1 }] }, ['gale-workshop'], 'the last of those with a year'],
    [{ nouns: ['workshop'], ordinals: [{ at: 0, value: 2 }] }, ['gale-workshop'], 'the second of a kind'],
  ])('narrows a filter down to $1 ($2)', (filter, subjects) => {
    const selection = select(filter)
    expect([idsOf(selection.subjects), selection.filtered]).toEqual([subjects, true])
  })

  test('takes a name for the subject and a filter for nothing when a person is named', () => {
    const ada = aContact('Ada Breeze')
    const mention = { first: 0, last: 1, targets: [ada], strong: true, exact: true }
    const selection = selectSubjects([mention], { ...nothing, dates: [on({ month: 7 })] }, index)
    expect([idsOf(selection.subjects), selection.filtered]).toEqual([['ada-breeze'], false])
  })
})
