/** The languages in which questions are understood and answered. */
export const languages = ['en', 'fr', 'es'] as const
export type Language = (typeof languages)[number]

/** The assistant's own wording, which is there in every language. */
export type Words = Readonly<Record<Language, string>>

/** Text in the three languages; a plain string holds in all of them. */
export type Text = string | { readonly en: string; readonly fr?: string; readonly es?: string }

/** The text in a language, in English where it has not been translated. */
export function inLanguage(text: Text, language: Language): string {
  return typeof text === 'string' ? text : (text[language] ?? text.en)
}

/** Each different wording of a text, English first. */
export function allWordings(text: Text): string[] {
  if (typeof text === 'string') return [text]
  return [...new Set([text.en, text.fr, text.es].filter((wording) => wording !== undefined))]
}
