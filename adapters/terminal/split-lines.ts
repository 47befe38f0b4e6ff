/** A line of input by its number from 1, or why it cannot be read. */
export type Line = { readonly number: number } & (
  | { readonly text: string }
  | { readonly text?: undefined; readonly error: string }
)

/** A question is short; without a limit, input without line ends would fill the memory. */
export const maxLineBytes = 1_000_000

const newline = 0x0a

/** Splits bytes into lines as they arrive, without blank ones. A line that is too long or not UTF-8 is passed on as an error. */
export async function* splitLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let number = 1
  let pieces: Uint8Array[] = []
  let length = 0
  const keep = (piece: Uint8Array) => {
    length += piece.length
    if (length <= maxLineBytes) pieces.push(piece)
  }
  const finish = () => {
    const line = readLine(number, pieces, length)
    number += 1
    pieces = []
    length = 0
    return line
  }
  for await (const chunk of input) {
    let start = 0
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      keep(chunk.subarray(start, end))
      yield* finish()
      start = end + 1
    }
    keep(chunk.subarray(start))
  }
  yield* finish()
}

function readLine(number: number, pieces: readonly Uint8Array[], length: number): Line[] {
  if (length > maxLineBytes)
    return [{ number, error: `the line has ${length} bytes, allowed are at most ${maxLineBytes}` }]
  const text = decode(pieces)
  if (text === undefined) return [{ number, error: 'the line is not UTF-8 text' }]
  return text.trim() === '' ? [] : [{ number, text }]
}

function decode(pieces: readonly Uint8Array[]): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces))
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}
