import { describe, expect, test } from 'vitest'
import type { Days } from '../../src/intents/date-mention.ts'
import { calendarWords, findDates } from '../../src/intents/dates.ts'
import type { PartialDate } from '../../src/knowledge/partial-date.ts'
import { tokenize } from '../../src/search/tokens.ts'
import { read } from './shipped-understanding.ts'

const today = { year: 2017, month: 4, day: 1 }

/** "2017-08-04", "2017-08", "2017", "--08" or "--08-04"; a span as "2010..2012". */
function datesIn(text: string, days: Days = { today }): string[] {
  return findDates(tokenize(text), days).map(({ from, to }) => {
    const [first, last] = [write(from), write(to)]
    return first === last ? first : `${first}..${last}`
  })
}

function write({ year, month, day }: PartialDate): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const parts = [year === undefined ? '-' : String(year), ...[month, day].filter((part) => part !== undefined).map(two)]
  return parts.join('-')
}

const written: readonly (readonly [text: string, expected: readonly string[], reason: string])[] = [
  ['IDM 2014', ['2014'], 'a year alone'],
  ['1951 and 2100', ['1951', '2100'], 'two years'],
  ['1899 or 2101', [], 'numbers beyond the years we read'],
  ['MRS 38', [], 'a small number is no year'],
  ['12014', [], 'five digits are no year'],
  ['August 2017', ['2017-08'], 'English month'],
  ['août 2017', ['2017-08'], 'French month with an accent'],
  ['aout 2017', ['2017-08'], 'French month without it'],
  ['agosto de 2017', ['2017-08'], 'Spanish month with "de"'],
  ['septiembre del año 2017', ['2017-09'], 'several small words before the year'],
  ['décembre', ['--12'], 'a month without a year'],
  ['in Sept. 2017', ['2017-09'], 'a shortened month'],
  ['4 August 2017', ['2017-08-04'], 'day first'],
  ['August 4, 2017', ['2017-08-04'], 'month first'],
  ['August 4th', ['--08-04'], 'an ordinal day, no year'],
  ['the 25th of September', ['--09-25'], 'day with "of"'],
  ['le 1er août', ['--08-01'], 'the French first'],
  ['el 2 de octubre de 2017', ['2017-10-02'], 'Spanish in full'],
  ['18-19 April 2017', ['2017-04-18..2017-04-19'], 'two days with a hyphen'],
  ['4 and 5 August 2017', ['2017-08-04..2017-08-05'], 'two days with "and"'],
  ['4 et 5 août 2017', ['2017-08-04..2017-08-05'], 'two days with "et"'],
  ['4 y 5 de agosto de 2017', ['2017-08-04..2017-08-05'], 'two days with "y"'],
  ['August 4-5, 2017', ['2017-08-04..2017-08-05'], 'two days behind the month'],
  ['2017-08-04', ['2017-08-04'], 'ISO'],
  ['4/8/2017', ['2017-08-04'], 'day first with slashes'],
  ['04.08.2017', ['2017-08-04'], 'day first with dots'],
  ['2017-13-04', ['2017'], 'there is no month 13'],
  ['40 August 2017', ['2017-08'], 'there is no day 40'],
  ['between 2010 and 2012', ['2010..2012'], 'a span'],
  ['from 2010 to 2012', ['2010..2012'], 'a span with "from"'],
  ['entre 2010 et 2012', ['2010..2012'], 'a French span'],
  ['desde 2010 hasta 2012', ['2010..2012'], 'a Spanish span'],
  ['2010-2012', ['2010..2012'], 'a span with a hyphen'],
  ['2010 and 2012', ['2010', '2012'], 'two years that are no span'],
  ['between August and October 2017', ['2017-08..2017-10'], 'the year of the end holds for the beginning'],
  ['', [], 'nothing'],
  ['no date at all', [], 'words only'],
]

const doubtful: readonly (readonly [text: string, expected: readonly string[], reason: string])[] = [
  ['may I ask', [], 'the verb'],
  ['you may come', [], 'the verb again'],
  ['in May', ['--05'], 'a preposition before it'],
  ['May 2017', ['2017-05'], 'a year behind it'],
  ['3 May', ['--05-03'], 'a day before it'],
  ['May 3', ['--05-03'], 'a day behind it'],
  ['may', ['--05'], 'the whole message'],
  ['a march for rights', [], 'the walk'],
  ['since March', ['--03..--12'], 'a preposition before the other meaning'],
  ['Jan Dec', [], 'names of people'],
  ['en mars 2017', ['2017-03'], 'French with preposition and year'],
  ['les sept consultations', [], 'the French seven'],
  ['april', ['--04'], 'a month that is nothing else'],
]

const relative: readonly (readonly [text: string, expected: readonly string[], reason: string])[] = [
  ['this year', ['2017'], 'the year of the question'],
  ['last year', ['2016'], 'the one before the question'],
  ['next year', ['2018'], 'the one after the question'],
  ['cette année', ['2017'], 'French'],
  ['este año', ['2017'], 'Spanish'],
  ['the previous year', ['2016'], 'nothing was talked about, so from today'],
  ['l’année dernière', ['2016'], 'French, behind the noun'],
  ['l’an dernier', ['2016'], 'French, the short noun'],
  ['l’an passé', ['2016'], 'French, the other word'],
  ['l’année prochaine', ['2018'], 'French forward'],
  ['il y a deux ans', ['2015'], 'French "ago"'],
  ['el año pasado', ['2016'], 'Spanish, behind the noun'],
  ['el próximo año', ['2018'], 'Spanish, before the noun'],
  ['hace dos años', ['2015'], 'Spanish "ago"'],
  ['two years ago', ['2015'], 'a number in words'],
  ['before an event', [], 'the English article is no year'],
]

const talkedAbout: readonly (readonly [text: string, expected: readonly string[], reason: string])[] = [
  ['the year before', ['2013'], 'counts from the year of the conversation'],
  ['prev year', ['2013'], 'shortened'],
  ['the previous year', ['2013'], 'in full'],
  ['the following year', ['2015'], 'forward'],
  ['the year after', ['2015'], 'forward, the other way round'],
  ['that year', ['2014'], 'the same year'],
  ['same year', ['2014'], 'the same year, shorter'],
  ['cette année', ['2017'], 'from today, like "this year"'],
  ['cette année-là', ['2014'], 'the year just mentioned in French'],
  ['two years ago', ['2015'], 'from today, whatever was talked about'],
  ['l’année précédente', ['2013'], 'French back'],
  ['l’année suivante', ['2015'], 'French forward'],
  ['l’année d’avant', ['2013'], 'French back in speech'],
  ['el año anterior', ['2013'], 'Spanish back'],
  ['el año siguiente', ['2015'], 'Spanish forward'],
  ['ese año', ['2014'], 'Spanish same year'],
  ['two years later', ['2016'], 'a number in words'],
  ['2 years later', ['2016'], 'a number in digits'],
  ['three years earlier', ['2011'], 'back'],
  ['a year later', ['2015'], 'the article counts'],
  ['deux ans après', ['2016'], 'French'],
  ['trois ans plus tôt', ['2011'], 'French with "plus"'],
  ['dos años después', ['2016'], 'Spanish'],
  ['last year', ['2016'], 'still from today'],
]

const spans: readonly (readonly [text: string, expected: readonly string[], reason: string])[] = [
  ['2007 thru 2009', ['2007..2009'], 'a span that needs no opening word'],
  ['2007 to 2009', ['2007..2009'], 'the plain joiner'],
  ['2007 through 2009', ['2007..2009'], 'the full word'],
  ['from 2007 till 2009', ['2007..2009'], 'with an opening word'],
  ['2007 up to 2009', ['2007..2009'], 'a joiner of two words'],
  ['de 2007 à 2009', ['2007..2009'], 'French'],
  ['2007 jusqu’en 2009', ['2007..2009'], 'a French joiner of two words'],
  ['de 2007 a 2009', ['2007..2009'], 'Spanish'],
  ['2007 – 2009', ['2007..2009'], 'a dash with spaces'],
  ['2007, 2009', ['2007', '2009'], 'a comma'],
  ['2009-2007', ['2009', '2007'], 'no span goes backwards'],
  ['compare 2014 to 2016', ['2014', '2016'], 'a comparison'],
  ['between 20 aug and 1 sept 2017', ['2017-08-20..2017-09-01'], 'days of two months'],
  ['August-October 2017', ['2017-08..2017-10'], 'months with a hyphen'],
  ['since 2010', ['2010..9999'], 'an open end'],
  ['depuis 2010', ['2010..9999'], 'French'],
  ['desde 2010', ['2010..9999'], 'Spanish'],
  ['à partir de 2010', ['2010..9999'], 'two words'],
  ['after 2015', ['2016..9999'], 'the year itself is left out'],
  ['después de 2015', ['2016..9999'], 'Spanish'],
  ['before 2010', ['1..2009'], 'an open beginning'],
  ['avant l’année 2010', ['1..2009'], 'small words between'],
  ['prior to 2010', ['1..2009'], 'two words'],
  ['until 2010', ['1..2010'], 'the year itself belongs to it'],
  ['jusqu’en 2010', ['1..2010'], 'French'],
  ['from 2016 on', ['2016..9999'], 'the word behind the year'],
  ['from 2016 onwards', ['2016..9999'], 'the longer word'],
  ['2016 onwards', ['2016..9999'], 'without "from"'],
  ['in 2016 on migration', ['2016'], '"on" that belongs to what follows'],
  ['de 2016 en adelante', ['2016..9999'], 'two words behind'],
  ['2010 or earlier', ['1..2010'], 'a bound with "or"'],
  ['2015 et après', ['2015..9999'], 'French'],
  ['after August 2017', ['2017-09..9999'], 'from the next month'],
  ['before 1 August 2017', ['1..2017-07-31'], 'to the day before'],
  ['after 31 December 2017', ['2018-01-01..9999'], 'over the turn of the year'],
  ['before October', ['--01..--09'], 'of any year'],
]

const partsOfYear: readonly (readonly [text: string, expected: readonly string[], reason: string])[] = [
  ['in autumn 2017', ['2017-09..2017-11'], 'a season'],
  ['fall 2017', ['2017-09..2017-11'], 'the other word beside a year'],
  ['in the fall', ['--09..--11'], 'the other word behind "in the"'],
  ['events that fall in 2017', ['2017'], 'a verb'],
  ['the spring workshop', ['--03..--05'], 'a season of any year'],
  ['été 2017', ['2017-06..2017-08'], 'French'],
  ['l’été', ['--06..--08'], 'with its article'],
  ['a été organisé en 2017', ['2017'], 'a verb'],
  ['a été 2017', ['2017'], 'a verb before a year'],
  ['primavera de 2017', ['2017-03..2017-05'], 'Spanish'],
  ['winter 2016', ['2016-12..2017-02'], 'over the turn of the year'],
  ['second half of 2017', ['2017-07..2017-12'], 'a half'],
  ['the last half of 2017', ['2017-07..2017-12'], 'the last of two'],
  ['half of the workshops', [], 'no year'],
  ['premier semestre 2017', ['2017-01..2017-06'], 'French'],
  ['third quarter of 2017', ['2017-07..2017-09'], 'a quarter'],
  ['tercer trimestre de 2017', ['2017-07..2017-09'], 'Spanish'],
  ['Q3 2017', ['2017-07..2017-09'], 'a quarter in short'],
  ['S2 2017', ['2017-07..2017-12'], 'a French half in short'],
  ['end of 2017', ['2017-09..2017-12'], 'the last third'],
  ['the end of the 2017 workshop', ['2017'], 'the end of something else'],
  ['début 2018', ['2018-01..2018-04'], 'French'],
  ['finales de 2017', ['2017-09..2017-12'], 'Spanish'],
  ['mid-2017', ['2017-05..2017-08'], 'the middle third'],
  ['late August 2017', ['2017-08-21..2017-08-31'], 'a third of a month'],
  ['principios de agosto', ['--08-01..--08-10'], 'Spanish, of any year'],
  ['the 2000s', ['2000..2009'], 'a decade'],
  ['années 2000', ['2000..2009'], 'French'],
  ['la década de 2010', ['2010..2019'], 'Spanish'],
  ['los años 2010 y 2012', ['2010', '2012'], 'two years after a plural'],
  ['since the second half of 2017', ['2017-07..9999'], 'a bound beside a part of a year'],
]

describe('findDates', () => {
  test.each(written)('reads "%s" as %j (%s)', (text, expected) => {
    expect(datesIn(text)).toEqual(expected)
  })

  test.each(doubtful)('reads the doubtful "%s" as %j (%s)', (text, expected) => {
    expect(datesIn(text)).toEqual(expected)
  })

  test.each(relative)('reads "%s" asked in 2017 as %j (%s)', (text, expected) => {
    expect(datesIn(text)).toEqual(expected)
  })

  test.each(talkedAbout)('reads "%s" as %j where 2014 was talked about (%s)', (text, expected) => {
    expect(datesIn(text, { today, talked: 2014 })).toEqual(expected)
  })

  test.each(spans)('reads the span "%s" as %j (%s)', (text, expected) => {
    expect(datesIn(text)).toEqual(expected)
  })

  test.each(partsOfYear)('reads the part of a year in "%s" as %j (%s)', (text, expected) => {
    expect(datesIn(text)).toEqual(expected)
  })

  test('ignores "two years later" where no year was talked about', () => {
    expect(datesIn('two years later')).toEqual([])
  })

  test.each([
    ['when was the 4 August 2017 meeting', 3, 5, 'the date and nothing around it'],
    ['workshops between 2010 and 2012 only', 1, 4, 'the opening word belongs to the span'],
    ['the year before that', 1, 2, 'the relative year'],
  ])('marks in "%s" the tokens %i to %i (%s)', (text, first, last) => {
    expect(findDates(tokenize(text), { today })).toMatchObject([{ first, last }])
  })
})

describe('calendarWords', () => {
  test('holds every month and season in three languages, folded', () => {
    expect(calendarWords).toEqual(
      expect.arrayContaining(['january', 'janvier', 'enero', 'aout', 'agosto', 'hiver', 'autumn']),
    )
    expect(calendarWords.every((word) => /^[a-z]+$/.test(word))).toBe(true)
  })
})

describe('dates in whole questions, spelt right', () => {
  test.each<readonly [text: string, from: PartialDate, reason: string]>([
    ['IDM après 2010', { year: 2011 }, 'French "after" is no slip'],
    ['the IDM workshops in the year after 2014', { year: 2015 }, 'the year next to one that is said'],
    ['the theme in the year before 2010', { year: 2009 }, 'the one before'],
    ['workshops in Augsut 2017', { year: 2017, month: 8 }, 'a slip in a month'],
  ])('begin in "%s" at %j (%s)', (text, from) => {
    expect(read(text).selection.filter.dates.map((date) => date.from)).toContainEqual(from)
  })

  test('are two in "ateliers de l’IDM de 2010 et 2012", which is no span', () => {
    const { dates } = read('ateliers de l’IDM de 2010 et 2012').selection.filter
    expect(dates.map(({ from, to }) => [from.year, to.year])).toEqual([
      [2010, 2010],
      [2012, 2012],
    ])
  })
})
