import { describe, expect, test } from 'vitest'
import { evidenceOf, probabilityOf } from '../../src/intents/calibration.ts'
import { createFeatureSpace, learnFeatures, nameFeatures } from '../../src/intents/features.ts'
import { calibrateOnHidden, groupStems } from '../../src/intents/hidden-intents.ts'
import { createLexicon } from '../../src/intents/lexicon.ts'
import { scoreLabels, trainLinearModel } from '../../src/intents/linear-model.ts'

const things = ['gate', 'badge', 'canteen', 'printer', 'garage', 'lift', 'projector', 'heating', 'library']
const phrasings = things.flatMap((thing, label) =>
  [`where is the ${thing}`, `the ${thing} is broken`, `who repairs the ${thing}`, `show me the ${thing}`].map(
    (text) => ({
      label,
      words: text.split(' '),
    }),
  ),
)

describe('calibrateOnHidden', () => {
  const lexicon = createLexicon([])
  const named = nameFeatures(
    phrasings.map(({ words }) => words),
    lexicon,
  )
  const labels = phrasings.map(({ label }) => label)
  const { vocabulary, features } = learnFeatures(named, { labels: things.length })
  const model = trainLinearModel(
    phrasings.map(({ label }, i) => ({ label, features: features[i] ?? { ids: [], values: [] } })),
    { labels: things.length, features: vocabulary.names.length },
  )
  const space = createFeatureSpace(vocabulary, lexicon)
  const calibration = calibrateOnHidden(named, labels)
  const said = groupStems(labels.map((label, i) => [label, features[i]?.words.stems ?? []]))
  const sure = (text: string) => {
    const own = space.featuresOf(text.split(' '))
    return probabilityOf(
      calibration,
      evidenceOf(scoreLabels(model, own), own.words, (best) => said.get(best) ?? new Set()),
    )
  }

  test('trusts a question about something it was taught, and not one about something else', () => {
    expect(sure('where is the canteen')).toBeGreaterThan(0.6)
    expect(sure('where is the helicopter')).toBeLessThan(sure('where is the canteen') - 0.3)
  })

  test('gives the same calibration for the same phrasings', () => {
    expect(calibrateOnHidden(named, labels)).toEqual(calibration)
  })

  test('works where there is nothing to hide', () => {
    expect(calibrateOnHidden(nameFeatures([], lexicon), []).every(Number.isFinite)).toBe(true)
  })
})
