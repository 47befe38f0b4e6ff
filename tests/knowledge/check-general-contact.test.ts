import { expect, test } from 'vitest'
import { entriesOf } from '../../src/knowledge/knowledge.ts'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { KnowledgeError } from '../../src/knowledge/problem.ts'
import { aKnowledgeFolder, goodFiles } from './knowledge-folder.ts'

function contactsFile(...general: readonly string[]): string {
  return general.map((value, i) => `- id: desk-${i + 1}\n  general: ${value}\n  source: 004:1\n`).join('')
}

function loadWith(contacts: Readonly<Record<string, string>>) {
  using folder = aKnowledgeFolder({ ...goodFiles, ...contacts })
  return loadKnowledge(folder.path)
}

test('lets one contact be the general one', () => {
  const knowledge = loadWith({ 'contacts/desks.yaml': contactsFile('false', 'true') })
  expect(entriesOf(knowledge, 'contact').filter(({ general }) => general)).toMatchObject([{ id: 'desk-2' }])
})

test('names every further one, also in another file, and where the first is', () => {
  const files = {
    'contacts/a.yaml': contactsFile('true', 'true'),
    'contacts/b.yaml': contactsFile('true').replaceAll('desk', 'office'),
  }
  const error = (() => {
    try {
      return loadWith(files)
    } catch (thrown) {
      return thrown
    }
  })()
  expect(error).toBeInstanceOf(KnowledgeError)
  const message = expect.stringMatching(/^general: "desk-1" at .*a\.yaml:2 is it already, expected at most one$/)
  expect(error).toMatchObject({
    problems: [
      { file: expect.stringMatching(/a\.yaml$/), line: 5, column: 12, message },
      { file: expect.stringMatching(/b\.yaml$/), line: 2, column: 12, message },
    ],
  })
})
