import { describe, expect, test } from 'vitest'
import { createFeatureSpace, isSlot, learnFeatures, nameFeatures } from '../../src/intents/features.ts'
import { createLexicon } from '../../src/intents/lexicon.ts'
import type { Features } from '../../src/intents/linear-model.ts'
import { aGroup } from './small-knowledge.ts'

const lexicon = createLexicon([aGroup('email', ['mail', 'courriel'])])
const texts = ['who hosts <process>', 'mail of <person>', 'when was <event>'].map((text) => text.split(' '))

/** How alike two texts are, 0 to 2: words and letters count 1 each. */
function likeness(a: Features, b: Features): number {
  const values = new Map(b.ids.map((id, i) => [id, b.values[i] ?? 0]))
  return a.ids.reduce((sum, id, i) => sum + (a.values[i] ?? 0) * (values.get(id) ?? 0), 0)
}

describe('learnFeatures', () => {
  const { vocabulary, features } = learnFeatures(nameFeatures(texts, lexicon), { labels: 3 })
  const space = createFeatureSpace(vocabulary, lexicon)
  const of = (text: string) => space.featuresOf(text.split(' '))

  test('gives every text of the set the features that a question with its words has', () => {
    expect(texts.map((text) => space.featuresOf(text))).toEqual(features)
  })

  test('numbers each feature once, and gives no other number', () => {
    for (const { ids } of features) {
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.every((id) => id >= 0 && id < space.size)).toBe(true)
    }
  })

  test('scales words and letters to length 1 each', () => {
    for (const { values } of features) expect(Math.hypot(...values)).toBeCloseTo(Math.SQRT2)
  })

  test.each([
    ['who hosted <process>', 0, 'another form of the word'],
    ['courriel of <person>', 1, 'another word for the same concept'],
    ['who hosts <event>', 0, 'another kind of slot'],
    ['whe wass <event>', 2, 'letters of misspelt words'],
  ])('puts "%s" nearest to text %i (%s)', (text, nearest) => {
    const scores = features.map((known) => likeness(known, of(text)))
    expect(scores.indexOf(Math.max(...scores))).toBe(nearest)
  })

  test('tells word order apart', () => {
    expect(likeness(of('hosts who <process>'), of('who hosts <process>'))).toBeLessThan(1.9)
  })

  test('gives no features for words that no text has', () => {
    expect(of('zzz')).toMatchObject({ ids: [], values: [] })
  })

  test.each([
    ['who hosts <process>', [true, true, true], 'as it was learnt'],
    ['who zzz', [true, false], 'a word that no text has'],
  ])('tells which words of "%s" were seen: %j (%s)', (text, seen) => {
    expect(of(text).words.stems.map((stem) => stem >= 0)).toEqual(seen)
    expect(space.stemsOf(text.split(' '))).toEqual(of(text).words.stems)
  })

  test('takes an unknown word for rarer than any that is known', () => {
    const [known = 0, unknown = 0] = of('who zzz').words.weights
    expect(unknown).toBeGreaterThan(known)
  })

  test('takes what was not chosen for unknown', () => {
    const named = nameFeatures(texts, lexicon)
    const { features } = learnFeatures(named, { labels: 2, chosen: named.texts.slice(0, 2) })
    expect(features.map(({ words }) => words.stems.every((stem) => stem >= 0))).toEqual([true, true, false])
  })

  test('is the same for the same texts', () => {
    expect(learnFeatures(nameFeatures(texts, lexicon), { labels: 3 }).features).toEqual(features)
  })

  test('gives no weight to what only one text has where each label has many', () => {
    const weighs = (count: number) => {
      const many = Array.from({ length: count }, () => ['hosts', '<process>'])
      const { vocabulary } = learnFeatures(nameFeatures([...many, ['zzyzx']], lexicon), { labels: 2 })
      const { values } = createFeatureSpace(vocabulary, lexicon).featuresOf(['zzyzx'])
      return values.some((value) => value > 0)
    }
    expect([weighs(50), weighs(70)]).toEqual([true, false])
  })
})

describe('isSlot', () => {
  test.each([
    ['<process>', true],
    ['process', false],
    ['', false],
  ])('says of "%s" %s', (word, expected) => {
    expect(isSlot(word)).toBe(expected)
  })
})
