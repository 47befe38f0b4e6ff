import { type IdSpace, idSpaceOf, type LocatedEntry } from './check-references.ts'
import type { Knowledge } from './knowledge.ts'
import type { Location } from './problem.ts'
import type { YamlFile } from './yaml-file.ts'

/** A part of the knowledge that has a place in a file: what an id stands for, or all that is out of scope. */
export type Holder = { readonly in: IdSpace; readonly id: string } | { readonly in: 'out-of-scope' }

/** Where the value at `path` of a holder stands, or the key `key` inside it; the nearest place above what is not there. */
export type Locate = (holder: Holder, path: readonly PropertyKey[], key?: string) => Location

/** A whole, checked knowledge folder, and where in its files everything stands. */
export type LocatedKnowledge = { readonly knowledge: Knowledge; readonly locate: Locate }

/** The first look-up in a file parses it again, so that loading costs nothing for what is never asked. */
export function createLocate(entries: readonly LocatedEntry[], outOfScope: YamlFile | undefined): Locate {
  let byId: Map<string, LocatedEntry> | undefined
  return (holder, path, key) => {
    byId ??= new Map(entries.map((entry) => [`${idSpaceOf(entry.folder)}:${entry.id}`, entry]))
    const found = holder.in === 'out-of-scope' ? outOfScope && { yaml: outOfScope, path: [] } : byId.get(keyOf(holder))
    if (!found) throw new Error(`nothing is held under ${JSON.stringify(holder)}`)
    const { file, line, column } = found.yaml.problemAt([...found.path, ...path], '', key)
    return { file, line, column }
  }
}

function keyOf({ in: space, id }: Exclude<Holder, { in: 'out-of-scope' }>): string {
  return `${space}:${id}`
}
