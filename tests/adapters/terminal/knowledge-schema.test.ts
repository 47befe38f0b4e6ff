import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { knowledgeSchemas } from '../../../src/knowledge/json-schema.ts'
import { aFolder } from '../knowledge-fixture.ts'
import { runProgram } from '../run-program.ts'

test('knowledge:schema writes every schema into the folder', async () => {
  using folder = aFolder()
  const { exitCode } = await runProgram('terminal/knowledge-schema.ts', { args: [folder.path] })
  const schemaFolder = join(folder.path, 'schema')
  const written = readdirSync(schemaFolder).map((name) => [name, readFileSync(join(schemaFolder, name), 'utf8')])
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(knowledgeSchemas()))
  expect(exitCode).toBe(0)
})
