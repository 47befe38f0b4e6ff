import type { Event, Knowledge } from '../knowledge/knowledge.ts'
import { allWordings } from '../knowledge/language.ts'

/** The time zone of an event: its own, else that of its place; undefined where neither is known. */
export function zoneOfEvent({ zone, place }: Event, knowledge: Knowledge): string | undefined {
  if (zone !== undefined || place === undefined) return zone
  return zoneOfPlace(place.country, allWordings(place.city), knowledge)
}

/**
 * The IANA name of the time zone of a country that has one, else of a city that the knowledge or the time zone database
 * names; undefined where that would be a guess.
 * @param cities the wordings of the city
 */
export function zoneOfPlace(
  country: string,
  cities: readonly string[],
  { cities: known }: Pick<Knowledge, 'cities'>,
): string | undefined {
  const zones = zonesOf(country)
  if (zones.length === 1) return zones[0] && currentName(zones[0])
  const names = new Set(cities.map(folded))
  const city = known.find(
    (other) => other.country === country && namesOf(other).some((name) => names.has(folded(name))),
  )
  return city?.zone ?? zones.map((zone) => currentName(zone)).find((zone) => names.has(folded(cityOf(zone))))
}

/** There may be another Petersburg in the country than that of "America/Indiana/Petersburg". */
function cityOf(zone: string): string {
  const [, city = '', ...rest] = (zone.startsWith('America/Argentina/') ? zone.replace('/Argentina', '') : zone).split(
    '/',
  )
  return rest.length > 0 ? '' : city
}

function namesOf({ name, aliases = [] }: Knowledge['cities'][number]): string[] {
  return [...allWordings(name), ...aliases]
}

const found = new Map<string, readonly string[]>()

/** Looking them up is slow, and there are few countries. */
function zonesOf(country: string): readonly string[] {
  const known = found.get(country) ?? new Intl.Locale(`und-${country}`).getTimeZones() ?? []
  found.set(country, known)
  return known
}

/** Names that the time zone database has replaced and Intl still gives. */
const replaced: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

/** The name that the time zone database has for a zone now. */
export function currentName(zone: string): string {
  return replaced[zone] ?? zone
}

/** "Sao_Paulo" and "São Paulo" are one. */
function folded(name: string): string {
  return name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[_-]/g, ' ').toLowerCase()
}
