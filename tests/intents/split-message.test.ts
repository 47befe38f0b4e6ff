import { describe, expect, test } from 'vitest'
import { createLexicon } from '../../src/intents/lexicon.ts'
import { type NameSpans, splitMessage } from '../../src/intents/split-message.ts'
import { aGroup } from './small-knowledge.ts'

const lexicon = createLexicon([
  aGroup('email', ['mail', 'contact'], 'asks'),
  aGroup('theme', ['theme'], 'asks'),
  aGroup('where', ['place', 'venue'], 'asks'),
  aGroup('secretariat', ['secretariat'], 'asks'),
  aGroup('process', ['processes']),
])

const titles = ['Trade, Health and Migration', 'Migrants and Cities: New Partnerships', 'Asia and the Pacific']
const kinds = new Map([
  ...titles.map((title) => [title, 'publication'] as const),
  ...['secretariat support', 'observer'].map((role) => [role, 'role'] as const),
  ...['UNHCR', 'IOM'].map((name) => [name, 'organisation'] as const),
])
const names: NameSpans = (text) =>
  [...kinds].flatMap(([name, kind]) => {
    const start = text.indexOf(name)
    return start < 0 ? [] : [{ start, end: start + name.length, kind }]
  })

const split = (message: string) => splitMessage(message, lexicon, names).map((clause) => clause.text)

const messages: readonly (readonly [message: string, clauses: readonly string[], reason: string])[] = [
  ['Who hosts the IGC?', ['Who hosts the IGC?'], 'one question'],
  ['Who hosted it? Who paid?', ['Who hosted it?', 'Who paid?'], 'two sentences'],
  ['who hosted, who paid', ['who hosted', 'who paid'], 'a comma between two questions'],
  ['who hosted and where was it', ['who hosted', 'where was it'], '"and" between two questions'],
  ['qui a payé et où était-ce', ['qui a payé', 'où était-ce'], 'French'],
  ['¿quién pagó y dónde fue?', ['¿quién pagó', 'dónde fue?'], 'Spanish'],
  ['theme and place of X', ['theme', 'place of X'], 'words that ask by themselves'],
  ['role in Asia and Africa', ['role in Asia and Africa'], '"and" between names asks nothing'],
  ['Hello, who hosts it?', ['Hello, who hosts it?'], 'what asks nothing stays with the question'],
  ['Thank you. Who hosts it?', ['Thank you.', 'Who hosts it?'], 'sentences stay apart all the same'],
  ['who hosts it\nwho pays', ['who hosts it', 'who pays'], 'lines'],
  ['what about Asia;where was it', ['what about Asia', 'where was it'], 'a semicolon'],
  ['which is observer and secretariat support', ['which is observer and secretariat support'], 'a role is a condition'],
  ['who is observer, not secretariat support', ['who is observer, not secretariat support'], 'a role ruled out'],
  ['secretariat support, which processes', ['secretariat support, which processes'], 'half a question'],
  ['where do IOM and UNHCR run the secretariat', ['where do IOM and UNHCR run the secretariat'], 'two partners'],
  [
    'who is observer, and where is the secretariat',
    ['who is observer', 'and where is the secretariat'],
    'no mere role',
  ],
  ['who wrote it & who paid', ['who wrote it', 'who paid'], 'an ampersand'],
  [
    'where was Trade, Health and Migration, and who paid',
    ['where was Trade, Health and Migration', 'and who paid'],
    'a title with a comma and "and" is one name',
  ],
  [
    'theme Migrants and Cities: New Partnerships',
    ['theme Migrants and Cities: New Partnerships'],
    'a title with a colon is one name',
  ],
  ['who in Asia and the Pacific', ['who in Asia and the Pacific'], 'a region with "and" is one name'],
  ['What did the U.S. Government do?', ['What did the U.S. Government do?'], 'an abbreviation ends no sentence'],
  ['What is A/71/L.58 about?', ['What is A/71/L.58 about?'], 'a symbol with a dot'],
  ['growth of 3.5 percent?', ['growth of 3.5 percent?'], 'a number with a dot'],
  ['is mfa@mfasia.org right?', ['is mfa@mfasia.org right?'], 'an address'],
  ['Who?Where?', ['Who?', 'Where?'], 'no blank behind a question mark'],
  ['…', [], 'signs only'],
  ['', [], 'nothing'],
]

describe('splitMessage', () => {
  test.each(messages)('splits %j into %j (%s)', (message, clauses) => {
    expect(split(message)).toEqual(clauses)
  })

  test.each([
    ['who hosts it', true, 'a question word'],
    ['mail', true, 'a word that asks'],
    ['Asia?', true, 'a question mark'],
    ['où est-ce', true, 'a French question word with its accent'],
    ['Asie ou Afrique', false, '"ou" is "or"'],
    ['Bali Process', false, 'a name'],
  ])('tells of "%s" that it asks: %s (%s)', (message, asks) => {
    expect(splitMessage(message, lexicon, names).map((clause) => clause.asks)).toEqual([asks])
  })

  test('reads at most 60 sentences', () => {
    expect(split('Who pays? '.repeat(500))).toHaveLength(60)
  })

  test('loses no word of what it reads', () => {
    const message = 'Hello, who hosts it and what is the theme, please; also the venue?'
    const words = (text: string) => (text.match(/\p{L}+/gu) ?? []).filter((word) => !['and', 'also'].includes(word))
    expect(words(split(message).join(' '))).toEqual(words(message))
  })
})
