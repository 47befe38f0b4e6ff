/** A word of a text: how it was written, how it is compared, and where it stands. */
export type Token = {
  /** Folded: lower case, no accents, compatibility forms (full-width letters) made plain. */
  readonly word: string
  readonly written: string
  readonly start: number
  readonly end: number
}

/**
 * An e-mail address, or a run of letters and digits whose inner apostrophes stay ("isn’t", "l’OIM"). An address is
 * looked for only where a run of its letters begins: looking inside as well would cost the square of a long run.
 */
const wordPattern =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{N}\p{M}]+)*/gu

/** French and Spanish elisions before an apostrophe: l’, d’, qu’, jusqu’ … */
const elision = /^(?:\p{L}|qu|jusqu|lorsqu|puisqu)$/iu
/** What English puts behind an apostrophe as a word of its own: what’s, they’re … ("isn’t" stays whole). */
const englishClitic = /^(?:s|re|ll|ve|d|m)$/iu

/** The words of a text, in order. Linear in its length. */
export function tokenize(text: string): Token[] {
  const tokens = [...text.matchAll(wordPattern)].flatMap(({ 0: written, index }) =>
    written.includes('@') ? [tokenOf(written, index)] : splitApostrophes(written, index),
  )
  // A lone accent folds to nothing.
  return tokens.filter(({ word }) => word !== '')
}

/** Letters and digits without accents, and what only separates them: nothing here can be an address or an elision. */
const plainText = /^[a-z\d\s.,;:!?()"/–-]*$/i

/** The folded words of a text, in order, without where they stand. Most texts are plain and need no more than a split. */
export function wordsOf(text: string): string[] {
  if (plainText.test(text)) return text.toLowerCase().match(/[a-z\d]+/g) ?? []
  return tokenize(text).map((token) => token.word)
}

/** Lower case without accents; what looks or sounds the same compares equal. */
export function fold(text: string): string {
  // Most words are plain, and unfolding Unicode is what costs.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase().replaceAll("'", '')
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .toLowerCase()
    .replace(/['’ʼ]/g, '')
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
}

function splitApostrophes(written: string, start: number): Token[] {
  const tokens: Token[] = []
  let rest = 0
  for (const { index } of written.matchAll(/['’ʼ]/g)) {
    // Once the apostrophe belongs to the word ("isn’t"), so do those behind it.
    if (!elision.test(written.slice(rest, index)) && !englishClitic.test(written.slice(index + 1))) break
    tokens.push(tokenOf(written.slice(rest, index), start + rest))
    rest = index + 1
  }
  return [...tokens, tokenOf(written.slice(rest), start + rest)]
}

function tokenOf(written: string, start: number): Token {
  return { word: fold(written), written, start, end: start + written.length }
}
