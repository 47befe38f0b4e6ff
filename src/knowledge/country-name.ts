import type { Language } from './language.ts'

/** A country's name in a language, from its ISO 3166 code; undefined where there is none. */
export function knownCountryName(code: string, language: Language): string | undefined {
  return displayNames(language).of(code)
}

/** A country's name in a language, else its code. */
export function countryName(code: string, language: Language): string {
  return knownCountryName(code, language) ?? code
}

const namers = new Map<Language, Intl.DisplayNames>()

function displayNames(language: Language): Intl.DisplayNames {
  const known = namers.get(language) ?? new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  namers.set(language, known)
  return known
}
