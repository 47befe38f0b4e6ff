import { z } from 'zod'

type Schema = z.core.$ZodType

/** What a schema allows at a path, in words: `text or a list`. Undefined when the schema knows no such place. */
export function allowedAt(schema: Schema, path: readonly PropertyKey[]): string | undefined {
  const words = [...new Set(alternativesAt(schema, path).map(inWords))]
  if (words.length === 0) return undefined
  // "a date or a list of a date" reads better as "a date or a list of these".
  const said = words.filter((word) => !/list of /.test(word))
  return words
    .map((word) => (said.some((item) => word.endsWith(`list of ${item}`)) ? 'a list of these' : word))
    .join(' or ')
}

/** The keys that a schema allows in the object at a path. */
export function keysAt(schema: Schema, path: readonly PropertyKey[]): string[] {
  return alternativesAt(schema, path).flatMap((alternative) => {
    const { def } = typed(alternative)._zod
    return def.type === 'object' ? Object.keys(def.shape) : []
  })
}

function alternativesAt(schema: Schema, path: readonly PropertyKey[]): Schema[] {
  return path.reduce<Schema[]>((found, part) => found.flatMap((s) => inside(s, part)), alternativesOf(schema))
}

function inside(schema: Schema, part: PropertyKey): Schema[] {
  const { def } = typed(schema)._zod
  if (def.type === 'array' && typeof part === 'number') return alternativesOf(def.element)
  if (def.type !== 'object') return []
  const field = def.shape[String(part)]
  return field ? alternativesOf(field) : []
}

/** Each member of a union; otherwise the schema alone, without what makes it optional or transforms it. */
function alternativesOf(schema: Schema): Schema[] {
  const { def } = typed(schema)._zod
  switch (def.type) {
    case 'union':
      return def.options.flatMap(alternativesOf)
    case 'optional':
    case 'default':
      return alternativesOf(def.innerType)
    case 'pipe':
      return alternativesOf(def.in)
    default:
      return [schema]
  }
}

function inWords(schema: Schema): string {
  const { def } = typed(schema)._zod
  switch (def.type) {
    case 'string':
      return textInWords(schema)
    case 'number':
      return 'a whole number'
    case 'boolean':
      return 'true or false'
    case 'array':
      return `${z.core.safeParse(schema, []).success ? 'a list' : 'a non-empty list'} of ${allowedAt(def.element, [])}`
    case 'object':
      return `an object with the keys ${Object.keys(def.shape).join(', ')}`
    case 'enum':
      return oneOf(Object.values(def.entries))
    case 'literal':
      return oneOf(def.values)
    default:
      return def.type
  }
}

/** Nothing says better what a text must look like than the complaint about an empty one. */
function textInWords(schema: Schema): string {
  const issue = z.core.safeParse(schema, '').error?.issues[0]
  if (!issue) return 'text'
  if (issue.message.startsWith('expected ')) return issue.message.slice('expected '.length)
  if (issue.code === 'too_small') return `text of ${issue.minimum} characters`
  if (issue.code === 'invalid_format') return formatInWords(issue.format, issue.pattern)
  return 'text'
}

function formatInWords(format: string, pattern: string | undefined): string {
  if (format === 'email') return 'an e-mail address'
  if (format === 'url') return 'a web address with https:// or http://'
  return `text that matches ${pattern}`
}

function oneOf(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(' or ')
}

function typed(schema: Schema): z.core.$ZodTypes {
  // Every schema that zod makes is one of these; the base type only hides which.
  return schema as z.core.$ZodTypes
}
