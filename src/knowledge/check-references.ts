import type { Folder } from './knowledge-files.ts'
import type { Problem } from './problem.ts'
import { citationsIn, type Reference, referencesIn } from './references.ts'
import type { YamlFile } from './yaml-file.ts'

/** An entry of a file: where it stands, and its value once the schema has found it good. */
export type LocatedEntry = {
  readonly folder: Folder
  readonly id: string
  readonly path: readonly PropertyKey[]
  readonly yaml: YamlFile
  /** Left out for an entry with faults: it still counts as being there. */
  readonly value?: object
}

/** What is only ever named by its folder has a space of its own for its ids. */
const ownIdSpaces = ['sources', 'intents', 'lexicon', 'topics', 'cities'] as const satisfies readonly Folder[]

/** Where an id is unique: all entries that questions can be about share one space. */
export type IdSpace = (typeof ownIdSpaces)[number] | 'entries'

export function idSpaceOf(folder: Folder): IdSpace {
  return ownIdSpaces.find((space) => space === folder) ?? 'entries'
}

/** The entries whose id another entry of the same kind of id has already. */
export function duplicateIds(entries: readonly LocatedEntry[]): Problem[] {
  const seen = new Map<string, LocatedEntry>()
  return entries.flatMap((entry) => {
    const key = `${idSpaceOf(entry.folder)}:${entry.id}`
    const first = seen.get(key)
    if (!first) {
      seen.set(key, entry)
      return []
    }
    const { file, line } = first.yaml.problemAt([...first.path, 'id'], '')
    const message = `id: "${entry.id}" is used already at ${file}:${line}, expected an id of its own`
    return [entry.yaml.problemAt([...entry.path, 'id'], message)]
  })
}

/**
 * The ids that lead nowhere.
 * @param unread folders of which a file could not be read: what they hold is unknown, so nothing is said about it
 */
export function danglingReferences(entries: readonly LocatedEntry[], unread: ReadonlySet<string>): Problem[] {
  const ids = idsByFolder(entries)
  const leadsSomewhere = ({ id, allowed }: Reference) =>
    allowed.some((folder) => unread.has(folder) || ids.get(folder)?.has(id))
  return entries.flatMap(({ folder, value, path, yaml }) => {
    // An organisation's own topics name their source in free words.
    if (folder === 'topics' || !value) return []
    return [...referencesIn(value), ...citationsIn(value)]
      .filter((reference) => !leadsSomewhere(reference))
      .map((reference) => yaml.problemAt([...path, ...reference.path], danglingMessage(reference, ids)))
  })
}

function idsByFolder(entries: readonly LocatedEntry[]): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>()
  for (const { folder, id } of entries) {
    const known = ids.get(folder) ?? new Set()
    ids.set(folder, known.add(id))
  }
  return ids
}

function danglingMessage({ path, id, allowed: folders }: Reference, ids: ReadonlyMap<string, Set<string>>): string {
  const field = path.filter((part) => typeof part === 'string').join('.')
  const allowed = folders.flatMap((folder) => [...(ids.get(folder) ?? [])])
  const shown = allowed.slice(0, 12).join(', ') || 'none yet'
  const more = allowed.length > 12 ? `, … (${allowed.length} in all)` : ''
  return `${field}: nothing in ${folders.join(' or ')} has the id "${id}", allowed are ${shown}${more}`
}
