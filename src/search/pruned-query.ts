/** The words of a question that are searched for in a large index, and what the others are worth. */
export type PrunedQuery = {
  readonly stems: readonly string[]
  /** Share of the question, weighted by rarity, of the words left out: no passage without the others covers more. */
  readonly leftOut: number
}

type Vocabulary = {
  /** How many passages have a word. */
  frequencyOf(stemmed: string): number
  rarityOf(stemmed: string): number
  readonly passages: number
}

/** A word in more passages than this share is common: it singles little out, and looking through them is what takes time. */
const commonShare = 0.02
/** So many words are searched for, however common they are. */
const leastWords = 2

/** The two rarest words that are known at all, and every other that is not common. */
export function pruneQuery(stems: readonly string[], { frequencyOf, rarityOf, passages }: Vocabulary): PrunedQuery {
  const known = stems.filter((stemmed) => frequencyOf(stemmed) > 0).sort((a, b) => frequencyOf(a) - frequencyOf(b))
  const kept = known.filter((stemmed, i) => i < leastWords || frequencyOf(stemmed) <= passages * commonShare)
  const weigh = (list: readonly string[]) => list.reduce((sum, stemmed) => sum + rarityOf(stemmed), 0)
  return { stems: kept, leftOut: weigh(known.filter((stemmed) => !kept.includes(stemmed))) / (weigh(stems) || 1) }
}
