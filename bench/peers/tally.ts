import type { Grade } from './grade.ts'

/** How a question would be graded if the engine answers, and if it declines, and how sure it is of its answer. */
export type Outcome = {
  /** Negative infinity where nothing was found, so that no threshold is met. */
  readonly score: number
  readonly answering: Grade
  readonly declining: Grade
  /** The knowledge holds it. */
  readonly told: boolean
}

export type Tally = {
  readonly asked: number
  readonly right: number
  readonly wrong: number
  readonly declined: number
  readonly told: { readonly asked: number; readonly right: number }
  readonly untold: { readonly asked: number; readonly right: number }
}

export function tallyGrades(grades: readonly { readonly grade: Grade; readonly told: boolean }[]): Tally {
  const count = (all: typeof grades, grade: Grade) => all.filter((one) => one.grade === grade).length
  const told = grades.filter((one) => one.told)
  const untold = grades.filter((one) => !one.told)
  return {
    asked: grades.length,
    right: count(grades, 'right'),
    wrong: count(grades, 'wrong'),
    declined: count(grades, 'declined'),
    told: { asked: told.length, right: count(told, 'right') },
    untold: { asked: untold.length, right: count(untold, 'right') },
  }
}

/** The engine answers whatever it finds. */
export function tallyAlways(outcomes: readonly Outcome[]): Tally {
  return tallyGrades(gradeAt(Number.NEGATIVE_INFINITY, outcomes))
}

/**
 * The engine declines below a score. Every second question chooses the threshold for the others, and these for them: the
 * one with the most right less wrong answers, because a wrong answer is worse than none.
 */
export function tallyWithThreshold(outcomes: readonly Outcome[]): Tally {
  const even = outcomes.filter((_, i) => i % 2 === 0)
  const odd = outcomes.filter((_, i) => i % 2 === 1)
  return tallyGrades([...gradeAt(bestThreshold(odd), even), ...gradeAt(bestThreshold(even), odd)])
}

function bestThreshold(outcomes: readonly Outcome[]): number {
  const gain = (threshold: number) => {
    const { right, wrong } = tallyGrades(gradeAt(threshold, outcomes))
    return right - wrong
  }
  const thresholds = [...new Set(outcomes.map(({ score }) => score))].map((score) => ({ score, gain: gain(score) }))
  return thresholds.reduce((best, one) => (one.gain > best.gain ? one : best)).score
}

function gradeAt(threshold: number, outcomes: readonly Outcome[]): { grade: Grade; told: boolean }[] {
  return outcomes.map(({ score, answering, declining, told }) => ({
    grade: score > Number.NEGATIVE_INFINITY && score >= threshold ? answering : declining,
    told,
  }))
}
