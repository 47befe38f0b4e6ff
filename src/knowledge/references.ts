import { listOf } from './knowledge.ts'

/** A place in an entry that names another entry, and the kinds of entry it may name. */
export type Reference = {
  readonly path: readonly PropertyKey[]
  readonly id: string
  readonly allowed: readonly string[]
}

type Step = string | '*'

/** Which fields hold ids, and of which folders. `*` stands for each element of a list; a lone value is fine too. */
const referenceFields: readonly { readonly steps: readonly Step[]; readonly allowed: readonly string[] }[] = [
  { steps: ['facts', '*', 'about', '*'], allowed: ['intents'] },
  { steps: ['orElse', '*'], allowed: ['intents'] },
  { steps: ['roles', '*', 'role'], allowed: ['roles'] },
  { steps: ['roles', '*', 'partners', '*', 'who', '*'], allowed: ['organisations'] },
  { steps: ['series'], allowed: ['processes', 'terms'] },
  { steps: ['region'], allowed: ['regions'] },
  { steps: ['organisers', '*', 'organisation'], allowed: ['organisations'] },
  { steps: ['contacts', '*'], allowed: ['contacts'] },
  { steps: ['head'], allowed: ['contacts'] },
  {
    steps: ['for', '*'],
    allowed: ['processes', 'events', 'units', 'organisations', 'terms', 'documents', 'publications', 'figures'],
  },
  { steps: ['items', '*', 'event'], allowed: ['events'] },
]

const citationFields: readonly (readonly Step[])[] = [
  ['source', '*'],
  ['facts', '*', 'source', '*'],
  ['roles', '*', 'source', '*'],
]

/** Every id that an entry names. */
export function referencesIn(entry: unknown): Reference[] {
  return referenceFields.flatMap(({ steps, allowed }) =>
    valuesAt(entry, steps).map(({ path, value }) => ({ path, id: value, allowed })),
  )
}

/** The ids of the sources that an entry cites. */
export function citationsIn(entry: unknown): Reference[] {
  return citationTextsIn(entry).map(({ path, value }) => ({ path, id: citedSource(value), allowed: ['sources'] }))
}

/** The citations of an entry as they are written, "004:528", its own before those of its facts and roles. */
export function citationTextsIn(entry: unknown): LocatedText[] {
  return citationFields.flatMap((steps) => valuesAt(entry, steps))
}

/** The id of the source that a citation names. */
export function citedSource(citation: string): string {
  return citation.slice(0, citation.indexOf(':'))
}

type LocatedText = { readonly path: readonly PropertyKey[]; readonly value: string }

function valuesAt(value: unknown, steps: readonly Step[], path: readonly PropertyKey[] = []): LocatedText[] {
  if (value === undefined || value === null) return []
  const [step, ...rest] = steps
  if (step === undefined) return typeof value === 'string' ? [{ path, value }] : []
  if (step === '*') {
    if (!Array.isArray(value)) return valuesAt(value, rest, path)
    return listOf(value).flatMap((item, index) => valuesAt(item, rest, [...path, index]))
  }
  if (typeof value !== 'object') return []
  return valuesAt((value as Record<string, unknown>)[step], rest, [...path, step])
}
