import { describe, expect, test } from 'vitest'
import { meetingsOf } from '../../src/calendar/meetings-of.ts'
import type { Entry, Event } from '../../src/knowledge/knowledge.ts'
import { anEvent, aSmallKnowledge } from '../intents/small-knowledge.ts'

const spring = { from: Temporal.PlainDate.from('2027-01-01'), to: Temporal.PlainDate.from('2027-03-31') }
const asia: Entry = { kind: 'region', id: 'asia', name: 'Asia', countries: ['TH', 'NP'] }
const bangkok = { city: { en: 'Bangkok', es: 'Bangkók' }, country: 'TH' }

function meetings(...events: Event[]) {
  return meetingsOf(aSmallKnowledge({ entries: [asia, ...events] }), spring)
}

/** When the one meeting of an event is. */
function timeOf(event: Partial<Event>) {
  return meetings(anEvent('Meeting', event))[0]?.time
}

describe('meetingsOf', () => {
  test('tells all that reminders need to know of a meeting', () => {
    const event = anEvent('Forum', {
      starts: '2027-03-10',
      place: bangkok,
      organisers: [{ organisation: 'iom', as: 'host' }],
      url: 'https://forum.example/2027',
    })
    expect(meetings(event)).toEqual([
      {
        id: 'forum',
        eventId: 'forum',
        title: { en: 'Forum', fr: 'Forum', es: 'Forum' },
        time: { precision: 'day', starts: '2027-03-10', ends: '2027-03-10', zone: 'Asia/Bangkok' },
        status: 'scheduled',
        of: ['forum', 'iom'],
        region: 'asia',
        place: { en: 'Bangkok, Thailand', fr: 'Bangkok, Thaïlande', es: 'Bangkók, Tailandia' },
        url: 'https://forum.example/2027',
        source: ['900:2'],
      },
    ])
  })

  test.each<[Partial<Event>, object, string]>([
    [
      { time: '09:30', endTime: '12:00' },
      { precision: 'time', starts: '2027-03-10T09:30', ends: '2027-03-10T12:00', zone: 'Asia/Bangkok' },
      'both times',
    ],
    [
      { time: '09:30', ends: '2027-03-12' },
      { precision: 'time', starts: '2027-03-10T09:30', ends: undefined, lastDay: '2027-03-12' },
      'no time at which it ends',
    ],
    [
      { time: '22:00', ends: '2027-03-11', endTime: '02:00' },
      { ends: '2027-03-11T02:00', lastDay: '2027-03-11' },
      'an end after midnight',
    ],
    [{ time: '09:30', zone: 'UTC' }, { zone: 'UTC' }, 'a zone of its own'],
    [{ ends: '2027-03-12' }, { precision: 'day', starts: '2027-03-10', ends: '2027-03-12' }, 'only days'],
    [
      { time: '09:30', place: { city: 'Springfield', country: 'US' } },
      { precision: 'day', clock: '09:30', zone: undefined },
      'a time in a zone that is not known',
    ],
  ])('knows of an event %j the time %j (%s)', (event, expected) => {
    expect(timeOf({ starts: '2027-03-10', place: bangkok, ...event })).toMatchObject(expected)
  })

  test('names each occurrence by its day', () => {
    const found = meetings(
      anEvent('Weekly', { starts: '2027-03-16', rrule: 'FREQ=WEEKLY', time: '10:00', zone: 'UTC' }),
    )
    expect(found.map(({ id, eventId, time }) => [id, eventId, time.starts])).toEqual([
      ['weekly@2027-03-16', 'weekly', '2027-03-16T10:00'],
      ['weekly@2027-03-23', 'weekly', '2027-03-23T10:00'],
      ['weekly@2027-03-30', 'weekly', '2027-03-30T10:00'],
    ])
  })

  test('puts the one that starts first in front', () => {
    const late = anEvent('Late', { starts: '2027-02-02' })
    const timed = anEvent('Timed', { starts: '2027-02-01', time: '09:00', zone: 'UTC' })
    const long = anEvent('Long', { starts: '2026-12-01', ends: '2027-03-01' })
    expect(meetings(late, timed, long).map(({ id }) => id)).toEqual(['long', 'timed', 'late'])
  })

  test('keeps a cancelled meeting and says that it is', () => {
    expect(meetings(anEvent('Off', { starts: '2027-02-01', status: 'cancelled' }))[0]?.status).toBe('cancelled')
  })

  test('prefers the region of the event to that of its country', () => {
    const region = anEvent('Meeting', { starts: '2027-02-01', place: bangkok, region: 'pacific' })
    expect(meetings(region)[0]?.region).toBe('pacific')
  })

  test('leaves out what has no known day', () => {
    expect(meetings(anEvent('Spring', { starts: '2027-03' }), anEvent('Yearly', { recurs: 'yearly' }))).toEqual([])
  })
})
