import { countryName } from '../knowledge/country-name.ts'
import { type Event, entriesOf, type Knowledge, listOf } from '../knowledge/knowledge.ts'
import { inLanguage, type Language, type Text, type Words } from '../knowledge/language.ts'
import type { Meeting, MeetingTime } from './meeting.ts'
import { type Days, isRecurring, occurrencesOf } from './occurrences.ts'
import { zoneOfEvent } from './time-zones.ts'

/** Days from one to another, both included. */
export type DayRange = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }

/**
 * The meetings that are on any of the days, the one that starts first in front. Events of which no day or no year is
 * known are no meetings in time.
 */
export function meetingsOf(knowledge: Knowledge, range: DayRange): Meeting[] {
  return entriesOf(knowledge, 'event')
    .flatMap((event) => meetingsOfEvent(event, knowledge, range))
    .sort(byStart)
}

/** As {@link meetingsOf}, of one event. */
export function meetingsOfEvent(event: Event, knowledge: Knowledge, range: DayRange): Meeting[] {
  const zone = zoneOfEvent(event, knowledge)
  const occurrences = occurrencesOf(event, zone, range)
  if (occurrences.length === 0) return []
  const lasting = whatLasts(event, knowledge)
  const comesAgain = isRecurring(event)
  return occurrences.map((days) => ({
    ...lasting,
    id: comesAgain ? `${event.id}@${days.first}` : (event.replaces ?? event.id),
    time: timeOf(event, days, zone),
  }))
}

/** What all occurrences of an event have in common. */
function whatLasts(event: Event, knowledge: Knowledge): Omit<Meeting, 'id' | 'time'> {
  const organisers = (event.organisers ?? []).map(({ organisation }) => organisation)
  return {
    eventId: event.id,
    title: inWords((language) => inLanguage(event.name, language)),
    status: event.status ?? 'scheduled',
    of: [...new Set([...listOf(event.series), ...organisers])],
    region: event.region ?? regionOf(event, knowledge),
    place: event.place && placeInWords(event.place),
    url: event.url,
    source: listOf(event.source),
  }
}

function timeOf({ time, endTime }: Event, { first, last }: Days, zone: string | undefined): MeetingTime {
  if (time === undefined) return { precision: 'day', starts: first, ends: last, zone }
  if (zone === undefined) return { precision: 'day', starts: first, ends: last, zone, clock: time }
  const ends = endTime && `${last}T${endTime}`
  return { precision: 'time', starts: `${first}T${time}`, ends, lastDay: last, zone }
}

function regionOf({ place }: Event, knowledge: Knowledge): string | undefined {
  return place && entriesOf(knowledge, 'region').find(({ countries }) => countries?.includes(place.country))?.id
}

function placeInWords({ city, country }: { readonly city: Text; readonly country: string }): Words {
  return inWords((language) => `${inLanguage(city, language)}, ${countryName(country, language)}`)
}

function inWords(word: (language: Language) => string): Words {
  return { en: word('en'), fr: word('fr'), es: word('es') }
}

function byStart({ time: a }: Meeting, { time: b }: Meeting): number {
  return a.starts < b.starts ? -1 : a.starts > b.starts ? 1 : 0
}
