import type { LocatedEntry } from './check-references.ts'
import type { Problem } from './problem.ts'

/** The contacts that are marked as the general one although another is already. */
export function furtherGeneralContacts(entries: readonly LocatedEntry[]): Problem[] {
  const [first, ...others] = entries.filter(({ folder, value }) => folder === 'contacts' && isGeneral(value))
  if (!first) return []
  const { file, line } = first.yaml.problemAt([...first.path, 'general'], '')
  return others.map(({ yaml, path }) =>
    yaml.problemAt(
      [...path, 'general'],
      `general: "${first.id}" at ${file}:${line} is it already, expected at most one`,
    ),
  )
}

function isGeneral(value: object | undefined): boolean {
  return value !== undefined && 'general' in value && value.general === true
}
