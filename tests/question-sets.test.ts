import { describe, expect, test } from 'vitest'
import { createFocalPoint } from '../src/focal-point.ts'
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts'
import stored from './fixtures/reliability.json' with { type: 'json' }
import { type Judged, judge, readQuestions } from './question-sets.ts'

const focalPoint = createFocalPoint(loadKnowledge('knowledge'))
const sets = Object.keys(stored.sets) as (keyof typeof stored.sets)[]
const judged = new Map(
  sets.map((set) => [set, judge(focalPoint, readQuestions(`tests/fixtures/${set}.jsonl`), set)] as const),
)

/** How many of a set are as far, in parts of the set, as a change of the knowledge may move them by chance. */
const chance = 0.02

function countIn(set: keyof typeof stored.sets) {
  const all = judged.get(set) ?? []
  const of = (verdict: Judged['verdict']) => all.filter((one) => one.verdict === verdict).length
  return { questions: all.length, right: of('right'), wrong: of('wrong') }
}

/** Of the answers given with a confidence in a range, how many are right. */
function curve() {
  const answered = [...judged.values()].flat().filter(({ answer }) => answer.status === 'answered')
  return stored.curve.map(({ from, to }) => {
    const inRange = answered.filter(({ answer: { candidates } }) => {
      const confidence = candidates[0]?.confidence ?? 0
      return confidence >= from && (confidence < to || to === 1)
    })
    return { from, to, answers: inRange.length, right: inRange.filter(({ verdict }) => verdict === 'right').length }
  })
}

/** Answers of which fewer are right than stored; the curve is printed, so that it can be stored anew. */
describe('question sets by people who did not see the code', () => {
  test.each(sets)('are answered no worse than is stored (%s)', (set) => {
    const before = stored.sets[set]
    const after = countIn(set)
    expect(after.questions).toBe(before.questions)
    expect(after.right, JSON.stringify(after)).toBeGreaterThanOrEqual(before.right - chance * before.questions)
    expect(after.wrong, JSON.stringify(after)).toBeLessThanOrEqual(before.wrong + chance * before.questions)
  })
})

describe('confidence', () => {
  const now = curve()

  test('of 0.9 and more is right in nine of ten answers', () => {
    const { right = 0, answers = 1 } = now.at(-1) ?? {}
    expect(right / answers).toBeGreaterThanOrEqual(0.9)
  })

  test('never promises more than it holds', () => {
    for (const { from, answers, right } of now)
      expect(right / answers, JSON.stringify(now)).toBeGreaterThanOrEqual(from)
  })

  test('has not drifted from the curve that is stored', () => {
    const share = ({ right, answers }: { right: number; answers: number }) => right / answers
    const all = (list: typeof now) =>
      list.reduce((sum, one) => sum + one.right, 0) / list.reduce((sum, one) => sum + one.answers, 0)
    expect(Math.abs(all(now) - all(stored.curve)), JSON.stringify(now)).toBeLessThanOrEqual(chance)
    const [last, kept] = [now.at(-1), stored.curve.at(-1)]
    if (last && kept) expect(Math.abs(share(last) - share(kept)), JSON.stringify(now)).toBeLessThanOrEqual(chance)
  })
})
