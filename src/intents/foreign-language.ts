import { languages } from '../knowledge/language.ts'
import { commonWords } from '../search/common-words.ts'
import { wordListOf } from '../search/real-words.ts'
import type { Speller } from '../search/spelling.ts'
import { fold, type Token, tokenize } from '../search/tokens.ts'
import { cleanMessage } from './clean-message.ts'
import { isFunctionWord } from './function-words.ts'
import type { Understanding } from './understanding.ts'

/** What tells whether a word is one of ours. */
type Tools = Pick<Understanding, 'speller' | 'passages'>

/** Languages in Latin letters that are not read, as far as there are lists of their words. */
const foreignLanguages =
  'afrikaans albanian catalan czech danish dutch estonian finnish german hungarian indonesian italian latvian lithuanian norwegian polish portuguese romanian serbian slovak slovenian swedish turkish vietnamese'.split(
    ' ',
  )
const ourLanguages = Object.values(wordListOf)

/** More words than these do not make it clearer. */
const maxWords = 60
/** Of another language only the words that are met all the time are looked at; rarer ones are names and loans. */
const foreignCount = 2000
/** The rank that a word without one is given. */
const unranked = 4000
/** What a small word counts as, at most: it is one of ours however rare it is in the list. */
const functionWordRank = 30
/** By how much another language must explain a message better, in natural logarithms of ranks. */
const clearlyBetter = 4
/** One word may be a name or a slip; so many must each speak for the other language by so much. */
const fewestTelling = 2
const tellingGain = 1
/** Beyond this rank, it is no sign against a language that it does not have one of our words. */
const rareRank = 300
/** What gives another language away is worth so much, whether or not it is in the list of the language. */
const markWorth = 4

/**
 * Whether a message is in a language other than English, French and Spanish. Says no where in doubt: words of the
 * knowledge, names and mixtures of the three count as ours. Linear in the length of the message.
 */
export function isForeign(message: string, tools: Tools): boolean {
  const text = cleanMessage(message)
  const tokens = tokenize(text.replace(/https?:\S+/g, ' ')).filter(({ word }) => !/\d|@/.test(word))
  const spellers = languages.map((language) => tools.speller.reading(language))
  const words = tokens.slice(0, maxWords).map((token) => readWord(token, tools, spellers))
  if (isInOtherLetters(words)) return true
  if (!words.some(({ unknown }) => unknown)) return false
  return isUnlikeOurs(words) || foreignLanguages.some((language) => isBetter(words, language))
}

/** A word with its best rank in our languages. Known: the knowledge has it. Unknown: nobody we know has it. */
type Word = {
  readonly word: string
  readonly written: string
  readonly rank: number
  readonly known: boolean
  readonly unknown: boolean
  /** Unknown and no slip either. */
  readonly strange: boolean
}

function readWord({ word, written }: Token, { speller, passages }: Tools, spellers: readonly Speller[]): Word {
  const isSmall = isFunctionWord(word) || word.length === 1
  const ranks = ourLanguages.map((language) => commonWords(language).get(word) ?? unranked)
  const known = speller.knows(word) || passages.knows(word)
  const unknown = !known && !isSmall && spellers.every((own) => !own.isWord(word))
  return {
    word,
    written,
    rank: Math.min(...ranks, isSmall ? functionWordRank : unranked),
    known,
    unknown,
    strange: unknown && spellers.every((own) => own.correct(word) === undefined),
  }
}

/** Whether a language explains the words clearly better than ours do, each word by the one of ours that does it best. */
function isBetter(words: readonly Word[], language: string): boolean {
  const ranks = commonWords(language, foreignCount)
  const gains = words.map((word) => gainOf(word, ranks.get(word.word)))
  const telling = gains.filter((gain) => gain >= tellingGain).length
  return telling >= fewestTelling && gains.reduce((sum, gain) => sum + gain, 0) >= clearlyBetter
}

function gainOf({ written, rank, known, unknown }: Word, theirs: number | undefined): number {
  const mark = isMark(written, unknown) ? markWorth : 0
  if (theirs === undefined) return mark + Math.min(surprise(rank) - surprise(rareRank), 0)
  // What the knowledge has is ours, even if it is written in that language.
  const gain = surprise(rank) - surprise(theirs)
  return mark + (known && rank === unranked ? Math.min(gain, 0) : gain)
}

function surprise(rank: number): number {
  return Math.log(rank + 10)
}

/** A small letter or a word that none of our languages has; names keep their letters, and are written with a capital. */
function isMark(written: string, unknown: boolean): boolean {
  const word = written.toLowerCase()
  return smallWords.has(word) || (unknown && (foreignLetter.test(written) || topicWords.has(fold(word))))
}

const foreignLetter = /^\p{Ll}*[ãõåøäößłąęśćżźńčřšžěůőűğşıțșăāēīūđħėų]/u

/** Words that English, French and Spanish have not with this accent. */
const smallWords = new Set(['é', 'è', 'ò', 'és'])

/** What people ask about here, as neighbours of our languages write it: near enough to ours to be taken for slips. */
const topicWords = new Set(
  `processo processos processi prozess prozesse prozesses prozessen processen prosess prosessen procesu procesie procesul
  procesului prosessi prosessin sekretariat sekretariats sekretariatet segretariato secretariado secretariaat
  secretariatul sekretariatin sekretaryasi migracao migrazione migratie migracji migrace migracija
  dialog reuniao riunione treffen vergadering consultazione consultacao raadpleging`.split(/\s+/),
)

/** Most words are none of ours and no slips of ours either: a language without a list, as Swahili. Three may be noise. */
function isUnlikeOurs(words: readonly Word[]): boolean {
  const different = new Map(words.map((word) => [word.word, word]))
  const strange = [...different.values()].filter((word) => word.strange && /[aeiouy]/.test(word.word)).length
  return different.size >= 4 && strange >= 3 && strange * 2 >= different.size
}

/** Most letters are not Latin, in words that the knowledge does not have. */
function isInOtherLetters(words: readonly Word[]): boolean {
  const other = words.filter(({ word, unknown }) => unknown && otherLetters.test(word))
  return other.length > 0 && other.length * 2 >= words.length
}

const otherLetters = /(?!\p{Script=Latin})\p{L}/u
