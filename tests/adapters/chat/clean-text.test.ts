import { describe, expect, test } from 'vitest'
import { cleanText, isLinkable, linkAddresses, splitRuns } from '../../../adapters/chat/clean-text.ts'

describe('linkAddresses', () => {
  test.each([
    ['Write to office@example.org.', ['mailto:office@example.org'], 'the full stop is not part of it'],
    ['See https://example.org/a?b=c#d, please', ['https://example.org/a?b=c#d'], 'nor is the comma'],
    ['(see https://example.org/a)', ['https://example.org/a'], 'nor the bracket'],
    ['https://example.org/a_(b)', ['https://example.org/a_(b)'], 'except where one is open'],
    ['a@example.org; b@example.org', ['mailto:a@example.org', 'mailto:b@example.org'], 'two'],
    ['http://example.org', [], 'not encrypted'],
    ['javascript:alert(1)', [], 'a script'],
    ['<javascript:alert(1)|x>', [], 'a script as a link'],
    ['https://exämple.org', [], 'a look-alike'],
    ['https://пример.org', [], 'other letters'],
    ['https://example.org/página', [], 'the beginning of an address leads elsewhere'],
    ['office@exämple.org office@example.örg', [], 'nor is mail half of one'],
    ['a@b', [], 'no domain'],
    ['user:pass@', [], 'no address'],
    ['https://', [], 'no host'],
    [`https://example.org/${'a'.repeat(600)}`, [], 'too long'],
    ['@example.org', [], 'a handle'],
  ])('finds in %j the addresses %j (%s)', (text, urls) => {
    const runs = linkAddresses(text)
    expect(runs.flatMap(({ url }) => url ?? [])).toEqual(urls)
    expect(runs.map((run) => run.text).join('')).toBe(text)
  })

  test.each(['a', '@', 'a@', 'a@b.', '.', 'https://', 'https://a', '-', 'a.', '\u0301'])(
    'reads 100,000 characters of %j in linear time',
    (unit) => {
      const started = performance.now()
      linkAddresses(unit.repeat(100_000 / unit.length))
      expect(performance.now() - started).toBeLessThan(1500)
    },
  )
})

describe('isLinkable', () => {
  test.each([
    ['https://example.org/a?b=c', true, 'the web'],
    ['mailto:office@example.org', true, 'mail'],
    ['http://example.org', false, 'not encrypted'],
    ['javascript:alert(1)', false, 'a script'],
    ['HTTPS://example.org', false, 'written unusually'],
    ['https://example.org|x', false, 'a pipe ends an address'],
    ['https://example.org/<x>', false, 'brackets end a link'],
    ['https://example.org/a b', false, 'a space'],
    ['https://example.org/\u202Egro', false, 'a hidden change of direction'],
    ['https://', false, 'no host'],
  ])('says of %j: %s (%s)', (url, linkable) => {
    expect(isLinkable(url)).toBe(linkable)
  })
})

describe('runs', () => {
  test('are split within the limit, but never inside a link', () => {
    const runs = linkAddresses(`${'word '.repeat(10)}office@example.org ${'word '.repeat(10)}`)
    const pieces = splitRuns(runs, 20)
    expect(pieces.every((piece) => piece.reduce((sum, { text }) => sum + text.length, 0) <= 20)).toBe(true)
    expect(pieces.flat().filter(({ url }) => url)).toEqual([
      { text: 'office@example.org', url: 'mailto:office@example.org' },
    ])
    expect(
      pieces
        .flat()
        .map(({ text }) => text)
        .join(''),
    ).toBe(runs.map(({ text }) => text).join(''))
  })
})

describe('cleanText', () => {
  test.each([
    ['a\uD800b', 'a\uFFFDb', 'half of a surrogate pair'],
    ['a\u0000\u001Bb', 'a  b', 'control characters'],
    ['a\n\tb', 'a\n\tb', 'line breaks and tabs stay'],
  ])('turns %j into %j (%s)', (text, clean) => {
    expect(cleanText(text)).toBe(clean)
  })
})
