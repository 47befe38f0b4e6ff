const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The text, or as much of it as fits into `limit` with an ellipsis; what reads as one character is never cut in two. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text
  const room = Math.max(limit - 1, 0)
  return `${text.slice(0, lastBoundary(text.slice(0, room + 2), room)).trimEnd()}…`
}

/**
 * The text in pieces of at most `limit`, which put together are the text again. They end after a space where there is
 * one. What reads as one character is cut only if it alone is longer than `limit`.
 */
export function splitText(text: string, limit: number): string[] {
  const pieces: string[] = []
  let start = 0
  while (start < text.length) {
    const length = pieceLength(text.slice(start, start + limit + 2), limit)
    pieces.push(text.slice(start, start + length))
    start += length
  }
  return pieces
}

/** How much of a window, which reaches a little beyond the limit, makes a good piece. */
function pieceLength(window: string, limit: number): number {
  if (window.length <= limit) return window.length
  return lastSpace(window, limit) ?? (lastBoundary(window, limit) || codePointBoundary(window, limit))
}

/** Behind the last space of the second half. */
function lastSpace(window: string, limit: number): number | undefined {
  for (let end = limit; end > limit / 2; end--) {
    if (/\s/.test(window[end - 1] ?? '') && lastBoundary(window, end) === end) return end
  }
  return undefined
}

/** The last place at or before `limit` that is not inside what reads as one character. */
function lastBoundary(window: string, limit: number): number {
  return graphemes.segment(window).containing(limit)?.index ?? Math.min(limit, window.length)
}

function codePointBoundary(window: string, limit: number): number {
  const inPair = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(window.slice(limit - 1, limit + 1))
  return inPair && limit > 1 ? limit - 1 : limit
}
