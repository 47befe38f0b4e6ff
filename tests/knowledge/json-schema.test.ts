import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { knowledgeSchemas } from '../../src/knowledge/json-schema.ts'
import { kinds } from '../../src/knowledge/schema.ts'

const ROOT = join(import.meta.dirname, '../..')
const SCHEMA_FOLDER = join(ROOT, 'knowledge/schema')

/** Lets Zod read a schema back, so that the file is tested by what it accepts. */
function accepts(kind: string, value: unknown): boolean {
  const schema = z.fromJSONSchema(JSON.parse(knowledgeSchemas().get(`${kind}.schema.json`) ?? 'null'))
  return schema.safeParse(value).success
}

function readText(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

describe('the JSON Schemas for editors', () => {
  test('are committed as the sources generate them (npm run knowledge:schema)', () => {
    const stale = [...knowledgeSchemas()].filter(([name, text]) => readText(join(SCHEMA_FOLDER, name)) !== text)
    expect(stale.map(([name]) => name)).toEqual([])
    expect(readdirSync(SCHEMA_FOLDER)).toHaveLength(knowledgeSchemas().size)
  })

  test('cover every folder of the knowledge', () => {
    expect([...knowledgeSchemas().keys()]).toEqual(
      expect.arrayContaining(Object.keys(kinds).map((kind) => `${kind}.schema.json`)),
    )
  })

  test('are each assigned to their files in Visual Studio Code', () => {
    const settings = JSON.parse(readFileSync(join(ROOT, '.vscode/settings.json'), 'utf8'))
    const files = [...knowledgeSchemas().keys()].map((name) => `./knowledge/schema/${name}`)
    expect(Object.keys(settings['yaml.schemas']).sort()).toEqual(files.sort())
  })

  const topic = { id: 'badge', title: 'Badge', questions: ['Where do I get a badge?'], answer: 'At the gate.' }

  test.each([
    ['one entry', topic, true],
    ['a list of entries', [topic, topic], true],
    ['an entry with an unknown key', { ...topic, colour: 'red' }, false],
    ['an entry that lacks something', { id: 'badge' }, false],
    ['an empty list', [], false],
  ])('judge %s in a file', (_, value, accepted) => {
    expect(accepts('topics', value)).toBe(accepted)
  })

  test('let a value with a default be left out', () => {
    expect(accepts('intents', { id: 'fee', asks: 'the fee', phrasings: { en: ['What does it cost?'] } })).toBe(true)
  })
})
