import { countryName, knownCountryName } from '../knowledge/country-name.ts'
import { entriesOf, type Knowledge } from '../knowledge/knowledge.ts'
import { allWordings, inLanguage, languages } from '../knowledge/language.ts'

/** A city or country that a question can name. Countries need no knowledge: their names come with Node. */
export type Place = {
  readonly kind: 'place'
  readonly id: string
  readonly city?: string
  readonly country?: string
  readonly names: readonly string[]
}

/** Short forms that Intl does not list. */
const otherCountryNames: Readonly<Record<string, readonly string[]>> = {
  US: ['US', 'USA', 'U.S.', 'United States of America', 'EE.UU.', 'EEUU'],
  GB: ['UK', 'Great Britain', 'Royaume-Uni', 'Reino Unido'],
  CZ: ['Czech Republic'],
  TR: ['Turkey', 'Turquie'],
  CI: ['Ivory Coast'],
  CD: ['DRC', 'DR Congo'],
  LA: ['Laos'],
}

/** The cities where events took place, and every country, with their names in the three languages. */
export function listPlaces(knowledge: Knowledge): Place[] {
  return [...cities(knowledge), ...countries()]
}

function cities(knowledge: Knowledge): Place[] {
  const found = new Map<string, Place>()
  for (const { place } of entriesOf(knowledge, 'event')) {
    if (!place) continue
    const id = inLanguage(place.city, 'en')
    found.set(id, {
      kind: 'place',
      id,
      city: id,
      country: place.country,
      names: [
        ...new Set([
          ...(found.get(id)?.names ?? []),
          ...allWordings(place.city).flatMap(withoutSuffix),
          ...(place.aliases ?? []),
        ]),
      ],
    })
  }
  return [...found.values()]
}

/** "Washington DC" is mostly called Washington. */
function withoutSuffix(city: string): string[] {
  const short = city.replace(/ \p{Lu}{2,3}$/u, '')
  return short === city ? [city] : [city, short]
}

const codes = Array.from({ length: 26 * 26 }, (_, i) => String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26)))

let allCountries: Place[] | undefined

/** Codes for groups and private use, which Intl names too, codes that are no longer used, and Réunion: a meeting. */
const noCountries = new Set(
  'EU EZ UN QO XA XB ZZ AC CP DG EA IC TA CQ BU CS DD FX SU TP UK YU ZR AN NT RE HV DY NH RH VD YD'.split(' '),
)

function countries(): Place[] {
  allCountries ??= codes.flatMap((code): Place[] => {
    if (noCountries.has(code) || knownCountryName(code, 'en') === undefined) return []
    const names = [...languages.map((language) => countryName(code, language)), ...(otherCountryNames[code] ?? [])]
    return [{ kind: 'place', id: code, country: code, names: [...new Set(names)] }]
  })
  return allCountries
}
