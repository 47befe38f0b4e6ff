import { expect, test } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { KnowledgeError } from '../../src/knowledge/problem.ts'
import { aKnowledgeFolder, goodFiles } from './knowledge-folder.ts'

const briefing =
  'id: briefing\nname: Briefing\nstarts: "2027-01-05"\nrrule: FREQ=MONTHLY;BYDAY=1TU\nexcept: ["2027-02-02"]\nsource: 004:1\n'

function problemsWith(replaces: string, more = ''): readonly string[] {
  const moved = `id: moved\nname: Moved\nstarts: "2027-02-03"\nreplaces: ${replaces}\n${more}source: 004:1\n`
  using folder = aKnowledgeFolder({ ...goodFiles, 'events/briefing.yaml': briefing, 'events/moved.yaml': moved })
  try {
    loadKnowledge(folder.path)
    return []
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error
    return error.problems.map(({ line, message }) => `${line}: ${message}`)
  }
}

test('an event may take the place of an occurrence that is left out', () => {
  expect(problemsWith('briefing@2027-02-02')).toEqual([])
})

test.each([
  ['briefing@2027-03-02', '', '4: replaces: there is no event "briefing" that has "2027-03-02" in its "except"'],
  ['talks@2027-02-02', '', '4: replaces: there is no event "talks" that has "2027-02-02" in its "except"'],
  ['briefing', '', '4: replaces: expected an event and a day, like "briefing@2027-04-06", got "briefing"'],
  [
    'briefing@2027-02-02',
    'recurs: yearly\n',
    '4: replaces: expected an event that takes place once, without "recurs" and "rrule"',
  ],
])('%s %j is refused: %s', (replaces, more, problem) => {
  expect(problemsWith(replaces, more)).toEqual([expect.stringContaining(problem)])
})
