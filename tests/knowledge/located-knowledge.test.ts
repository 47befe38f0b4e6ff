import { describe, expect, test } from 'vitest'
import { loadKnowledge, loadLocatedKnowledge } from '../../src/knowledge/load-knowledge.ts'
import type { Holder } from '../../src/knowledge/located-knowledge.ts'
import { aKnowledgeFolder, goodFiles } from './knowledge-folder.ts'
import { intentFile, topicFile } from './warnings-of.ts'

const files = {
  ...goodFiles,
  'intents/host.yaml': intentFile('host', ['who hosts <process>', 'host?']),
  'topics/office.yaml': `${topicFile('badge', ['a'])}${topicFile('leave', ['b', 'c'])}`,
  'out-of-scope.yaml': 'en:\n  - sing a song\n',
}

describe('a located knowledge', () => {
  const places: readonly (readonly [string, Holder, readonly PropertyKey[], string])[] = [
    ['a phrasing', { in: 'intents', id: 'host' }, ['phrasings', 'en', 1], 'intents/host.yaml:6:7'],
    ['a question of the second topic', { in: 'topics', id: 'leave' }, ['questions', 1], 'topics/office.yaml:10:7'],
    ['the name of an entry', { in: 'entries', id: 'bali-process' }, ['name'], 'processes/bali.yaml:2:7'],
    [
      'what has no such value, by what holds it',
      { in: 'entries', id: 'observer' },
      ['aliases', 3],
      'roles/observer.yaml:1:1',
    ],
    ['a line that is out of scope', { in: 'out-of-scope' }, ['en', 0], 'out-of-scope.yaml:2:5'],
  ]

  test.each(places)('locates %s', (_, holder, path, expected) => {
    using folder = aKnowledgeFolder(files)
    const { file, line, column } = loadLocatedKnowledge(folder.path).locate(holder, path)
    expect(`${file}:${line}:${column}`).toBe(`${folder.path}/${expected}`)
  })

  test('locates a key', () => {
    using folder = aKnowledgeFolder(files)
    const { locate } = loadLocatedKnowledge(folder.path)
    expect(locate({ in: 'intents', id: 'host' }, [], 'phrasings')).toMatchObject({ line: 3, column: 1 })
  })

  test('holds the same as a knowledge without places', () => {
    using folder = aKnowledgeFolder(files)
    expect(loadLocatedKnowledge(folder.path).knowledge).toEqual(loadKnowledge(folder.path))
  })

  test('refuses to locate an id that it does not hold', () => {
    using folder = aKnowledgeFolder(files)
    const { locate } = loadLocatedKnowledge(folder.path)
    expect(() => locate({ in: 'intents', id: 'badge' }, [])).toThrow('badge')
  })
})
