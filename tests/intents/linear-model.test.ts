import { describe, expect, test } from 'vitest'
import { type Example, type Features, scoreLabels, trainLinearModel } from '../../src/intents/linear-model.ts'
import { pick, seededRandom } from '../search/seeded-random.ts'

/** Features of weight 1, scaled to length 1. */
function aText(...ids: number[]): Features {
  return { ids, values: ids.map(() => 1 / Math.sqrt(ids.length)) }
}

/** Three labels, each with two features of its own; features 6 to 9 say nothing. */
function aToySet(size: number): Example[] {
  const random = seededRandom(9)
  return Array.from({ length: size }, (_, i) => {
    const label = i % 3
    return { label, features: aText(label * 2 + Math.floor(random() * 2), pick([6, 7, 8, 9], random)) }
  })
}

const sizes = { labels: 3, features: 10 }

function bestLabel(scores: Iterable<number>): number {
  const list = [...scores]
  return list.indexOf(Math.max(...list))
}

describe('trainLinearModel', () => {
  test('learns a set that can be told apart', () => {
    const examples = aToySet(60)
    const model = trainLinearModel(examples, sizes)
    expect(examples.filter((example) => bestLabel(scoreLabels(model, example.features)) !== example.label)).toEqual([])
  })

  test('tells from one telling feature what it never saw whole', () => {
    const model = trainLinearModel(aToySet(60), sizes)
    expect([0, 1, 2, 3, 4, 5].map((id) => bestLabel(scoreLabels(model, aText(id))))).toEqual([0, 0, 1, 1, 2, 2])
  })

  test('gives the same bytes for the same examples', () => {
    const bytes = () => Buffer.from(trainLinearModel(aToySet(60), sizes).weights.buffer).toString('hex')
    expect(bytes()).toBe(bytes())
  })

  test('goes another way with another seed', () => {
    const train = (seed: number) => trainLinearModel(aToySet(60), { ...sizes, seed }).weights
    expect(train(7)).not.toEqual(train(8))
  })

  test('averages over all steps, so that one late example does not turn it round', () => {
    // Nine say 0 and one says 1: without averaging, the weights after the odd one may stand for 1.
    const examples = Array.from({ length: 10 }, (_, i) => ({ label: i === 9 ? 1 : 0, features: aText(0) }))
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const model = trainLinearModel(examples, { labels: 2, features: 1, epochs: 1, seed })
      expect(bestLabel(scoreLabels(model, aText(0)))).toBe(0)
    }
  })

  test('scores labels alike that nothing tells apart', () => {
    const model = trainLinearModel([], { labels: 4, features: 2 })
    expect([...scoreLabels(model, aText(0, 1))]).toEqual([0, 0, 0, 0])
  })

  test('treats two labels of the same texts nearly alike', () => {
    const examples = Array.from({ length: 40 }, (_, i) => ({ label: i % 2, features: aText(0) }))
    const [first = 0, second = 0] = scoreLabels(trainLinearModel(examples, { labels: 2, features: 1 }), aText(0))
    expect(Math.abs(first - second)).toBeLessThan(0.2)
  })

  test.each([
    [[], 'no example'],
    [[{ label: 0, features: { ids: [], values: [] } }], 'an example without features'],
  ])('learns only finite weights from %j (%s)', (examples) => {
    const model = trainLinearModel(examples, sizes)
    expect(model.weights.every((weight) => Number.isFinite(weight))).toBe(true)
  })
})

describe('scoreLabels', () => {
  test('adds up one row of weights for each feature', () => {
    const model = { labels: 2, weights: Float32Array.of(1, 2, 3, 4) }
    expect([...scoreLabels(model, { ids: [0, 1], values: [1, 0.5] })]).toEqual([2.5, 4])
  })

  test('starts from nothing each time', () => {
    const model = { labels: 2, weights: Float32Array.of(1, 2) }
    scoreLabels(model, aText(0))
    expect([...scoreLabels(model, aText(0))]).toEqual([1, 2])
  })
})
