import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'

/** What there is more of when the knowledge grows; roles, regions, intents and words stay as they are. */
const growingFolders = ['processes', 'events', 'publications', 'terms', 'documents', 'figures']

const syllables = ['ba', 'ro', 'zel', 'mi', 'tan', 'ku', 'vor', 'de', 'lis', 'pha', 'go', 'nur']

/** Writes knowledge of several times the size into an empty folder: renamed copies beside the entries themselves. */
export function enlargeKnowledge(source: string, target: string, times: number): void {
  cpSync(source, target, { recursive: true })
  for (const folder of growingFolders) {
    for (const file of readdirSync(join(source, folder)).filter((name) => name.endsWith('.yaml'))) {
      const value: unknown = parse(readFileSync(join(source, folder, file), 'utf8'))
      for (let copy = 1; copy < times; copy++) {
        const renamed = [value].flat().map((entry) => renameEntry(entry, copy))
        writeFileSync(join(target, folder, `${file.replace(/\.yaml$/, '')}-copy-${copy}.yaml`), stringify(renamed))
      }
    }
  }
}

/** Another id, and a word in front of each name that no other entry has. */
function renameEntry(entry: unknown, copy: number): unknown {
  if (!isRecord(entry)) return entry
  const id = `${String(entry.id)}-copy-${copy}`
  const rename = (name: unknown) => prefixNames(name, inventWord(id))
  const names = Object.entries(entry).filter(([key]) =>
    ['name', 'fullName', 'aliases', 'title', 'symbol'].includes(key),
  )
  return { ...entry, id, ...Object.fromEntries(names.map(([key, name]) => [key, rename(name)])) }
}

/** A name, one for each language, or a list of names. */
function prefixNames(names: unknown, word: string): unknown {
  if (typeof names === 'string') return `${word} ${names}`
  if (Array.isArray(names)) return names.map((name) => prefixNames(name, word))
  if (!isRecord(names)) return names
  return Object.fromEntries(Object.entries(names).map(([language, name]) => [language, prefixNames(name, word)]))
}

/** The same word for the same id every time, after the hash FNV-1a. */
function inventWord(id: string): string {
  let hash = 0x811c9dc5
  for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  const picks = Array.from({ length: 4 }, (_, i) => syllables[Math.floor(hash / 12 ** i) % 12] ?? '')
  const word = picks.join('')
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
