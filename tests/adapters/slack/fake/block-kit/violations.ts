import type { z } from 'zod'

/** What is wrong with a value, one line `place: what, what is allowed` for each violation. */
export function violationsOf(schema: z.ZodType, value: unknown): string[] {
  const result = schema.safeParse(value, { error: wording })
  if (result.success) return []
  return result.error.issues.map(({ path, message }) => `${placeOf(path)}: ${message}`)
}

function placeOf(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
  return parts.join('').replace(/^\./, '') || 'it'
}

type Issue = z.core.$ZodRawIssue

function wording(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'too_big':
      return `${sizeOf(issue.input)}, at most ${issue.maximum}`
    case 'too_small':
      return issue.input === '' ? 'empty' : `${sizeOf(issue.input)}, at least ${issue.minimum}`
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `is no ${issue.expected}`
    case 'invalid_value':
      return `is ${JSON.stringify(issue.input)}, allowed is ${issue.values.map(String).join(', ')}`
    case 'unrecognized_keys':
      return `unknown field ${issue.keys.join(', ')}`
    case 'invalid_union':
      return `${JSON.stringify(typeOf(issue.input))} is not known here`
    default:
      return undefined
  }
}

function sizeOf(input: unknown): string {
  if (typeof input === 'string') return `${input.length} characters`
  return Array.isArray(input) ? `${input.length} elements` : String(input)
}

function typeOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'type' in input ? input.type : undefined
}
