import type { Token } from '../search/tokens.ts'
import { type DateMention, type Days, single } from './date-mention.ts'

/** A year said by its distance from today, or from the year the conversation is about. */
export function relativeYear(tokens: readonly Token[], i: number, { today, talked }: Days): DateMention | undefined {
  const [a = '', b = '', c = ''] = [tokens[i]?.word, tokens[i + 1]?.word, tokens[i + 2]?.word]
  if (yearWords.has(a) && neighbourWords.has(b) && /^(?:19|20)\d\d$/.test(c))
    return asksForYear.has(tokens[i - 1]?.word ?? '')
      ? undefined
      : single(i, i + 2, { year: Number(c) + (neighbourWords.get(b) ?? 0) })
  if (yearWords.has(a) && neighbourWords.has(b))
    return single(i, i + 1, { year: (talked ?? today.year ?? 0) + (neighbourWords.get(b) ?? 0) })
  if (yearWords.has(a) && b === 'd' && (c === 'avant' || c === 'apres'))
    return single(i, i + 2, { year: (talked ?? today.year ?? 0) + (c === 'avant' ? -1 : 1) })
  const apart = yearsApart(tokens, i, { today, talked })
  if (apart) return apart
  const behind = yearWords.has(a) || a === 'an' ? relativeWordsBehind.get(b) : undefined
  if (behind !== undefined && today.year !== undefined) return single(i, i + 1, { year: today.year + behind })
  if (!yearWords.has(b)) return undefined
  const isSame = sameWords.has(a) || (a === 'cette' && c === 'la')
  if (isSame && talked !== undefined) return single(i, i + 1, { year: talked })
  const near = neighbourWords.get(a)
  if (near !== undefined) return single(i, i + 1, { year: (talked ?? today.year ?? 0) + near })
  const shift = relativeWords.get(a)
  return shift === undefined || today.year === undefined ? undefined : single(i, i + 1, { year: today.year + shift })
}

/** These count from the day of the question: "last year", "el próximo año". */
const relativeWords = new Map([
  ['this', 0],
  ['last', -1],
  ['next', 1],
  ['cette', 0],
  ['este', 0],
  ['pasado', -1],
  ['proximo', 1],
])

/** The same behind the noun: "l'an dernier", "el año pasado". */
const relativeWordsBehind = new Map([
  ['dernier', -1],
  ['derniere', -1],
  ['passe', -1],
  ['passee', -1],
  ['pasado', -1],
  ['prochain', 1],
  ['prochaine', 1],
  ['proximo', 1],
])

/** "In which year after 2010" asks for one of many. */
const asksForYear = new Set(['which', 'what', 'quelle', 'que'])

const sameWords = new Set(['that', 'same', 'meme', 'ese', 'mismo'])

/** "Two years later", "3 ans avant", "dos años después" from the year talked about; "two years ago" from today. */
function yearsApart(tokens: readonly Token[], i: number, { today, talked }: Days): DateMention | undefined {
  const count = countAt(tokens, i)
  if (count === undefined || !manyYears.has(tokens[i + 1]?.word ?? '')) return undefined
  const at = tokens[i + 2]?.word === 'plus' ? i + 3 : i + 2
  const sign = direction.get(tokens[at]?.word ?? '')
  if (sign !== undefined) return talked === undefined ? undefined : single(i, at, { year: talked + sign * count })
  if (today.year === undefined) return undefined
  const year = today.year - count
  if (tokens[i + 2]?.word === 'ago') return single(i, i + 2, { year })
  const [a, b, c] = [tokens[i - 3]?.word, tokens[i - 2]?.word, tokens[i - 1]?.word]
  return c === 'hace' || (a === 'il' && b === 'y' && c === 'a') ? single(i, i + 1, { year }) : undefined
}

function countAt(tokens: readonly Token[], i: number): number | undefined {
  const word = tokens[i]?.word ?? ''
  return smallNumbers.get(word) ?? (/^\d{1,2}$/.test(word) ? Number(word) : undefined)
}

const smallNumbers = new Map([
  ['one', 1],
  ['a', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['un', 1],
  ['deux', 2],
  ['trois', 3],
  ['dos', 2],
  ['tres', 3],
])
const manyYears = new Set(['year', 'years', 'yrs', 'an', 'ans', 'annees', 'ano', 'anos'])
const direction = new Map([
  ['later', 1],
  ['after', 1],
  ['apres', 1],
  ['tard', 1],
  ['despues', 1],
  ['earlier', -1],
  ['before', -1],
  ['avant', -1],
  ['tot', -1],
  ['antes', -1],
])

const yearWords = new Set(['year', 'yr', 'annee', 'ano'])
/** These count from the year that the conversation is about. */
const neighbourWords = new Map([
  ['previous', -1],
  ['prev', -1],
  ['before', -1],
  ['earlier', -1],
  ['precedente', -1],
  ['anterior', -1],
  ['following', 1],
  ['after', 1],
  ['later', 1],
  ['suivante', 1],
  ['siguiente', 1],
])
