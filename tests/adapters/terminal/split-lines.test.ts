import { describe, expect, test } from 'vitest'
import { maxLineBytes, splitLines } from '../../../adapters/terminal/split-lines.ts'

function linesOf(...chunks: readonly (string | Uint8Array)[]) {
  async function* bytes() {
    for (const chunk of chunks) yield Buffer.from(chunk)
  }
  return Array.fromAsync(splitLines(bytes()))
}

describe('the lines of an input', () => {
  test.each([
    ['a line without an end', ['a'], [{ number: 1, text: 'a' }]],
    [
      'a line in pieces',
      ['a', 'b\nc', '\n'],
      [
        { number: 1, text: 'ab' },
        { number: 2, text: 'c' },
      ],
    ],
    ['a letter in pieces', [Buffer.from('é').subarray(0, 1), Buffer.from('é').subarray(1)], [{ number: 1, text: 'é' }]],
    ['blank lines, which count', ['\n \r\na\r\n\n'], [{ number: 3, text: 'a\r' }]],
    ['nothing', [], []],
  ])('are read from %s', async (_, chunks, lines) => {
    expect(await linesOf(...chunks)).toEqual(lines)
  })

  test('that are not UTF-8 are reported, and the next are read', async () => {
    expect(await linesOf(new Uint8Array([0xff, 0x0a]), 'a')).toEqual([
      { number: 1, error: 'the line is not UTF-8 text' },
      { number: 2, text: 'a' },
    ])
  })

  test('may have exactly the greatest length', async () => {
    const [longest, tooLong] = await linesOf('x'.repeat(maxLineBytes), '\n', 'x'.repeat(maxLineBytes), 'x')
    expect(longest).toMatchObject({ number: 1, text: expect.any(String) })
    expect(tooLong).toEqual({ number: 2, error: expect.stringContaining('1000001 bytes') })
  })
})
