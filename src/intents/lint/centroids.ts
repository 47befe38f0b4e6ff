import type { Features } from '../linear-model.ts'

/** The middle of each group of texts. */
export type Centroids = {
  /**
   * The cosine of a text, by its number, to the middle of each group; to its own group as if the text were not in it.
   * Cost grows with the features of the text and the groups that have them.
   */
  nearness(text: number): Float64Array
}

/** Below this a sum of squares is nothing but the rounding of its parts. */
const nothing = 1e-9

/** @param groupOf the group of each text, counted from 0 */
export function createCentroids(texts: readonly Features[], groupOf: readonly number[]): Centroids {
  const groups = Math.max(-1, ...new Set(groupOf)) + 1
  const sums = sumFeatures(texts, groupOf)
  const squares = new Float64Array(groups)
  for (const { groups: having, values } of sums.values())
    having.forEach((group, at) => {
      squares[group] = (squares[group] as number) + (values[at] as number) ** 2
    })
  return {
    nearness: (text) => {
      const features = texts[text] as Features
      const length = features.values.reduce((sum, value) => sum + value * value, 0)
      return dotsWith(features, sums, groups).map((dot, group) => {
        const own = group === groupOf[text]
        const square = (squares[group] as number) - (own ? 2 * dot - length : 0)
        return square > nothing && length > nothing ? (dot - (own ? length : 0)) / Math.sqrt(square * length) : 0
      })
    },
  }
}

/** How much of a feature the texts of each group have together; only the groups that have it. */
type Sum = { readonly groups: Int32Array; readonly values: Float64Array }

/** The sums by feature, as typed arrays: going through them is nearly all the time it takes. */
function sumFeatures(texts: readonly Features[], groupOf: readonly number[]): Map<number, Sum> {
  const sums = new Map<number, Map<number, number>>()
  texts.forEach(({ ids, values }, text) => {
    const group = groupOf[text] as number
    ids.forEach((id, at) => {
      const ofGroup = sums.getOrInsertComputed(id, () => new Map<number, number>())
      ofGroup.set(group, (ofGroup.get(group) ?? 0) + (values[at] as number))
    })
  })
  return new Map([...sums].map(([id, sum]) => [id, toArrays(sum)]))
}

function toArrays(sum: ReadonlyMap<number, number>): Sum {
  return { groups: Int32Array.from(sum.keys()), values: Float64Array.from(sum.values()) }
}

function dotsWith({ ids, values }: Features, sums: ReadonlyMap<number, Sum>, groups: number): Float64Array {
  const dots = new Float64Array(groups)
  ids.forEach((id, at) => {
    const sum = sums.get(id)
    if (sum) addTo(dots, sum, values[at] as number)
  })
  return dots
}

function addTo(totals: Float64Array, { groups, values }: Sum, factor: number): void {
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i] as number
    totals[group] = (totals[group] as number) + (values[i] as number) * factor
  }
}
