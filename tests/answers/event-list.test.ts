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
  ])('"%s" lists what passes the filter and nothing else (%#: %s, not %s)', (question, expected, foreign) => {
    const text = textOf(question)
    expect(text).toMatch(expected)
    expect(text).not.toMatch(foreign)
  })

  test.each([
    ['events in 2030', 'a year to come'],
    ['a workshop in March 2014', 'a month without any'],
  ])('"%s" is not answered with another event (%s)', (question) => {
    expect(ask(question).status).not.toBe('answered')
  })
})
