import { chmodSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildWithCache, loadWithCache } from '../../adapters/load-focal-point.ts'
import { toPlainText } from '../../src/answers/plain-text.ts'
import { KnowledgeError } from '../../src/knowledge/problem.ts'
import { aFolder, aKnowledgeFolder, topicsFile } from './knowledge-fixture.ts'

const now = Temporal.Instant.from('2026-11-22T09:00:00Z')

function answer(folder: string, cache: string): string {
  const focalPoint = buildWithCache(loadWithCache(folder, cache), cache)
  return toPlainText(focalPoint.ask({ text: 'Where do I get a badge?', now }))
}

test('answers the same from a filled cache as from an empty one', () => {
  using folder = aKnowledgeFolder()
  using cache = aFolder()
  const first = answer(folder.path, cache.path)
  expect(first).toContain('Pelican')
  expect(readdirSync(join(cache.path, 'models'))).toHaveLength(1)
  expect(answer(folder.path, cache.path)).toBe(first)
})

test('reads a changed file again', () => {
  using folder = aKnowledgeFolder()
  using cache = aFolder()
  answer(folder.path, cache.path)
  folder.write('topics/office.yaml', topicsFile('Heron'))
  expect(answer(folder.path, cache.path)).toContain('Heron')
})

test.each([
  ['cut in the middle', (file: string) => truncateSync(file, 40)],
  ['emptied', (file: string) => truncateSync(file, 0)],
  ['overwritten', (file: string) => writeFileSync(file, 'no model at all, but long enough to be taken for one')],
  ['spoilt in one byte', (file: string) => writeFileSync(file, spoilt(readFileSync(file)))],
])('does not need a cache file that was %s', (_, spoil) => {
  using folder = aKnowledgeFolder()
  using cache = aFolder()
  const first = answer(folder.path, cache.path)
  for (const part of ['models', 'parsed']) {
    for (const name of readdirSync(join(cache.path, part))) spoil(join(cache.path, part, name))
  }
  expect(answer(folder.path, cache.path)).toBe(first)
})

test('works where nothing can be written', () => {
  using folder = aKnowledgeFolder()
  using cache = aFolder()
  chmodSync(cache.path, 0o500)
  // Root may write anywhere, so a file stands where the folder would be.
  expect(answer(folder.path, join(import.meta.filename, 'cache'))).toContain('Pelican')
  expect(answer(folder.path, cache.path)).toContain('Pelican')
})

test('keeps the four newest models', () => {
  using folder = aKnowledgeFolder()
  using cache = aFolder()
  for (const word of ['one', 'two', 'three', 'four', 'five', 'six']) {
    folder.write('topics/office.yaml', topicsFile('Pelican').replace('I lost my badge', `I lost ${word} badge`))
    answer(folder.path, cache.path)
  }
  expect(readdirSync(join(cache.path, 'models'))).toHaveLength(4)
})

test('reports the problems of a file that was good before', () => {
  using folder = aKnowledgeFolder()
  using cache = aFolder()
  answer(folder.path, cache.path)
  folder.write('topics/office.yaml', `${topicsFile('Pelican')}  colour: red\n`)
  expect(() => loadWithCache(folder.path, cache.path)).toThrow(KnowledgeError)
})

function spoilt(bytes: Buffer): Buffer {
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  return bytes
}
