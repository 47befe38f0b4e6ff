import { describe, expect, test } from 'vitest'
import { fold, tokenize, wordsOf } from '../../src/search/tokens.ts'

const texts: readonly (readonly [text: string, words: readonly string[], reason: string])[] = [
  ['', [], 'nothing'],
  ['?! – …', [], 'punctuation alone'],
  ['Who runs the Bali Process?', ['who', 'runs', 'the', 'bali', 'process'], 'case and punctuation do not count'],
  ['Asia-EU dialogue', ['asia', 'eu', 'dialogue'], 'a hyphen ends a word'],
  ['5+5 Dialogue', ['5', '5', 'dialogue'], 'digits are words'],
  ['A/71/L.58', ['a', '71', 'l', '58'], 'the number of a document'],
  ['l’OIM', ['l', 'oim'], 'French elision'],
  ["qu'est-ce que l'IDM", ['qu', 'est', 'ce', 'que', 'l', 'idm'], 'elisions with a typewriter apostrophe'],
  ['jusqu’au', ['jusqu', 'au'], 'a longer elision'],
  ['what’s IOM’s role', ['what', 's', 'iom', 's', 'role'], 'an English clitic is a word of its own'],
  ['isn’t', ['isnt'], 'a negation stays whole'],
  ["d'l'don't", ['d', 'l', 'dont'], 'elisions one after another, then a word that keeps its apostrophe'],
  ['réunion à Genève', ['reunion', 'a', 'geneve'], 'accents do not count'],
  ['Re\u0301union', ['reunion'], 'nor when the accent is a letter of its own'],
  ['ＩＯＭ', ['iom'], 'full-width letters are plain'],
  ['Cœur straße', ['coeur', 'strasse'], 'ligatures are spelt out'],
  ['mi\u00adgra\u200btion', ['mi', 'gra', 'tion'], 'an invisible character ends a word'],
  ['Write to MBusatti@iom.int.', ['write', 'to', 'mbusatti@iom.int'], 'an address is one word, without the full stop'],
  ['mamadou_goita@yahoo.fr', ['mamadou_goita@yahoo.fr'], 'an underscore belongs to the address'],
  ['a@b', ['a', 'b'], 'no address without a dot behind the @'],
  ['\u0301', [], 'a lone accent is no word'],
  ['миграция 移民', ['миграция', '移民'], 'other scripts'],
]

const folded = [
  ['Çà', 'ca', 'capital with a cedilla'],
  ['İstanbul', 'istanbul', 'Turkish capital'],
  ['ŒUVRE', 'oeuvre', 'capital ligature'],
  ["O'Neill", 'oneill', 'plain apostrophe'],
  ['O’Neill', 'oneill', 'curly apostrophe'],
  ['e\u200dmail', 'email', 'zero-width joiner'],
] as const

describe('tokenize', () => {
  test.each(texts)('of "%s" gives %j (%s)', (text, words) => {
    expect(tokenize(text).map((token) => token.word)).toEqual(words)
  })

  test.each(texts)('of "%s" says where each word stands', (text) => {
    for (const { written, start, end } of tokenize(text)) expect(text.slice(start, end)).toBe(written)
  })

  // Looking for an address at every letter would take minutes here, one call for each apostrophe overflow the stack.
  test.each([
    ['dots', '.', 0],
    ['letters and dots', 'a.', 200_000],
    ['letters and at signs', 'a@', 200_000],
    ['an address without end', 'a@b-', 400_000],
    ['apostrophes', "l'", 200_000],
  ])('copes with 200,000 %s', (_, part, words) => {
    expect(tokenize(part.repeat(200_000))).toHaveLength(words)
  })
})

describe('fold', () => {
  test.each(folded)('makes %s %s (%s)', (text, expected) => {
    expect(fold(text)).toBe(expected)
  })

  test('changes nothing the second time', () => {
    for (const [text] of [...folded, ...texts]) expect(fold(fold(text))).toBe(fold(text))
  })
})

describe('wordsOf', () => {
  test.each([
    'Who runs it, and where (2014)?',
    'l’OIM à Genève',
    'A/71/L.58',
    'mail a.b@c.org',
    'co-ordinated',
    '5+5',
    '',
  ])('gives the words that tokenize finds in "%s"', (text) => {
    expect(wordsOf(text)).toEqual(tokenize(text).map(({ word }) => word))
  })
})
