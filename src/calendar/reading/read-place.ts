import { knownCountryName } from '../../knowledge/country-name.ts'
import type { Event } from '../../knowledge/knowledge.ts'
import { languages, type Words } from '../../knowledge/language.ts'

/** What an event says about where it is: a city and its country where a calendar names both, else its words. */
export type FeedPlace = Pick<Event, 'place' | 'notes' | 'url'>

/** Reads "Hall 2, Bangkok, Thailand", the address of a call, or whatever else stands there. */
export function readPlace(location: string | undefined): FeedPlace {
  const text = location?.replaceAll(/\s+/g, ' ').trim()
  if (!text) return {}
  if (/^https?:\/\/\S+$/.test(text)) return { url: text }
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const country = countryOf(parts.at(-1) ?? '')
  const city = parts.at(-2)
  if (country === undefined || city === undefined || /\d/.test(city)) return { notes: [noted(text)] }
  const venue = parts.slice(0, -2).join(', ')
  return { place: { city, country, ...(venue && { venue }) } }
}

function noted(text: string): Words {
  return {
    en: `Place, in the words of its calendar: ${text}`,
    fr: `Lieu, selon son calendrier : ${text}`,
    es: `Lugar, según su calendario: ${text}`,
  }
}

function countryOf(name: string): string | undefined {
  countries ??= new Map(
    codes().flatMap((code) => languages.map((language) => [folded(knownCountryName(code, language) ?? code), code])),
  )
  return countries.get(folded(name))
}

/** Made when the first calendar is read. */
let countries: ReadonlyMap<string, string> | undefined

/** Every code that has a name and zones of its own, so that "Europe" is no country. */
function codes(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter(
      (code) =>
        knownCountryName(code, 'en') !== undefined && (new Intl.Locale(`und-${code}`).getTimeZones()?.length ?? 0) > 0,
    )
}

function folded(name: string): string {
  return name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[’']/g, '').toLowerCase()
}
