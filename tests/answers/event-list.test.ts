import { describe, expect, test } from 'vitest'
import { ask, textOf } from './shipped-answers.ts'

describe('a question for events', () => {
  test('lists the events of a year in their order', () => {
    const [part] = ask('events in 2017').parts
    expect(part?.isList).toBe(true)
    const places = ['New York', 'Geneva', 'Bangkok', 'Beirut', 'Bamako', 'Quito', 'Nadi']
    const lines = part?.facts.join('\n') ?? ''
    const positions = places.map((place) => lines.indexOf(place))
    expect(positions).not.toContain(-1)
    expect(positions).toEqual(positions.toSorted((a, b) => a - b))
  })

  test('leaves events out of a year that their source does not print', () => {
    expect(textOf('events in 2017')).not.toMatch(/Washington|Brussels/)
  })

  test.each([
    ['Which meetings were in Africa?', /Bamako/, /Bangkok/, 'a region'],
    ['consultations in August 2017', /Bangkok[\s\S]*Beirut[\s\S]*Bamako/, /Quito/, 'a month'],
    ['events 2011', /Gaborone/, /Geneva/, 'a year with one event'],
    ['events in Africa', /Gaborone[\s\S]*Bamako/, /Bangkok/, 'a region that an event is in by its country'],
    ['events in autumn 2017', /Quito[\s\S]*Nadi/, /Bamako/, 'a season'],
    ['events between 20 aug and 1 sept 2017', /Beirut[\s\S]*Bamako/, /Bangkok/, 'a span of days'],
    ['Which consultations were in the second half of 2017?', /Bangkok[\s\S]*Nadi/, /New York/, 'a half of a year'],
    ['événements depuis octobre 2017', /Nadi/, /Bamako/, 'an open end in French'],
  ])('"%s" lists what passes the filter and nothing else (%#: %s, not %s)', (question, expected, foreign) => {
    const text = textOf(question)
    expect(text).toMatch(expected)
    expect(text).not.toMatch(foreign)
  })

  test('leaves the region alone where one event is asked about', () => {
    expect(textOf('when was the Africa consultation')).not.toMatch(/Gaborone/)
  })

  test.each([
    ['events in 2030', 'a year to come'],
    ['a workshop in March 2014', 'a month without any'],
    ['consultations in April 2017', 'a month with another kind of event'],
    ['events in winter 2017', 'a season without any'],
    ['events after 2020', 'an open end behind the last one'],
  ])('"%s" is not answered with another event (%s)', (question) => {
    expect(ask(question).status).not.toBe('answered')
  })
})
