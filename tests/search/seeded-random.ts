/** Random numbers from 0 to 1 that are the same in every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One of the items. */
export function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)] as T
}

/** A word of up to `longest` letters from a small alphabet, so that words often share letters. */
export function aRandomWord(random: () => number, longest = 8): string {
  return Array.from({ length: Math.floor(random() * (longest + 1)) }, () => pick([...'abcd'], random)).join('')
}

/** A word with one letter dropped, added, changed, or swapped with its neighbour. */
export function withSlip(word: string, random: () => number): string {
  const at = Math.floor(random() * word.length)
  const letter = pick([...'aeinorst'], random)
  const [before, here, after] = [word.slice(0, at), word.slice(at, at + 1), word.slice(at + 1)]
  switch (Math.floor(random() * 4)) {
    case 0:
      return before + after
    case 1:
      return before + letter + here + after
    case 2:
      return before + letter + after
    default:
      return before + after.slice(0, 1) + here + after.slice(1)
  }
}
