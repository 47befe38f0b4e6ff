/**
 * Whether two words are at most `limit` edits apart, where an edit inserts, drops or changes a letter or swaps two
 * neighbours (optimal string alignment, after Damerau 1964). Costs |a| x |b|, and stops early.
 */
export function withinDistance(a: string, b: string, limit: number): boolean {
  return editDistance(a, b, limit) <= limit
}

/** The number of edits between two words, or `limit + 1` when there are more than `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) row[j] = cheapest(a, b, i, j, row, last, beforeLast)
    if (Math.min(...row) > limit) return limit + 1
    beforeLast = last
    last = row
  }
  return Math.min(last[b.length] ?? 0, limit + 1)
}

function cheapest(
  a: string,
  b: string,
  i: number,
  j: number,
  row: number[],
  last: number[],
  beforeLast: number[],
): number {
  const change = a[i - 1] === b[j - 1] ? 0 : 1
  const best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change)
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
  return swapped ? Math.min(best, (beforeLast[j - 2] ?? 0) + 1) : best
}

/** How many slips we forgive in a word of that length: none in short ones, which are mostly acronyms. */
export function allowedEdits(length: number): 0 | 1 | 2 {
  if (length < 4) return 0
  return length < 7 ? 1 : 2
}
