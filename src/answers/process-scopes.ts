import type { Process } from '../knowledge/knowledge.ts'
import type { Language } from '../knowledge/language.ts'
import { fold } from '../search/tokens.ts'

/** A scope that a source states. */
export type StatedScope = Exclude<Process['scope'], 'not stated'>

/** The scopes that words ask for, each once. A scope word inside a name is no such word, so leave names out. */
export function scopesIn(words: readonly string[]): StatedScope[] {
  const folded = words.map(fold)
  const found = folded.flatMap((word, at) => {
    // "Inter-regional" is two words.
    const whole = folded[at - 1] === 'inter' ? `inter${word}` : word
    return scopeByWord.get(whole) ?? []
  })
  return [...new Set(found)]
}

/** What a scope is called beside a count of processes. */
export const scopeWord: Readonly<Record<StatedScope, Readonly<Record<Language, string>>>> = {
  global: { en: 'global', fr: 'mondial', es: 'mundial' },
  regional: { en: 'regional', fr: 'régional', es: 'regional' },
  'inter-regional': { en: 'inter-regional', fr: 'interrégional', es: 'interregional' },
}

const regional = ['regional', 'regionale', 'regionales', 'regionaux', 'regionals']

/** Folded words of the three languages. */
const wordsByScope: Readonly<Record<StatedScope, readonly string[]>> = {
  global:
    'global globale globales globaux globals globally worldwide mondial mondiale mondiales mondiaux mundial mundiales'.split(
      ' ',
    ),
  regional,
  'inter-regional': regional.map((word) => `inter${word}`),
}

const scopeByWord = new Map<string, StatedScope>(
  (Object.keys(wordsByScope) as StatedScope[]).flatMap((scope) => wordsByScope[scope].map((word) => [word, scope])),
)
