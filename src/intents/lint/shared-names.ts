import type { Entry, Knowledge } from '../../knowledge/knowledge.ts'
import type { Locate, LocatedKnowledge } from '../../knowledge/located-knowledge.ts'
import type { Location, Warning } from '../../knowledge/problem.ts'
import { referencesIn } from '../../knowledge/references.ts'
import { namesOf, weakNamesOf } from '../entry-names.ts'
import { nameKeys } from '../name-trie.ts'
import { listPlaces } from '../places.ts'

/**
 * The names that stand for several entries, or for an entry and a place, so that a question with one of them is
 * answered for all. One warning for the same bearers, however many names they share. Not told are names that are made
 * to be shared or told apart in a question: weak names, an entry beside one that it refers to (the series it is a member
 * of, the event it is the contact of), and an acronym that is a word in small letters. Cost grows with the number of
 * names.
 */
export function warnOfSharedNames({ knowledge, locate }: LocatedKnowledge): Warning[] {
  const sameKey = Map.groupBy(listNames(knowledge), ({ key }) => key)
  const shared = [...sameKey.values()].map(withoutHarmless).filter((names) => names.length > 1)
  const byBearers = Map.groupBy(shared, (names) => names.map(({ bearer }) => bearer).join())
  return [...byBearers.values()].flatMap((groups) => warningsOf(groups, locate))
}

type Name = {
  readonly name: string
  readonly key: string
  readonly strong: boolean
  /** How messages call who bears it: `the event "forum-2017"`. */
  readonly bearer: string
  /** Left out for a city or country, which has no file of its own. */
  readonly entry?: Entry
}

function listNames(knowledge: Knowledge): Name[] {
  const ofEntries = [...knowledge.entries.values()].flatMap((entry) => {
    const bearer = `the ${entry.kind} "${entry.id}"`
    const strong = namesOf(entry).map((name) => ({ name, key: keyOf(name), strong: true, bearer, entry }))
    return [...strong, ...weakNamesOf(entry).map((name) => ({ name, key: keyOf(name), strong: false, bearer, entry }))]
  })
  const ofPlaces = listPlaces(knowledge).flatMap(({ names }) =>
    names.map((name) => ({ name, key: keyOf(name), strong: true, bearer: `the place "${names[0]}"` })),
  )
  return [...ofEntries, ...ofPlaces].filter(({ key }) => key !== '')
}

/** What must be written in capitals shares no key with what need not. */
function keyOf(name: string): string {
  const { keys, upperCase } = nameKeys(name)
  return upperCase ? keys.join(' ').toUpperCase() : keys.join(' ')
}

/** One name of each bearer that is left; nothing an editor could do about names that only places share. */
function withoutHarmless(names: readonly Name[]): Name[] {
  if (names.every(({ strong, entry }) => !strong || !entry)) return []
  const ids = new Set(names.map(({ entry }) => entry?.id))
  const told = names.filter(({ entry }) => !entry || !referencesIn(entry).some(({ id }) => ids.has(id)))
  return told.filter(({ bearer }, at) => told.findIndex((other) => other.bearer === bearer) === at)
}

/** Stands where the last entry has the name: most often that is the one which was added. */
function warningsOf([names = [], ...more]: readonly Name[][], locate: Locate): Warning[] {
  const last = names.findLast(({ entry }) => entry)
  if (!last?.entry) return []
  const others = names.filter((name) => name !== last).map((name) => withLocation(name, locate))
  const count = more.length > 0 ? ` (and ${more.length} more)` : ''
  const message = `the name "${last.name}"${count} of ${last.bearer} also stands for ${others.join(' and ')}, so a question with it is answered for all; if that is not meant, change one of them`
  return [{ ...locateName(last.name, last.entry, locate), message }]
}

function withLocation({ name, bearer, entry }: Name, locate: Locate): string {
  if (!entry) return bearer
  const { file, line } = locateName(name, entry, locate)
  return `${bearer} (${file}:${line})`
}

/** The shortest text that holds the name: a name can be taken from a longer title, or from an address. */
function locateName(name: string, entry: Entry, locate: Locate): Location {
  const holding = textsIn(entry).filter(({ text, path: [field] }) => text.includes(name) && isShown(field))
  const [shortest] = holding.sort((a, b) => a.text.length - b.text.length)
  return locate({ in: 'entries', id: entry.id }, shortest?.path ?? [])
}

/** Ids look like names, but are none. */
function isShown(field: PropertyKey | undefined): boolean {
  return field !== 'id' && field !== 'kind' && field !== 'series' && field !== 'source'
}

type LocatedText = { readonly path: readonly PropertyKey[]; readonly text: string }

function textsIn(value: unknown, path: readonly PropertyKey[] = []): LocatedText[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (typeof value !== 'object' || value === null) return []
  const steps: [PropertyKey, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return steps.flatMap(([step, inner]) => textsIn(inner, [...path, step]))
}
