import { writeNumbers } from './spoken-numbers.ts'

/** Longer messages are cut: nobody asks a question in more, and reading must stay fast. */
const maxLength = 2_500

const namedEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/**
 * A message without what chat platforms put around it: mentions, channel links, tags, HTML entities, invisible
 * characters. Linear in the length of the message, of which at most 2,500 characters are read.
 */
export function cleanMessage(message: string): string {
  return writeNumbers(
    joinSpelledLetters(
      decodeEntities(message.slice(0, maxLength))
        .normalize('NFKC')
        // Zero-width and direction marks hide inside words; control characters end up as spaces.
        .replace(/\p{Cf}/gu, '')
        .replace(/[\p{Cc}--\n]/gv, ' ')
        .replace(/<at>[^<]{0,80}<\/at>/gi, ' ')
        .replace(/<[@#!][^>]{0,80}>/g, ' ')
        .replace(/<(?:https?|mailto):([^|>]{1,500})(?:\|([^>]{0,200}))?>/g, ' $1 ')
        .replace(/<\/?[a-z][^<>]{0,300}>/gi, ' ')
        .replace(/(^|[\s(])@[\w-]{1,40}/g, '$1')
        .replace(/^[>\s]+/gm, '')
        .replace(/^\s*\/focal\b/i, ' ')
        .replace(/(?<=^|\s):[a-z0-9_+-]{2,40}:/g, ' ')
        .replace(/(?<![\p{L}\p{N}])[*~`_]{1,3}(?=\S)|(?<=\S)[*~`_]{1,3}(?![\p{L}\p{N}])/gu, ' '),
    ),
  ).trim()
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name) return namedEntities[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
  })
}

/** Dictation writes "I O M" for IOM. */
function joinSpelledLetters(text: string): string {
  const join = (letters: string) => letters.replaceAll(' ', '').toUpperCase()
  return text
    .replace(/(?<![\p{L}\p{N}'’.])\p{Lu}(?: \p{Lu}){1,6}(?![\p{L}\p{N}'’.])/gu, join)
    .replace(/(?<![\p{L}\p{N}'’.])\p{Ll}(?: \p{Ll}){2,7}(?![\p{L}\p{N}'’.])/gu, join)
}
