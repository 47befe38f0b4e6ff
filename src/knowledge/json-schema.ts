import { z } from 'zod'
import { kinds, outOfScopeSchema } from './schema.ts'

/** Draft 7 is what the YAML support of editors understands best. */
const target = 'draft-7'

/** File name → JSON Schema text, one for each kind of knowledge file: with them, editors complete and check while people type. */
export function knowledgeSchemas(): Map<string, string> {
  const files = Object.entries(kinds).map(
    ([folder, schema]) => [fileName(folder), toText(entryFile(folder, schema))] as const,
  )
  return new Map([...files, [fileName('out-of-scope'), toText(wholeFile('out-of-scope', outOfScopeSchema))]])
}

function fileName(kind: string): string {
  return `${kind}.schema.json`
}

/** A file holds one entry or a list of entries. */
function entryFile(folder: string, schema: z.ZodType): object {
  const { $schema, ...entry } = jsonSchema(schema)
  return {
    $schema,
    title: `knowledge/${folder}/*.yaml`,
    anyOf: [{ $ref: '#/definitions/entry' }, { type: 'array', items: { $ref: '#/definitions/entry' }, minItems: 1 }],
    definitions: { entry },
  }
}

function wholeFile(name: string, schema: z.ZodType): object {
  const { $schema, ...rest } = jsonSchema(schema)
  return { $schema, title: `knowledge/${name}.yaml`, ...rest }
}

/** As people write it: what has a default may be left out. */
function jsonSchema(schema: z.ZodType) {
  return z.toJSONSchema(schema, { target, io: 'input' })
}

function toText(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`
}
