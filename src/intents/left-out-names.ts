import type { Entry } from '../knowledge/knowledge.ts'
import type { Token } from '../search/tokens.ts'
import type { Mention } from './find-mentions.ts'

/** Names that a question leaves out ("apart from Bali"), with the words that say so. */
export type LeftOut = { readonly first: number; readonly last: number; readonly names: readonly Mention[] }

/** Finds what is left out by "apart from", "besides", "other than", "à part", "aparte de" … directly before its names. */
export function findLeftOut(tokens: readonly Token[], named: readonly Mention[]): LeftOut[] {
  const nameable = named.filter(({ targets }) => targets.some((target) => isListed(target.kind)))
  return tokens.flatMap((_, first) => {
    const opener = openerAt(tokens, first)
    if (opener === 0) return []
    const names = namesInRow(tokens, first + opener, nameable)
    const last = names.at(-1)?.last
    return last === undefined ? [] : [{ first, last, names }]
  })
}

/** The entries behind the names, and the series or place of those that are meant by it. */
export function leftOutEntries(leftOut: readonly LeftOut[]): Entry[] {
  const targets = leftOut.flatMap(({ names }) => names.flatMap((mention) => mention.targets))
  return [...new Set(targets.filter((target): target is Entry => target.kind !== 'place'))]
}

/** What lists consist of. */
function isListed(kind: string): boolean {
  return kind === 'process' || kind === 'event' || kind === 'dialogue' || kind === 'publication'
}

/** Folded words; the longest that fits wins. */
const openers = [
  ...['apart from', 'aside from', 'other than', 'except for', 'except', 'excepting', 'excluding', 'besides', 'beyond'],
  ...['all but', 'not counting', 'leaving out', 'leave out', 'without counting', 'in addition to', 'as well as in'],
  ...['a part', 'mis a part', 'hormis', 'excepte', 'sauf', 'outre', 'en dehors', 'autre que', 'autres que', 'en plus'],
  ...['sans compter', 'au dela'],
  ...['aparte', 'ademas', 'excepto', 'salvo', 'fuera', 'que no sea', 'que no sean', 'distinto', 'distintos', 'menos'],
  ...['sin contar', 'exceptuando', 'excluyendo'],
].map((phrase) => phrase.split(' '))

/** The number of words of the longest opener at a place. */
function openerAt(tokens: readonly Token[], at: number): number {
  const fitting = openers.filter((words) => words.every((word, i) => tokens[at + i]?.word === word))
  return Math.max(0, ...fitting.map((words) => words.length))
}

const articles = new Set(
  'the le la les l el los las de du des del d process processes processus proceso procesos'.split(' '),
)
const links = new Set(['and', 'or', 'et', 'ou', 'y', 'e', 'o', 'u'])

/** The names that follow one another with nothing but articles and "and" between them. */
function namesInRow(tokens: readonly Token[], from: number, named: readonly Mention[]): Mention[] {
  const row: Mention[] = []
  let at = from
  for (;;) {
    while (articles.has(tokens[at]?.word ?? '') || (row.length > 0 && links.has(tokens[at]?.word ?? ''))) {
      if (named.some(({ first }) => first === at)) break
      at++
    }
    const next = named.find(({ first }) => first === at)
    if (!next) return row
    row.push(next)
    at = next.last + 1
  }
}
