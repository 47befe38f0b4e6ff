import { type Calibration, evidenceOf, fitCalibration, type Outcome } from './calibration.ts'
import { learnFeatures, type NamedTexts, type TextFeatures } from './features.ts'
import { bestLabel, scoreLabels, trainLinearModel } from './linear-model.ts'

/** One question in five is taken to be about something the knowledge has no intent for. */
const outsideShare = 0.2
/** A third of the labels is hidden at a time. */
const parts = 3
/** With fewer labels too few are left to be taken for one another. */
const fewestLabels = 6
/** With more phrasings than this one hidden third is enough to learn from; training again costs time. */
const manyTexts = 3000
/** Of the labels that are not hidden, every fourth phrasing is a question whose answer is known. */
const heldOut = 4

/**
 * Learns when the best label can be trusted. No question without an answer is needed for that: whole labels are hidden
 * from a model, and their phrasings are questions it cannot know (the idea of intent-wise hold-out, as measured for
 * CLINC150 in DESIGN). Costs one to three trainings on half of the phrasings.
 * @param labels the label number of each text
 * @param open labels that are never hidden, because they stand for everything else
 */
export function calibrateOnHidden(
  named: NamedTexts,
  labels: readonly number[],
  open: ReadonlySet<number> = new Set(),
): Calibration {
  if (new Set(labels).size < fewestLabels) return fitCalibration([])
  const rounds = labels.length > manyTexts ? 1 : parts
  const outcomes = Array.from({ length: rounds }, (_, part) =>
    outcomesOf(named, labels, (label) => !open.has(label) && label % parts === part),
  )
  return fitCalibration(balanced(outcomes.flat()))
}

type Tried = { readonly outcome: Omit<Outcome, 'weight'>; readonly hidden: boolean }

function outcomesOf(named: NamedTexts, labels: readonly number[], isHidden: (label: number) => boolean): Tried[] {
  const taught = chooseTaught(labels, isHidden)
  const numbers = new Map([...new Set(taught.map((text) => labels[text] as number))].map((label, i) => [label, i]))
  const chosen = taught.map((text) => named.texts[text] as NamedTexts['texts'][number])
  const { vocabulary, features } = learnFeatures(named, { labels: numbers.size, chosen })
  const examples = taught.map((text) => ({
    features: features[text] as TextFeatures,
    label: numbers.get(labels[text] as number) as number,
  }))
  const model = trainLinearModel(examples, { labels: numbers.size, features: vocabulary.names.length })
  const said = groupStems(taught.map((text, i) => [examples[i]?.label ?? 0, features[text]?.words.stems ?? []]))
  const others = new Set(labels.keys()).difference(new Set(taught))
  return [...others].map((text) => {
    const own = features[text] as TextFeatures
    const scores = scoreLabels(model, own)
    const label = numbers.get(labels[text] as number)
    return {
      outcome: {
        evidence: evidenceOf(scores, own.words, (best) => said.get(best) ?? new Set()),
        right: label === bestLabel(scores),
      },
      hidden: label === undefined,
    }
  })
}

/** The stems in the texts of each label. */
export function groupStems(
  texts: Iterable<readonly [label: number, stems: readonly number[]]>,
): Map<number, Set<number>> {
  const said = new Map<number, Set<number>>()
  for (const [label, stems] of texts) {
    const known = said.get(label) ?? new Set()
    said.set(label, known)
    for (const stem of stems) if (stem >= 0) known.add(stem)
  }
  return said
}

/** The texts a model is taught: of the labels that are not hidden all but every fourth. */
function chooseTaught(labels: readonly number[], isHidden: (label: number) => boolean): number[] {
  const turns = new Map<number, number>()
  return [...labels.keys()].filter((text) => {
    const label = labels[text] as number
    const turn = (turns.get(label) ?? 0) + 1
    turns.set(label, turn)
    return !isHidden(label) && turn % heldOut !== 0
  })
}

/** Weighs what was hidden so that it has the share that such questions have. */
function balanced(tried: readonly Tried[]): Outcome[] {
  const hidden = tried.filter((one) => one.hidden).length
  const weight = hidden > 0 ? (outsideShare / (1 - outsideShare)) * ((tried.length - hidden) / hidden) : 1
  return tried.map((one) => ({ ...one.outcome, weight: one.hidden ? weight : 1 }))
}
