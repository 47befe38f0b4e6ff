/** Sparse features: parallel lists of feature numbers and weights, scaled to length 1 in each block. */
export type Features = { readonly ids: readonly number[]; readonly values: readonly number[] }

export type Example = { readonly features: Features; readonly label: number }

/** A trained multi-class linear model; one row of `weights` for each feature, one column for each label. */
export type LinearModel = { readonly labels: number; readonly weights: Float32Array }

type Options = { readonly labels: number; readonly features: number; readonly epochs?: number; readonly seed?: number }

const aggressiveness = 0.1
const violatorsPerStep = 6

/**
 * Trains a multi-class passive-aggressive model (PA-I, Crammer et al. 2006) with averaged weights. Deterministic: the
 * same examples and seed give the same bytes. Costs epochs x examples x features per example x labels.
 */
export function trainLinearModel(
  examples: readonly Example[],
  { labels, features, epochs = 10, seed = 7 }: Options,
): LinearModel {
  const state: State = {
    labels,
    weights: new Float32Array(features * labels),
    // weights minus sums / steps is the average over all steps, without adding up every weight at every step.
    sums: new Float32Array(features * labels),
    scores: new Float32Array(labels),
    step: 1,
  }
  const rows = examples.map((example) => packed(example, labels))
  const random = seededRandom(seed)
  let missed = rows
  for (let epoch = 0; epoch < epochs; epoch++) {
    // Most examples are learnt after two rounds; going over the others alone saves half of the time.
    const lesson = epoch < 2 || epoch % 3 === 0 ? rows.slice() : missed
    shuffle(lesson, random)
    missed = lesson.filter((row) => {
      const loss = learn(row, state)
      state.step++
      return loss > 0
    })
  }
  const { weights, sums, step } = state
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] as number) - (sums[i] as number) / step
  return { labels, weights }
}

/** The score of every label: one weight row added for each feature. */
export function scoreLabels({ labels, weights }: LinearModel, features: Features): Float32Array {
  const scores = new Float32Array(labels)
  addRows(packed({ features, label: 0 }, labels), weights, scores)
  return scores
}

/** An example as typed arrays, with the offsets of its weight rows instead of feature numbers. */
type Row = {
  readonly label: number
  readonly offsets: Int32Array
  readonly values: Float32Array
  readonly length: number
}

type State = { labels: number; weights: Float32Array; sums: Float32Array; scores: Float32Array; step: number }

function packed({ features: { ids, values }, label }: Example, labels: number): Row {
  const offsets = new Int32Array(ids.length)
  let length = 0
  for (let f = 0; f < ids.length; f++) {
    offsets[f] = (ids[f] as number) * labels
    length += (values[f] as number) ** 2
  }
  return { label, offsets, values: Float32Array.from(values), length: length || 1 }
}

/** Moves the weights until the row's own label is ahead by 1, or as far as one step may go; gives how far it moved them. */
function learn(row: Row, state: State): number {
  const { weights, scores } = state
  scores.fill(0)
  addRows(row, weights, scores)
  const own = scores[row.label] as number
  scores[row.label] = Number.NEGATIVE_INFINITY
  let total = 0
  for (let turn = 0; turn < violatorsPerStep; turn++) {
    const worst = bestLabel(scores)
    const loss = 1 - own + (scores[worst] as number)
    if (loss <= 0) break
    const rate = Math.min(aggressiveness, loss / (2 * row.length))
    total += rate
    move(row, worst, -rate, state)
    scores[worst] = Number.NEGATIVE_INFINITY
  }
  if (total > 0) move(row, row.label, total, state)
  return total
}

/** Plain casts in these loops, which are all the time that training takes: `?? 0` would double it. */
function addRows({ offsets, values }: Row, weights: Float32Array, scores: Float32Array): void {
  const labels = scores.length
  let f = 0
  for (; f + 4 <= offsets.length; f += 4) {
    const [a, b, c, d] = [
      offsets[f] as number,
      offsets[f + 1] as number,
      offsets[f + 2] as number,
      offsets[f + 3] as number,
    ]
    const [p, q, r, s] = [
      values[f] as number,
      values[f + 1] as number,
      values[f + 2] as number,
      values[f + 3] as number,
    ]
    for (let label = 0; label < labels; label++) {
      scores[label] =
        (scores[label] as number) +
        (weights[a + label] as number) * p +
        (weights[b + label] as number) * q +
        (weights[c + label] as number) * r +
        (weights[d + label] as number) * s
    }
  }
  for (; f < offsets.length; f++) {
    const row = offsets[f] as number
    const value = values[f] as number
    for (let label = 0; label < labels; label++)
      scores[label] = (scores[label] as number) + (weights[row + label] as number) * value
  }
}

function move({ offsets, values }: Row, label: number, rate: number, { weights, sums, step }: State): void {
  for (let f = 0; f < offsets.length; f++) {
    const at = (offsets[f] as number) + label
    const change = rate * (values[f] as number)
    weights[at] = (weights[at] as number) + change
    sums[at] = (sums[at] as number) + step * change
  }
}

/** The label with the highest score; the first of those that are as high. */
export function bestLabel(scores: Float32Array): number {
  let best = 0
  for (let label = 1; label < scores.length; label++)
    if ((scores[label] as number) > (scores[best] as number)) best = label
  return best
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = list[i] as T
    list[i] = list[j] as T
    list[j] = kept
  }
}

/** Mulberry32 (Tommy Ettinger, public domain): a small generator whose numbers are the same on every machine. */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
