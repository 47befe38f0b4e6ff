import type { Entry, EntryKind, Knowledge } from '../src/knowledge/knowledge.ts'

/** What there is more of when the knowledge grows; people, partners, roles and regions stay as they are, and so do years. */
const growingKinds: ReadonlySet<EntryKind> = new Set(['process', 'event', 'publication', 'term', 'document', 'figure'])

/** Fields that hold names. */
const nameFields = new Set(['name', 'fullName', 'aliases', 'heads', 'title', 'symbol'])

const syllables = ['ba', 'ro', 'zel', 'mi', 'tan', 'ku', 'vor', 'de', 'lis', 'pha', 'go', 'nur']

/** The knowledge with renamed copies beside its entries until there are so many; what copies refer to is copied with them. */
export function enlargeKnowledge(knowledge: Knowledge, size: number): Knowledge {
  const growing = [...knowledge.entries.values()].filter(({ kind }) => growingKinds.has(kind))
  const ids = new Set(growing.map(({ id }) => id))
  const entries = new Map(knowledge.entries)
  for (let copy = 1; entries.size < size; copy++) {
    for (const entry of growing.slice(0, size - entries.size)) {
      const renamed = copyEntry(entry, copy, ids)
      entries.set(renamed.id, renamed)
    }
  }
  return { ...knowledge, entries }
}

/** The same entry with other ids, and a word in front of each name that no other entry has. */
function copyEntry(entry: Entry, copy: number, ids: ReadonlySet<string>): Entry {
  const word = inventWord(`${entry.id}-${copy}`)
  const fields = Object.entries(entry).map(([field, value]) => [
    field,
    nameFields.has(field) ? mapTexts(value, (name) => `${word} ${name}`) : mapTexts(value, rename),
  ])
  function rename(text: string): string {
    return ids.has(text) ? `${text}-copy-${copy}` : text
  }
  // Texts are replaced by texts, so that it is an entry of the same kind.
  return Object.fromEntries(fields) as Entry
}

/** Every text inside a value replaced. */
function mapTexts(value: unknown, replace: (text: string) => string): unknown {
  if (typeof value === 'string') return replace(value)
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, replace))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, replace)]))
}

/** The same word for the same id every time, after the hash FNV-1a. */
function inventWord(id: string): string {
  let hash = 0x811c9dc5
  for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  const picks = Array.from({ length: 6 }, (_, i) => syllables[Math.floor(hash / 12 ** i) % 12] ?? '')
  const word = picks.join('')
  return word.charAt(0).toUpperCase() + word.slice(1)
}
