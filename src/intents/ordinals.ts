import type { Token } from '../search/tokens.ts'

/** A place in a series: 1 for the first, 2 for the second …; -1 for the last or latest. */
export type OrdinalMention = { readonly at: number; readonly value: number }

const words: readonly (readonly [number, string])[] = [
  [1, 'first 1st premier premiere 1er 1ere primero primera primer'],
  [2, 'second 2nd 2d deuxieme seconde 2e 2eme segundo segunda'],
  [3, 'third 3rd troisieme 3e 3eme tercero tercera tercer'],
  [4, 'fourth 4th quatrieme 4e cuarto cuarta'],
  [5, 'fifth 5th cinquieme 5e quinto quinta'],
  [6, 'sixth 6th sixieme sexto sexta'],
  [7, 'seventh 7th septieme septimo septima'],
  [8, 'eighth 8th huitieme octavo octava'],
  [9, 'ninth 9th neuvieme noveno novena'],
  [-1, 'last latest newest dernier derniere derniers ultimo ultima recent'],
]
const values = new Map(words.flatMap(([value, list]) => list.split(' ').map((word) => [word, value] as const)))

/** The words for ordinals in the three languages, folded; what a speller must know. */
export const ordinalWords: readonly string[] = [...values.keys()]

/** Finds "second", "2nd", "dernière" …; a number that belongs to a date is left to the dates. */
export function findOrdinals(tokens: readonly Token[]): OrdinalMention[] {
  return tokens.flatMap((token, at) => {
    const value = values.get(token.word)
    return value === undefined ? [] : [{ at, value }]
  })
}

/** The place in a series that a folded word stands for, if it does. */
export function ordinalValue(word: string): number | undefined {
  return values.get(word)
}
