import { type Language, languages } from '../../src/knowledge/language.ts'

/** What a platform tells of a person who reads our answers; nothing where it cannot be had in time. */
export type Reader = { readonly language?: Language; readonly zone?: string }

/** The language of a locale such as `fr-CA`: English where it is another than ours, undefined where none is given. */
export function languageOf(locale: string | undefined): Language | undefined {
  if (locale === undefined) return undefined
  const tag = locale.split(/[-_]/)[0]?.toLowerCase()
  return languages.find((language) => language === tag) ?? 'en'
}

/** The time zone, if it is one that times can be told in. */
export function zoneOf(zone: string | undefined): string | undefined {
  if (!zone) return undefined
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone
  } catch {
    // A platform may know a zone that this machine does not; all else goes on without.
    return undefined
  }
}
