import { expect, test } from 'vitest'
import { loadWithCache } from '../../adapters/load-focal-point.ts'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { aKnowledgeFolder, goodFiles } from './knowledge-folder.ts'

const files = {
  ...goodFiles,
  'regions/all.yaml': '# Two regions.\n\n- id: asia\n  name: Asia\n\n- name: Africa\n  id: africa\n',
}

test.each([
  ['bali-process', 'processes/bali.yaml', 1],
  ['asia', 'regions/all.yaml', 3],
  ['africa', 'regions/all.yaml', 6],
])('knowledge knows where %s stands', (id, file, line) => {
  using folder = aKnowledgeFolder(files)
  expect(loadKnowledge(folder.path).places?.get(id)).toEqual({ file: `${folder.path}/${file}`, line })
})

test('places are known too where files need not be parsed again', () => {
  using folder = aKnowledgeFolder(files)
  using cache = aKnowledgeFolder({})
  const first = loadWithCache(folder.path, cache.path)
  expect(loadWithCache(folder.path, cache.path)).toEqual(first)
})
