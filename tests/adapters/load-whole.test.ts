import { expect, test } from 'vitest'
import { loadWhole } from '../../adapters/load-whole.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { KnowledgeError } from '../../src/knowledge/problem.ts'
import { aKnowledgeFolder, brokenTopicsFile, topicsFile } from './knowledge-fixture.ts'

/** Loads like the product; what is written into the folder meanwhile comes after the first reading. */
function loadingWhile(write: () => void): (folder: string) => Knowledge {
  let isFirst = true
  return (folder) => {
    try {
      return loadKnowledge(folder)
    } finally {
      if (isFirst) write()
      isFirst = false
    }
  }
}

test('reads a folder again that changed while it was read', () => {
  using folder = aKnowledgeFolder()
  const write = () => folder.write('topics/office.yaml', topicsFile('Heron'))
  const knowledge = loadWhole(folder.path, loadingWhile(write))
  expect(knowledge.topics.get('badge')?.answer).toContain('Heron')
})

test('does not report problems that are gone', () => {
  using folder = aKnowledgeFolder()
  folder.write('topics/office.yaml', brokenTopicsFile)
  const write = () => folder.write('topics/office.yaml', topicsFile('Heron'))
  expect(loadWhole(folder.path, loadingWhile(write)).topics.get('badge')?.answer).toContain('Heron')
})

test('reports problems that came while the folder was read', () => {
  using folder = aKnowledgeFolder()
  const write = () => folder.write('topics/office.yaml', brokenTopicsFile)
  expect(() => loadWhole(folder.path, loadingWhile(write))).toThrow(KnowledgeError)
})
