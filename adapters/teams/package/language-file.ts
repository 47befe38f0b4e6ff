import type { Language } from '../../../src/knowledge/language.ts'
import es from '../appPackage/es.json' with { type: 'json' }
import fr from '../appPackage/fr.json' with { type: 'json' }
import { appManifest, type Installation } from './app-manifest.ts'
import { localizableTexts, type Texts } from './localizable-texts.ts'

/** What is translated by hand. The commands are not part of it: they come from the one table that there is of them. */
const written: Readonly<Record<Exclude<Language, 'en'>, Texts>> = { fr, es }

export type TranslatedLanguage = keyof typeof written
export const translatedLanguages = Object.keys(written) as TranslatedLanguage[]

/** The texts of the manifest in one more language. */
export function languageFile(installation: Installation, language: TranslatedLanguage): Texts {
  return { ...written[language], ...commandTexts(installation, language) }
}

function commandTexts(installation: Installation, language: TranslatedLanguage): Texts {
  const texts = Object.entries(localizableTexts(appManifest(installation, language)))
  return Object.fromEntries(texts.filter(([key]) => key.startsWith('bots[0].commandLists')))
}
