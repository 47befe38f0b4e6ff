import { commands } from '../../../src/intents/commands.ts'
import type { Language } from '../../../src/knowledge/language.ts'

/** A command as the manifest lists it. */
export type ManifestCommand = { readonly title: string; readonly description: string }

/** The offered commands, worded in a language; what may follow a command is shown by an example. */
export function commandsIn(language: Language): ManifestCommand[] {
  return commands.map(({ title, about, example }) => {
    const shown = example ? ` (${title[language]} ${example[language]})` : ''
    return { title: title[language], description: `${about[language]}${shown}` }
  })
}
