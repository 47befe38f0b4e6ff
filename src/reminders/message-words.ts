import { writeFigures } from './number-names.ts'

/** A word of a message, without accents and in lower case, and where it stands in the text. */
export type Word = { readonly said: string; readonly from: number; readonly to: number }

/** The message on one line of words, in which all patterns look; what stands where is kept. */
export type Message = { readonly text: string; readonly words: readonly Word[] }

/** Mentions, dates and times in figures stay whole; apostrophes, hyphens and quotes only part words. */
const wordPattern =
  /<[#@!][^>]{0,80}>|<at>[^<]{0,80}<\/at>|#[\p{L}\p{N}_][\p{L}\p{N}_-]{0,80}|\d{1,4}(?:[./]\d{1,4}){2}|\d{4}-\d{2}-\d{2}|\d+(?:[:.,]\d+)?|\b[ap]\.\s?m\b\.?|\p{L}[\p{L}\p{M}]*|[^\s'’‘"“”«»*_`~-]/giu

export function readWords(message: string): Message {
  const text = message.normalize('NFC').replace(/\p{Cf}/gu, '')
  const words = [...text.matchAll(wordPattern)].map(({ 0: word, index }) => ({
    said: foldWord(word),
    from: index,
    to: index + word.length,
  }))
  return { text, words: writeFigures(words) }
}

/** The words as they were written, without quotes, and without what has been cut from between them. */
export function writtenAs({ text, words }: Message): string {
  const written = words.map(({ from, to }, at) => {
    const gap = text.slice(words[at - 1]?.to ?? from, from)
    return `${/[\p{L}\p{N}]/u.test(gap) ? ' ' : gap}${text.slice(from, to)}`
  })
  return written.join('').replace(/[«»“”"]/g, '')
}

/** The words with a space before, between and behind them, as patterns expect them. */
export function lineOf({ words }: Message): string {
  return words.length > 0 ? ` ${words.map(({ said }) => said).join(' ')} ` : ' '
}

export type Cut = { readonly before: Message; readonly match: RegExpExecArray; readonly after: Message }

/**
 * Parts the message where a pattern matches. The pattern begins with the space before its first word, and ends with a
 * word, looking ahead to the space behind it.
 */
export function cut(message: Message, pattern: RegExp): Cut | undefined {
  const line = lineOf(message)
  const match = pattern.exec(line)
  if (!match) return undefined
  const begin = wordsIn(line.slice(0, match.index))
  const end = begin + wordsIn(match[0])
  return { before: part(message, 0, begin), match, after: part(message, end) }
}

function part({ text, words }: Message, from: number, to?: number): Message {
  return { text, words: words.slice(from, to) }
}

/** Each word but a mention has one space before it. */
function wordsIn(line: string): number {
  return line.trim() === '' ? 0 : line.trim().split(' ').length
}

function foldWord(word: string): string {
  if (/^[ap]\./i.test(word)) return `${word[0]?.toLowerCase()}m`
  if (word.startsWith('<')) return word.replace(/\s+/g, '_')
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
