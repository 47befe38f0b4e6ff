import { fold } from '../search/tokens.ts'

/**
 * Writes years and days that were dictated as figures: "twenty sixteen" → 2016, "nineteenth of September" → 19th of
 * September, "deux mille dix-sept" → 2017, "dos mil diecisiete" → 2017. What is not wholly understood stays as it is.
 */
export function writeNumbers(text: string): string {
  return text
    .replace(englishYear, (_, century: string, rest: string) =>
      String((century.toLowerCase() === 'twenty' ? 2000 : 1900) + numberFrom(rest)),
    )
    .replace(thousandYear, (_, rest: string | undefined) => String(2000 + (rest ? numberFrom(rest) : 0)))
    .replace(ordinalDay, (word) => {
      const day = ordinals.indexOf(word.toLowerCase().replace(' ', '-')) + 1
      return day > 0 ? `${day}th` : word
    })
}

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const french =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt vingt-et-un vingt-deux vingt-trois vingt-quatre vingt-cinq vingt-six vingt-sept vingt-huit vingt-neuf'.split(
    ' ',
  )
const spanish =
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve'.split(
    ' ',
  )
const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'.split(
    ' ',
  )
const months = 'january february march april may june july august september october november december'.split(' ')

const anyOf = (words: readonly string[]) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll('-', '[ -]'))
    .join('|')
const inTens = `(?:${anyOf(tens)})(?:[ -](?:${anyOf(units.slice(1, 10))}))?`
/** Behind a century: "sixteen", "oh five", "twenty one". */
const inCentury = `(?:${anyOf(units.slice(10))})|oh (?:${anyOf(units.slice(1, 10))})|${inTens}`
/** Behind a thousand, in three languages, with and without accents. */
const inThousand = `${anyOf([...units.slice(1), ...[...french, ...spanish].flatMap((word) => [word, fold(word)])])}|${inTens}`

const englishYear = new RegExp(`\\b(twenty|nineteen) (${inCentury})\\b`, 'gi')
/** A bare thousand counts something ("two thousand migrants") unless a word for a time stands before it, or nothing follows. */
const thousandYear = new RegExp(
  `\\b(?:(?:two thousand(?: and)?|deux mille|dos mil) (${inThousand})(?![\\p{L}])|(?<=(?:year|in|since|by|an|en|año) )(?:two thousand|deux mille|dos mil)\\b|(?:two thousand|deux mille|dos mil)(?=\\s*(?:[?.!,;:]|$)))`,
  'giu',
)
/** Only before a month: "the first of May", not "the first workshop". */
const ordinalDay = new RegExp(
  `\\b(?:(?:twenty|thirty)[ -])?(?:${ordinals.filter((word) => !word.includes('-')).join('|')})(?= (?:of )?(?:${months.join('|')})\\b)`,
  'gi',
)

function numberFrom(words: string): number {
  const folded = fold(words)
  const whole = values.get(folded.replace(/^oh /, '').replaceAll(' ', '-'))
  if (whole !== undefined) return whole
  return folded.split(/[ -]/).reduce((sum, word) => sum + (values.get(word) ?? 0), 0)
}

const values = new Map([
  ...[units, french, spanish].flatMap((words) => words.map((word, value) => [fold(word), value] as const)),
  ...tens.map((word, i) => [word, (i + 2) * 10] as const),
])
