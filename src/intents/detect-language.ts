import type { Language } from '../knowledge/language.ts'
import { commonWords } from '../search/common-words.ts'
import { type Token, tokenize } from '../search/tokens.ts'
import type { LanguageWords } from './language-words.ts'

const marks: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'the of and is are was who what when where which how does did for to in on with about please it this that there we us our you do can whom any have has'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le la les de des du en à est et qui que quoi quel quelle quels quelles quand ou où comment combien pourquoi dans pour avec sur une un au aux ce cette il elle je nous vous se sont était été a-t-il celle celui ceux courriel adresse leur leurs svp stp merci bonjour oim réunion secrétariat processus rôle rappel rappels'.split(
      ' ',
    ),
  ),
  es: new Set(
    'el la los las del de es y quien quién que qué cual cuál cuando cuándo donde dónde como cómo cuantos cuántos por con en un una al se fue son era hay esta este porfa gracias hola oim reunión secretaría proceso papel correo recordatorio recordatorios'.split(
      ' ',
    ),
  ),
}

/**
 * Counts small words and accents that give a language away, and words that only the phrasings of one language have. Where
 * French and Spanish are even ("mandato de"), their commonest words and their endings decide. A tie falls back on the
 * conversation's language. Linear in the first 2,000 characters, which tell enough.
 */
export function detectLanguage(message: string, fallback: Language = 'en', learnt?: LanguageWords): Language {
  // Parts of an address are words of no language.
  const text = message.slice(0, 2000).replace(/\bhttps?:\/\/[^\s)>|]+/gi, ' ')
  const tokens = tokenize(text)
  const scores = countMarks(text, tokens, learnt)
  const even = Math.abs(scores.fr - scores.es) < 1 && scores.fr + scores.es > 0
  const lean = even ? leanToFrench(tokens) : 0
  const leaning = scores.fr + lean >= scores.es - lean ? 'fr' : 'es'
  if (fallback === 'en') return scores[leaning] > scores.en ? leaning : 'en'
  const best = (['en', 'fr', 'es'] as const).reduce((a, b) => (scores[b] > scores[a] ? b : a), fallback)
  return even && best !== 'en' && Math.abs(lean) >= clearLean ? leaning : best
}

/** Beside a conversation in the other language, a lean must be as clear as that. */
const clearLean = 0.3

function countMarks(text: string, tokens: readonly Token[], learnt?: LanguageWords): Record<Language, number> {
  const words = tokens.map(({ word, written }) => ({ word, written: written.toLowerCase() }))
  const count = (language: Language) => words.filter(({ written }) => marks[language].has(written)).length
  const own = (language: 'fr' | 'es') =>
    words.filter(({ word, written }) => !marks[language].has(written) && learnt?.[language].has(word)).length
  const matches = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const both = matches(/é/giu)
  return {
    en: count('en'),
    fr: count('fr') + own('fr') + both + matches(/[çœèêâûîôëïù]|(?<=\p{L})à|\b(?:l|d|qu|c|s|j|n)['’]/giu),
    es: count('es') + own('es') + both + matches(/[ñ¿¡óáíú]/giu) * 1.5,
  }
}

/** From -0.45, Spanish, to 0.45, French: too little to outweigh a single mark. */
function leanToFrench(tokens: readonly Token[]): number {
  const [french, spanish] = [commonWords('french'), commonWords('spanish')]
  const total = tokens.reduce((sum, { word, written }, at) => {
    // A name inside the message.
    if (at > 0 && /^\p{Lu}/u.test(written)) return sum
    const [fr, es] = [french.get(word), spanish.get(word)]
    if (fr === undefined && es === undefined) return sum - (spanishEnding.test(written) ? 1 : 0)
    const ratio = Math.log(((es ?? unranked) + 20) / ((fr ?? unranked) + 20))
    return sum + Math.max(-2, Math.min(2, ratio))
  }, 0)
  return 0.45 * Math.tanh(total / 3)
}

const unranked = 20_000
/** Endings that French words do not have. */
const spanishEnding = /^\p{Ll}{2,}(?:[ao]s?|dor|dad|dades)$/u
