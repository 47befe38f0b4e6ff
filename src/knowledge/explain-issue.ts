import type { z } from 'zod'
import { allowedAt, keysAt } from './allowed-values.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** One problem of a value: where, which key if it is about a key, and what is wrong and allowed. */
export type Explanation = { readonly path: Path; readonly key?: string; readonly message: string }

/**
 * Says in plain words what is wrong with a value and what is allowed, one explanation for each fault.
 * @param schema what the value was checked with: where it is given, the words for what is allowed come from it
 */
export function explainIssues(issues: readonly Issue[], value: unknown, schema?: z.core.$ZodType): Explanation[] {
  return issues.flatMap((issue) => explain(issue, [], { value, schema }))
}

type Subject = { readonly value: unknown; readonly schema: z.core.$ZodType | undefined }

function explain(issue: Issue, base: Path, subject: Subject): Explanation[] {
  const path = [...base, ...issue.path]
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(path, key, subject))
  const meant = issue.code === 'invalid_union' ? meantAlternative(issue.errors) : undefined
  if (meant) return meant.flatMap((inner) => explain(inner, path, subject))
  return [{ path, message: unexpectedValue(path, issue, subject) }]
}

function unknownKey(path: Path, key: string, { schema }: Subject): Explanation {
  const where = fieldName(path)
  const allowed = schema ? `, allowed are ${keysAt(schema, path).join(', ')}` : ''
  return { path, key, message: `unknown key "${key}"${where ? ` in ${where}` : ''}${allowed}` }
}

function unexpectedValue(path: Path, issue: Issue, { value, schema }: Subject): string {
  const found = valueAt(value, path)
  const field = fieldName(path) || 'entry'
  const expected = issue.message.startsWith('expected ') ? issue.message : whatIsAllowed(path, issue, schema)
  return found === undefined ? `${field}: missing, ${expected}` : `${field}: ${expected}, got ${inWords(found)}`
}

function whatIsAllowed(path: Path, issue: Issue, schema: z.core.$ZodType | undefined): string {
  const allowed = schema && allowedAt(schema, path)
  if (allowed) return `expected ${allowed}`
  if (issue.code === 'invalid_type') return `expected ${issue.expected}`
  if (issue.code === 'invalid_value') return `expected ${issue.values.map((v) => JSON.stringify(v)).join(' or ')}`
  return issue.message
}

/** Of the alternatives, the one that came furthest is what the writer meant; undefined when none fits at all. */
function meantAlternative(alternatives: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const depth = (issues: readonly Issue[]) =>
    Math.max(...issues.map((issue) => issue.path.length + (issue.code === 'invalid_type' ? 0 : 0.5)))
  const [furthest] = [...alternatives].sort((a, b) => depth(b) - depth(a))
  return furthest && depth(furthest) > 0 ? furthest : undefined
}

/** The field as people write it: without the positions in lists. */
function fieldName(path: Path): string {
  return path.filter((part) => typeof part === 'string').join('.')
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, part) => (isObject(inner) ? (inner as Record<PropertyKey, unknown>)[part] : undefined),
    value,
  )
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (isObject(value)) return `an object with the keys ${shorten(Object.keys(value).join(', ')) || '(none)'}`
  return shorten(JSON.stringify(value) ?? typeof value)
}

function isObject(value: unknown): value is object {
  return value !== null && typeof value === 'object'
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
