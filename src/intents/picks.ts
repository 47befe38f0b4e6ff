import { type Token, tokenize } from '../search/tokens.ts'
import { findOrdinals } from './ordinals.ts'

/** What a clause picks from a list that was shown: which entries, and the words that say so. */
export type Pick = {
  /** Places in the list, from 0 on; none when the list has no such place. */
  readonly at: readonly number[]
  readonly first: number
  readonly last: number
}

/** The list that is picked from: how long it is, and which of it was talked about last. */
type Shown = { readonly length: number; readonly current: readonly number[] }

/** Finds "the second one", "les deux premiers", "both", "el otro", "number 3" in a clause; linear in its words. */
export function findPick(text: string, shown: Shown): Pick | undefined {
  const tokens = tokenize(text)
  for (let i = 0; i < tokens.length; i++) {
    const found = pickAt(tokens, i, shown)
    if (found) return withJoined(widen(found, tokens), tokens, shown)
  }
  return numberAlone(tokens, shown)
}

const joiners = new Set(['and', 'et', 'y', 'or', 'ou', 'o'])

/** "The second and the fourth". */
function withJoined(pick: Pick, tokens: readonly Token[], shown: Shown): Pick {
  let i = pick.last + 1
  while (joiners.has(wordAt(tokens, i)) || articles.has(wordAt(tokens, i))) i++
  const next = i > pick.last + 1 && pick.at.length > 0 ? pickAt(tokens, i, shown) : undefined
  if (!next) return pick
  const rest = withJoined(widen(next, tokens), tokens, shown)
  return { at: [...new Set([...pick.at, ...rest.at])], first: pick.first, last: rest.last }
}

function pickAt(tokens: readonly Token[], i: number, shown: Shown): Pick | undefined {
  return (
    numbered(tokens, i, shown) ??
    lastButOne(tokens, i, shown) ??
    several(tokens, i, shown) ??
    all(tokens, i, shown) ??
    others(tokens, i, shown) ??
    neighbour(tokens, i, shown) ??
    ordinal(tokens, i, shown)
  )
}

const wordAt = (tokens: readonly Token[], i: number) => tokens[i]?.word ?? ''

const counts = new Map(
  [
    ['two', 'deux', 'dos'],
    ['three', 'trois', 'tres'],
    ['four', 'quatre', 'cuatro'],
    ['five', 'cinq', 'cinco'],
    ['six', 'seis'],
    ['seven', 'sept', 'siete'],
    ['eight', 'huit', 'ocho'],
  ].flatMap((words, i) => words.map((word) => [word, i + 2] as const)),
)

function countAt(tokens: readonly Token[], i: number): number | undefined {
  const word = wordAt(tokens, i)
  return /^\d{1,2}$/.test(word) ? Number(word) : counts.get(word)
}

/** Articles that come before what is picked, and what may stand behind it in its place: "the second one". */
const articles = new Set(
  'the d celui celle le la les l el los las lo of de del du des that this ese esa ce cette'.split(' '),
)
const stands = new Set('one ones of them these those entre eux elles ellos ellas option choice opcion choix'.split(' '))

const numberSigns = new Set('number no nr num numero option opcion choice choix point punto item'.split(' '))

/** "Number 3", "opción 2". */
function numbered(tokens: readonly Token[], i: number, { length }: Shown): Pick | undefined {
  const value = numberSigns.has(wordAt(tokens, i)) ? countAt(tokens, i + 1) : undefined
  return value === undefined || value < 1
    ? undefined
    : { at: value <= length ? [value - 1] : [], first: i, last: i + 1 }
}

const beforeLast = new Set(['penultimate', 'penultimo', 'penultima', 'avant-dernier', 'avant-derniere'])

/** "The last but one", "l’avant-dernier", "el penúltimo". */
function lastButOne(tokens: readonly Token[], i: number, { length }: Shown): Pick | undefined {
  const [a, b, c] = [wordAt(tokens, i), wordAt(tokens, i + 1), wordAt(tokens, i + 2)]
  const at = length > 1 ? [length - 2] : []
  if (beforeLast.has(a)) return { at, first: i, last: i }
  if (a === 'avant' && b.startsWith('dernier')) return { at, first: i, last: i + 1 }
  if (a === 'second' && b === 'last') return { at, first: i, last: i + 1 }
  return (a === 'last' && b === 'but' && c === 'one') || (a === 'second' && b === 'to' && c === 'last')
    ? { at, first: i, last: i + 2 }
    : undefined
}

/** "The first two", "les trois derniers", "las dos primeras". */
function several(tokens: readonly Token[], i: number, { length }: Shown): Pick | undefined {
  const count = countAt(tokens, i) ?? countAt(tokens, i + 1)
  const value = countAt(tokens, i) === undefined ? ordinalAt(tokens, i) : ordinalAt(tokens, i + 1)
  if (count === undefined || (value !== 1 && value !== -1)) return undefined
  const places = Array.from({ length }, (_, at) => at)
  const at = value === 1 ? places.slice(0, count) : places.slice(-count)
  return { at: count <= length ? at : [], first: i, last: i + 1 }
}

const allWords = new Set('both all ambos ambas tous toutes todos todas'.split(' '))

/** "Is that all?", "not at all". */
const noList = new Set('that at is not it this est es eso'.split(' '))

/** "Both", "all three", "les deux", "todos"; "the two of them" only of as many as there are. */
function all(tokens: readonly Token[], i: number, { length }: Shown): Pick | undefined {
  const at = Array.from({ length }, (_, place) => place)
  if (allWords.has(wordAt(tokens, i)) && !noList.has(wordAt(tokens, i - 1))) {
    const article = articles.has(wordAt(tokens, i + 1)) ? 1 : 0
    const counted = countAt(tokens, i + 1 + article) === length
    return isWholeNoun(tokens, i + (counted ? 1 + article : 0))
      ? { at, first: i, last: i + (counted ? 1 + article : 0) }
      : undefined
  }
  const isCount = countAt(tokens, i) === length && articles.has(wordAt(tokens, i - 1)) && isWholeNoun(tokens, i)
  return isCount ? { at, first: i, last: i } : undefined
}

const otherWords = new Set('other others autre autres otro otra otros otras'.split(' '))

/** "The other one": what was not talked about last, when something of the list was. */
function others(tokens: readonly Token[], i: number, { length, current }: Shown): Pick | undefined {
  if (!otherWords.has(wordAt(tokens, i)) || !articles.has(wordAt(tokens, i - 1)) || current.length === 0)
    return undefined
  if (!isWholeNoun(tokens, i)) return undefined
  const at = Array.from({ length }, (_, place) => place).filter((place) => !current.includes(place))
  return { at, first: i, last: i }
}

const steps = new Map([
  ...['next', 'following', 'after', 'suivant', 'suivante', 'siguiente', 'apres'].map((word) => [word, 1] as const),
  ...['previous', 'preceding', 'before', 'precedent', 'precedente', 'anterior', 'avant'].map(
    (word) => [word, -1] as const,
  ),
])

/** "The next one", "la précédente", "the one before": counted from the one that was talked about last. */
function neighbour(tokens: readonly Token[], i: number, { length, current }: Shown): Pick | undefined {
  const step = steps.get(wordAt(tokens, i))
  const [from] = current
  if (step === undefined || from === undefined || current.length > 1 || !isWholeNoun(tokens, i)) return undefined
  if (!articles.has(wordAt(tokens, i - 1)) && !stands.has(wordAt(tokens, i - 1))) return undefined
  const place = from + step
  return { at: place >= 0 && place < length ? [place] : [], first: i, last: i }
}

/** "The second one", "la troisième"; "the latest" is about time, not about the list. */
function ordinal(tokens: readonly Token[], i: number, { length }: Shown): Pick | undefined {
  const value = ordinalAt(tokens, i)
  if (value === undefined || !isWholeNoun(tokens, i)) return undefined
  if (!articles.has(wordAt(tokens, i - 1)) && !stands.has(wordAt(tokens, i + 1)) && tokens.length > 2) return undefined
  const place = value === -1 ? length - 1 : value - 1
  return { at: place < length ? [place] : [], first: i, last: i }
}

function ordinalAt(tokens: readonly Token[], i: number): number | undefined {
  const token = tokens[i]
  if (!token || timeWords.has(token.word)) return undefined
  // Plural forms are no ordinals elsewhere: "les deux premières".
  const [found] = findOrdinals([token, { ...token, word: token.word.replace(/s$/, '') }])
  return found?.value
}

const timeWords = new Set('latest newest recent'.split(' '))

/** Nothing follows that could be the noun: "the second workshop" need not be one of the list. */
function isWholeNoun(tokens: readonly Token[], i: number): boolean {
  const next = wordAt(tokens, i + 1)
  // More than a blank between them: a comma or the like.
  if ((tokens[i + 1]?.start ?? 0) - (tokens[i]?.end ?? 0) > 1) return true
  return next === '' || stands.has(next) || followers.has(next) || /['’]s$/u.test(tokens[i]?.written ?? '')
}

/** Small words that begin something new behind what was picked. */
const followers = new Set(
  'and et y or ou o s is are was were be does did do has have in on at for with by from and also too then please take happen held est sont etait ont a eu se es son fue fueron tuvo en con para por y et aussi tambien svp stp porfa'.split(
    ' ',
  ),
)

/** A number and nothing else: "2", "3 please", "2)". */
function numberAlone(tokens: readonly Token[], { length }: Shown): Pick | undefined {
  const [only, more] = tokens.filter(({ word }) => !polite.has(word) && !articles.has(word))
  if (!only || more || !/^[1-9]\d?$/.test(only.word)) return undefined
  const i = tokens.indexOf(only)
  return { at: Number(only.word) <= length ? [Number(only.word) - 1] : [], first: i, last: i }
}

const polite = new Set('please pls svp stp porfavor porfa and et y ok then alors entonces'.split(' '))

/** The article before and "one" behind belong to it. */
function widen({ at, first, last }: Pick, tokens: readonly Token[]): Pick {
  let [from, to] = [first, last]
  while (articles.has(wordAt(tokens, from - 1)) || (from > 0 && wordAt(tokens, from - 1) === 'one')) from--
  while (stands.has(wordAt(tokens, to + 1))) to++
  return { at, first: from, last: to }
}
