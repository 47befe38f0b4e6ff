import { describe, expect, test } from 'vitest'
import { zoneOfEvent, zoneOfPlace } from '../../src/calendar/time-zones.ts'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { anEvent, aSmallKnowledge } from '../intents/small-knowledge.ts'

const shipped = loadKnowledge('knowledge')

describe('zoneOfPlace', () => {
  test.each<[string, string, string | undefined, string]>([
    ['TH', 'Bangkok', 'Asia/Bangkok', 'a country with one zone'],
    ['CH', 'Geneva', 'Europe/Zurich', 'a city that gives its zone no name'],
    ['IN', 'New Delhi', 'Asia/Kolkata', 'by its name of today'],
    ['TH', 'Nowhere', 'Asia/Bangkok', 'any city of such a country'],
    ['US', 'New York', 'America/New_York', 'a city that the knowledge names'],
    ['US', 'washington', 'America/New_York', 'in any case'],
    ['MX', 'Cancun', 'America/Cancun', 'without its accent'],
    ['RU', 'Moscou', 'Europe/Moscow', 'under another name'],
    ['US', 'Anchorage', 'America/Anchorage', 'a city that the time zone database names'],
    ['AR', 'Ushuaia', 'America/Argentina/Ushuaia', 'one that it names within its country'],
    ['US', 'Springfield', undefined, 'a city of which nothing is known'],
    ['US', 'Petersburg', undefined, 'a city that may be another of that name'],
    ['EC', 'New York', undefined, 'a city that is known in another country'],
    ['ZZ', 'Bangkok', undefined, 'a country that is none'],
  ])('gives %s, %s the zone %s (%s)', (country, city, zone) => {
    expect(zoneOfPlace(country, [city], shipped)).toBe(zone)
  })
})

describe('zoneOfEvent', () => {
  const place = { city: 'Bangkok', country: 'TH' }

  test('prefers the zone of the event to that of its place', () => {
    expect(zoneOfEvent(anEvent('Online', { place, zone: 'UTC' }), shipped)).toBe('UTC')
    expect(zoneOfEvent(anEvent('There', { place }), shipped)).toBe('Asia/Bangkok')
  })

  test('knows none where there is no place', () => {
    expect(zoneOfEvent(anEvent('Somewhere'), shipped)).toBeUndefined()
  })

  test('finds a city by its name in any language', () => {
    const quito = { city: { en: 'Kito', es: 'Quito' }, country: 'EC' }
    expect(zoneOfEvent(anEvent('There', { place: quito }), shipped)).toBe('America/Guayaquil')
    expect(zoneOfEvent(anEvent('There', { place: quito }), aSmallKnowledge({}))).toBeUndefined()
  })

  test('knows the zone of every place of the shipped knowledge', () => {
    const events = [...shipped.entries.values()].filter((entry) => entry.kind === 'event').filter(({ place }) => place)
    expect(events).not.toEqual([])
    expect(events.filter((event) => zoneOfEvent(event, shipped) === undefined).map(({ id }) => id)).toEqual([])
  })
})
