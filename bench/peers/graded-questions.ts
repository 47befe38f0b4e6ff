import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { factQuestions } from '../../tests/fixtures/fact-questions.ts'
import { unanswerableQuestions } from '../../tests/fixtures/unanswerable-questions.ts'
import { projectFolder } from '../run-program.ts'

/** A question and what tells a right answer from a wrong one. */
export type GradedQuestion = {
  readonly question: string
  /** told: the knowledge holds it; clarify: asking back is right as well; untold: it must be declined. */
  readonly kind: 'told' | 'clarify' | 'untold'
  readonly must: readonly RegExp[]
  readonly mustNot: readonly RegExp[]
}

/** A line of questions-a.jsonl. */
type FixtureQuestion = {
  readonly question: string
  readonly conversation?: string
  readonly must: readonly string[]
  readonly mustNot: readonly string[]
  readonly expect: 'answered' | 'clarify' | 'unknown'
}

const kinds = { answered: 'told', clarify: 'clarify', unknown: 'untold' } as const

/** The single questions of the tests; a question in two tables counts once. */
export function loadGradedQuestions(): GradedQuestion[] {
  const all = [...factRows(), ...unanswerableRows(), ...fixtureRows()]
  return [...new Map(all.map((graded) => [graded.question, graded])).values()]
}

function factRows(): GradedQuestion[] {
  return factQuestions.map(([question, expected]) => ({
    question,
    kind: 'told',
    must: [expected].flat() as RegExp[],
    mustNot: [],
  }))
}

function unanswerableRows(): GradedQuestion[] {
  return unanswerableQuestions.map(([question, neverSay]) => ({
    question,
    kind: 'untold',
    must: [],
    mustNot: neverSay ? [neverSay] : [],
  }))
}

function fixtureRows(): GradedQuestion[] {
  const lines = readFileSync(join(projectFolder, 'tests/fixtures/questions-a.jsonl'), 'utf8').split('\n')
  const rows = lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as FixtureQuestion)
  const patterns = (sources: readonly string[]) => sources.map((source) => new RegExp(source, 'is'))
  return rows
    .filter(({ conversation }) => conversation === undefined)
    .map(({ question, must, mustNot, expect }) => ({
      question,
      kind: kinds[expect],
      // What declines is known by its status, not by its wording.
      must: expect === 'unknown' ? [] : patterns(must),
      mustNot: patterns(mustNot),
    }))
}
