import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { beforeAll, expect, test } from 'vitest'
import { converse } from '../../../adapters/terminal/conversation-loop.ts'
import { createFocalPoint, type FocalPoint } from '../../../src/focal-point.ts'
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts'
import { aKnowledgeFolder } from '../knowledge-fixture.ts'

let focalPoint: FocalPoint

beforeAll(() => {
  using folder = aKnowledgeFolder()
  focalPoint = createFocalPoint(loadKnowledge(folder.path))
})

async function converseWith(typed: string) {
  const input = new PassThrough()
  const output = new PassThrough()
  const now = () => Temporal.Instant.from('2017-04-01T09:00:00Z')
  input.end(typed)
  const exitCode = await converse({ focalPoint, language: undefined, now }, input, output)
  output.end()
  return { exitCode, shown: await text(output) }
}

test('a conversation answers each line until the end of the input', async () => {
  const { exitCode, shown } = await converseWith('I lost my badge\n\nHow do I ask for leave?\n')
  expect(shown).toMatch(/Pelican.*Toucan/s)
  expect(exitCode).toBe(0)
})

test('a conversation ends at "exit"', async () => {
  const { exitCode, shown } = await converseWith(' Exit \nHow do I ask for leave?\n')
  expect(shown).not.toContain('Toucan')
  expect(exitCode).toBe(0)
})
