import type { Language } from '../knowledge/language.ts'
import { tokenize } from '../search/tokens.ts'
import type { LanguageWords } from './language-words.ts'

const marks: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'the of and is are was who what when where which how does did for to in on with about please it this that there we us our you do can whom any have has'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le la les de des du est et qui que quoi quel quelle quels quelles quand ou où comment combien pourquoi dans pour avec sur une un au aux ce cette il elle je nous vous se sont était été a-t-il celle celui ceux courriel adresse leur leurs svp stp merci bonjour oim réunion secrétariat processus rôle'.split(
      ' ',
    ),
  ),
  es: new Set(
    'el la los las del de es y quien quién que qué cual cuál cuando cuándo donde dónde como cómo cuantos cuántos por con en un una al se fue son era hay esta este porfa gracias hola oim reunión secretaría proceso papel correo'.split(
      ' ',
    ),
  ),
}

/**
 * Counts small words and accents that give a language away; where there are none ("tema 2014"), words that only the
 * phrasings of one language have. A tie falls back on the conversation's language. Linear in the first 2,000 characters,
 * which tell enough.
 */
export function detectLanguage(message: string, fallback: Language = 'en', learnt?: LanguageWords): Language {
  // Parts of an address are words of no language.
  const text = message.slice(0, 2000).replace(/\bhttps?:\/\/[^\s)>|]+/gi, ' ')
  const tokens = tokenize(text)
  const words = tokens.map(({ written }) => written.toLowerCase())
  const score = (language: Language) => words.filter((word) => marks[language].has(word)).length
  const scores: Record<Language, number> = {
    en: score('en'),
    fr:
      score('fr') +
      (text.match(/[çœèêâûîôëïù]|(?<=\p{L})à/giu)?.length ?? 0) +
      (text.match(/\b(?:l|d|qu|c|s|j|n)['’]/giu)?.length ?? 0),
    es: score('es') + (text.match(/[ñ¿¡óáíú]/giu)?.length ?? 0) * 1.5,
  }
  if (learnt && Object.values(scores).every((count) => count === 0))
    for (const language of ['fr', 'es'] as const)
      scores[language] = tokens.filter(({ word }) => learnt[language].has(word)).length
  const best = (Object.keys(scores) as Language[]).reduce((a, b) => (scores[b] > scores[a] ? b : a), fallback)
  return scores[best] > scores[fallback] ? best : fallback
}
