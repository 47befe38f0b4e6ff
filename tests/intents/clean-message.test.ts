import { describe, expect, test } from 'vitest'
import { cleanMessage } from '../../src/intents/clean-message.ts'
import { pick, seededRandom } from '../search/seeded-random.ts'

const messages = [
  ['<@U024BE7LH> who hosts the IGC?', 'who hosts the IGC?', 'a Slack mention'],
  ['<at>Focal Point</at> who hosts the IGC?', 'who hosts the IGC?', 'a Teams mention'],
  ['@focal-point who hosts the IGC?', 'who hosts the IGC?', 'a mention as typed'],
  ['<!here> who hosts it?', 'who hosts it?', 'a Slack broadcast'],
  ['/focal who hosts it?', 'who hosts it?', 'a slash command'],
  ['/FOCAL role igc', 'role igc', 'a slash command in capitals'],
  ['<p>role&nbsp;igc</p>', 'role igc', 'Teams HTML'],
  ['<div class="a">role <b>igc</b></div>', 'role igc', 'tags inside the text'],
  ['*role* _igc_ ~now~ `please`', 'role igc now please', 'Slack emphasis'],
  ['> quoted line\nrole igc', 'quoted line\nrole igc', 'a quotation'],
  ['role igc :wave: :+1:', 'role igc', 'emoji names'],
  ['see <https://example.org/a|the page>', 'see //example.org/a', 'a Slack link with a label'],
  ['see <https://example.org/a>', 'see //example.org/a', 'a Slack link without'],
  ['<mailto:mfa@mfasia.org|mfa@mfasia.org>', 'mfa@mfasia.org', 'a Slack address'],
  ['mfa@mfasia.org', 'mfa@mfasia.org', 'an address is no mention'],
  ['asylum &amp; visas', 'asylum & visas', 'a named entity'],
  ['&#8217;&#x2019;', '’’', 'entities by number'],
  ['&bogus; &#1;', '&bogus;', 'an unknown entity stays, a control character goes'],
  ['Bu\u200bda\u200dpest', 'Budapest', 'zero-width characters inside a word'],
  ['\u202aRabat\u202c', 'Rabat', 'direction marks'],
  ['Ra\u00adbat', 'Rabat', 'a soft hyphen'],
  ['role\u0007igc', 'role igc', 'a control character'],
  ['ＩＯＭ role', 'IOM role', 'full-width letters'],
  ['what is the I O M', 'what is the IOM', 'dictated capitals'],
  ['i o m role', 'IOM role', 'dictated small letters'],
  ['plan A B', 'plan AB', 'two capitals are joined as well'],
  ['c’est à y voir', 'c’est à y voir', 'French one-letter words stay'],
  ['twenty seventeen', '2017', 'spoken years are written'],
  ['5 * 5 + 5+5', '5 * 5 + 5+5', 'signs between numbers stay'],
  ['snake_case and A/71/L.58', 'snake_case and A/71/L.58', 'signs inside words stay'],
  ['  ', '', 'blanks'],
  ['', '', 'nothing'],
] as const

/** What chat platforms and people put into messages, mixed at random. */
const pieces = [
  ...['<', '>', '</', '<@', '<at>', '</at>', '<!', '<https://', '<mailto:', '|', '&', '&#', '&#x', '&amp;', ';', '@'],
  ...[':', '*', '_', '`', '~', '\n', '\r', '\t', '\0', '\u200b', '\u202e', '\ufeff', '\ud83d', '\udc4b', '\u0301'],
  ...[
    'a',
    'I',
    ' ',
    '  ',
    '/focal',
    'é',
    'ß',
    'İ',
    '😀',
    '9',
    '99999',
    '2017',
    'twenty',
    'one',
    'deux mille',
    '.',
    '?',
  ],
]

describe('cleanMessage', () => {
  test.each(messages)('cleans %j to %j (%s)', (message, expected) => {
    // How many blanks are left makes no difference to what reads the words.
    expect(cleanMessage(message).replace(/ +/g, ' ')).toBe(expected)
  })

  test('reads 2,500 characters and no more', () => {
    expect(cleanMessage('word '.repeat(4000))).toHaveLength(2_499)
    expect(cleanMessage(`${'x'.repeat(2_500)} role igc`)).not.toContain('igc')
  })

  test('cuts before it decodes, so that entities cannot hide more', () => {
    expect(cleanMessage('&amp;'.repeat(2_500)).length).toBeLessThanOrEqual(2_500)
  })

  test('never throws, and leaves no invisible characters, for 20,000 random messages', () => {
    const random = seededRandom(3)
    for (let round = 0; round < 20_000; round++) {
      const message = Array.from({ length: Math.floor(random() * 20) }, () => pick(pieces, random)).join('')
      const cleaned = cleanMessage(message)
      if (/[\p{Cf}\0\r]/u.test(cleaned) || cleaned !== cleaned.trim()) expect([message, cleaned]).toEqual([message, ''])
    }
  })
})
