import type { LocatedEntry } from './check-references.ts'
import type { Problem } from './problem.ts'

type Replacing = { readonly replaces: string }
type Repeating = { readonly except?: readonly string[] }

/** The events that say they take the place of an occurrence that no event leaves out. */
export function unknownOccurrences(entries: readonly LocatedEntry[], unread: ReadonlySet<string>): Problem[] {
  if (unread.has('events')) return []
  const events = entries.filter(({ folder }) => folder === 'events')
  return events.flatMap(({ value, yaml, path }) => {
    if (!isReplacing(value)) return []
    const [id, day = ''] = value.replaces.split('@')
    const replaced = events.find((other) => other.id === id)
    // What is wrong with an entry that has faults is told already.
    if (replaced && (!replaced.value || isLeftOut(day, replaced.value))) return []
    const message = `replaces: there is no event "${id}" that has "${day}" in its "except"`
    return [yaml.problemAt([...path, 'replaces'], message)]
  })
}

function isReplacing(value: object | undefined): value is Replacing {
  return value !== undefined && 'replaces' in value && typeof value.replaces === 'string'
}

function isLeftOut(day: string, { except = [] }: Repeating): boolean {
  return except.includes(day)
}
