import { namesOf } from '../intents/entry-names.ts'
import type { Target } from '../intents/name-trie.ts'
import type { Reading } from '../intents/understand.ts'
import type { Language } from '../knowledge/language.ts'
import { fold } from '../search/tokens.ts'
import type { Composing } from './composing.ts'

/**
 * What the question takes for granted and the answer does not bear out: an organisation, a person or a place that is
 * named in the question and stands nowhere in the answer. One note for each.
 */
export function unsupportedClaims(reading: Reading, answer: string, { language }: Composing): string[] {
  const text = fold(answer)
  const claimed = reading.clause.mentions.filter(
    (mention) => mention.strong && mention.targets.every((target) => isClaim(target, reading)),
  )
  return claimed
    .filter((mention) => !mention.targets.some((target) => namesIn(target).some((name) => text.includes(fold(name)))))
    .map((mention) => notSaid[language](mention.targets[0] ? shownName(mention.targets[0]) : ''))
    .slice(0, 2)
}

function isClaim(target: Target, { subjects }: Reading): boolean {
  if (target.kind !== 'place' && subjects.includes(target)) return false
  if (target.kind === 'organisation') return target.id !== 'iom'
  return target.kind === 'place' || (target.kind === 'contact' && target.person !== undefined)
}

function namesIn(target: Target): readonly string[] {
  return target.kind === 'place' ? target.names : namesOf(target)
}

function shownName(target: Target): string {
  return namesIn(target)[0] ?? ''
}

const notSaid: Readonly<Record<Language, (name: string) => string>> = {
  en: (name) => `My sources do not say this of ${name}.`,
  fr: (name) => `Mes sources ne disent pas cela de ${name}.`,
  es: (name) => `Mis fuentes no dicen eso de ${name}.`,
}
