import type { Language } from '../knowledge/language.ts'
import { fold, tokenize } from '../search/tokens.ts'
import { cleanMessage } from './clean-message.ts'
import type { Context } from './conversation.ts'
import { isFunctionWord } from './function-words.ts'
import type { Understanding } from './understanding.ts'

/**
 * A message about the talk itself. count: how many were listed; source: where the last answer stands; still: whether it
 * still holds; else: who or what besides; more: nothing but "and?"; again: the last question in another language.
 */
export type Aside =
  | { readonly kind: 'count' | 'source' | 'still' | 'else' | 'more' }
  | { readonly kind: 'again'; readonly language: Language }

/** Longer messages say more than that. */
const mostWords = 12
const mostCharacters = mostWords * 15

const setOf = (words: string) => new Set(words.split(' '))
/** Small words of questions that tell nothing beside the words for an aside. */
const smallWords = setOf(
  'quel quelle quels quelles quoi quand comment tu ton ta tes te toi moi cual como donde how be about favor plait',
)

/**
 * What a message says about the talk; undefined when it asks anything else. It must consist of the words for that and
 * of small words, so that a message that names something or asks for a fact is never taken for an aside.
 */
export function findAside(message: string, context: Context | undefined, tools: Understanding): Aside | undefined {
  const text = cleanMessage(message)
  // The length in characters keeps a long text from being cut into words only to count them.
  if (text.length > mostCharacters) return undefined
  const words = tokenize(text).map(({ word }) => word)
  if (words.length === 0 || words.length > mostWords) return undefined
  if (isMore(words)) return { kind: 'more' }
  if (!context) return undefined
  // What an elision leaves ("d’où", "c’est") is one letter.
  const telling = words.filter(
    (word) => !/^\p{L}$/u.test(word) && !smallWords.has(word) && !isFunctionWord(word) && !tools.lexicon.isFiller(word),
  )
  return (
    again(words, telling) ??
    (hasSource(words, telling, fold(text)) ? { kind: 'source' } : undefined) ??
    (counts(words, telling) && (context.shown ?? []).length > 1 ? { kind: 'count' } : undefined) ??
    (asksStill(words, telling, fold(text)) ? { kind: 'still' } : undefined) ??
    (asksElse(words, telling) ? { kind: 'else' } : undefined)
  )
}

const has = (words: readonly string[], set: ReadonlySet<string>) => words.some((word) => set.has(word))
const only = (words: readonly string[], ...sets: ReadonlySet<string>[]) =>
  words.every((word) => sets.some((set) => set.has(word)))

const moreWords = setOf(
  'and et y e so then alors entonces more plus mas encore go on continue continua sigue further what quoi que else autre otra cosa besides puis luego',
)
/** "Else" and the like need a question word beside them, and a question word needs them. */
const softWords = setOf('ok okay well please pls tell me dis moi dime tell us about it svp por favor bon bueno hm')
const moreAlone = setOf('and et y so then alors entonces more mas encore continue continua sigue further on puis luego')

const whatWords = setOf('what quoi que')
const otherWords = setOf('else autre mas otra')

function isMore(words: readonly string[]): boolean {
  const isWhatElse = has(words, whatWords) && has(words, otherWords)
  return only(words, moreWords, softWords) && (isWhatElse || has(words, moreAlone))
}

const languageNames: ReadonlyMap<string, Language> = new Map([
  ...['english', 'anglais', 'ingles', 'inglesa', 'anglaise'].map((word) => [word, 'en'] as const),
  ...['french', 'francais', 'francaise', 'frances', 'francesa'].map((word) => [word, 'fr'] as const),
  ...['spanish', 'espagnol', 'espagnole', 'espanol', 'espanola', 'castellano'].map((word) => [word, 'es'] as const),
])
const sayWords = setOf(
  'say repeat translate tell write put give version traduis traduire traduisez traduce traducir traduzca dis dites redis repete repetez repite repita di diga digalo dilo reponds repondez responde responda answer language langue idioma same again switch speak',
)
const isWords = setOf('is are was were be est sont etait es son era was did does do')

/** "Say that in French", "en español por favor", "and in English?"; "is it in English?" asks about the thing. */
function again(words: readonly string[], telling: readonly string[]): Aside | undefined {
  const named = words.map((word) => languageNames.get(word)).filter((language) => language !== undefined)
  const rest = telling.filter((word) => !languageNames.has(word))
  if (named.length !== 1 || !named[0] || !only(rest, sayWords) || isWords.has(words[0] ?? '')) return undefined
  return { kind: 'again', language: named[0] }
}

const sourceWords = setOf(
  'source sources fuente fuentes reference references referencia referencias citation citations cita',
)
const sayingWords = setOf(
  'say says said dit dites dice dicen written write wrote ecrit escrito stand stands come comes coming viens vient viennent provient proviennent sale salen viene vienen proviene sort tire tires tenez tiens tient sacas saca sacaste taken get got prove cite cites',
)
const whereFrom =
  /\b(?:where|from where|ou|dou|d ou|donde|who (?:says|said)|qui (?:le )?dit|quien (?:lo )?dice|how do you know|comment (?:le )?sa(?:is|vez)(?: tu| vous)?|como (?:lo )?sabes?)\b/u
const thatWords = setOf('that this it so ca cela ce eso esto you tu vous lo le info information data datos')

const knowWords = setOf('know sais savez sabe sabes')

function hasSource(words: readonly string[], telling: readonly string[], text: string): boolean {
  if (has(words, sourceWords)) return only(telling, sourceWords, sayingWords)
  return (
    whereFrom.test(text) &&
    has(words, thatWords) &&
    only(telling, sayingWords, thatWords, knowWords) &&
    (has(telling, sayingWords) || /\bhow\b|\bcomment\b|\bcomo\b/u.test(text))
  )
}

const numberWords = setOf(
  'total altogether many count number nombre numero combien cuantos cuantas sum suma somme overall all fait faire makes make add adds up them ca',
)
const howMany = setOf('many combien cuantos cuantas number nombre numero count total')

const thereWords = setOf('there hay')

function counts(words: readonly string[], telling: readonly string[]): boolean {
  const asked = has(words, howMany) && (words.includes('how') || !words.includes('many'))
  return asked && only(telling, numberWords, thereWords)
}

const stillWords = setOf(
  'still toujours encore sigue siguen todavia aun current currently actuel actuelle actual vigente valid valide valable',
)
const validWords = setOf(
  'true so case cas caso valid valide valable vigente current actuel actual siendo asi vrai cierto true hold holds up date jour dia today now aujourdhui hoy',
)

const aboutWords = setOf('that this it ce cela ca eso esto sigue siguen es est is')
const updatedWords = setOf('actualizado actualizada')

function asksStill(words: readonly string[], telling: readonly string[], text: string): boolean {
  const asked = has(words, stillWords) || /\bup to date\b|\ba jour\b|\bal dia\b|\bactualizad[oa]\b/u.test(text)
  return asked && has(words, aboutWords) && words.length > 1 && only(telling, stillWords, validWords, updatedWords)
}

const elseWords = setOf('else autre autres d mas otro otros otra otras others other')
const whoWords = setOf(
  'who whom which what anyone anybody someone somebody nobody qui quoi quel quels quelle quelles quien quienes que alguien quelquun quelqu',
)

/** "Who else?", "qui d’autre ?", "¿alguien más?" */
function asksElse(words: readonly string[], telling: readonly string[]): boolean {
  return has(words, elseWords) && has(words, whoWords) && only(telling, elseWords, whoWords)
}
