/** A number as it stands among words after {@link writeFigures}. */
export const numberPattern = '\\d{1,4}'
/** The same and the articles, which count as one. */
export const countPattern = `(?:${numberPattern}|an?|un|une|una)`

export function numberOf(said: string): number {
  return /^\d/.test(said) ? Number(said) : 1
}

const upToNineteen = [
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  '- deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
  'uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve',
]
const tens = [
  'twenty thirty forty fifty sixty seventy eighty ninety',
  'vingt trente quarante cinquante soixante',
  'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
]
const others = { veintiuno: 21, veintiun: 21, veintidos: 22, veintitres: 23, veinticuatro: 24, veinticinco: 25 }

const values = new Map<string, number>([
  ...upToNineteen.flatMap((names) => names.split(' ').map((name, at) => [name, at + 1] as const)),
  ...tens.flatMap((names) => names.split(' ').map((name, at) => [name, (at + 2) * 10] as const)),
  ...Object.entries({ ...others, veintiseis: 26, veintisiete: 27, veintiocho: 28, veintinueve: 29 }),
])

/** Writes numbers in words as figures: "twenty-one" and "vingt et un" become 21. The words keep their place in the text. */
export function writeFigures<Word extends Said>(words: readonly Word[]): Word[] {
  const written: Word[] = []
  for (let at = 0; at < words.length; ) {
    const { value, length } = numberAt(words, at)
    const [first, last] = [words[at], words[at + length - 1]]
    if (first && last) written.push(value === undefined ? first : { ...first, said: String(value), to: last.to })
    at += length
  }
  return written
}

type Said = { readonly said: string; readonly to: number }
type NumberAt = { readonly value: number | undefined; readonly length: number }

function numberAt(words: readonly Said[], at: number): NumberAt {
  const said = (ahead: number) => words[at + ahead]?.said ?? ''
  const first = values.get(said(0))
  if (first === undefined || isAnotherWord(words, at)) return { value: undefined, length: 1 }
  // "Quatre-vingt-dix" is four times twenty, and ten.
  if (said(0) === 'quatre' && /^vingts?$/.test(said(1))) return withUnits(80, 2, said)
  return withUnits(first, 1, said)
}

/** "dix-sept", "soixante-douze", "twenty one", "treinta y dos". */
function withUnits(ten: number, length: number, said: (ahead: number) => string): NumberAt {
  const joined = /^(?:et|y)$/.test(said(length)) ? 1 : 0
  const unit = /^(?:un|une|una)$/.test(said(length + joined)) ? 1 : values.get(said(length + joined))
  const isFrench = /^(?:vingts?|dix|trente|quarante|cinquante|soixante)$/.test(said(length - 1))
  const isJoined = ten >= 20 && (unit ?? 20) < (isFrench && ten >= 60 ? 20 : 10)
  const isTeen = said(length - 1) === 'dix' && joined === 0 && unit !== undefined && unit >= 7 && unit <= 9
  if (unit === undefined || !(isJoined || isTeen)) return { value: ten, length }
  const [more, reach] = [
    values.get('dix') === unit && isFrench ? withUnits(unit, length + joined + 1, said) : undefined,
    length + joined + 1,
  ]
  return more ? { value: ten + (more.value ?? 0), length: more.length } : { value: ten + unit, length: reach }
}

/** English "once" is no eleven, and "Sept 3" no seven. */
function isAnotherWord(words: readonly Said[], at: number): boolean {
  const { said } = words[at] ?? { said: '' }
  const [last, next] = [words[at - 1]?.said ?? '', words[at + 1]?.said ?? '']
  if (said === 'once') return last !== 'las' && !/^(?:minutos|horas|dias|semanas|meses)$/.test(next)
  return said === 'sept' && (/^\d/.test(last) || /^\d/.test(next))
}
