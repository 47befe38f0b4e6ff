import type { z } from 'zod'
import type * as schema from './schema.ts'

export type Source = z.infer<typeof schema.sourceSchema>
export type Fact = NonNullable<z.infer<typeof schema.termSchema>['facts']>[number]
export type Intent = z.infer<typeof schema.intentSchema>
export type LexiconGroup = z.infer<typeof schema.lexiconSchema>
export type City = z.infer<typeof schema.citySchema>
export type Topic = { readonly kind: 'topic' } & z.infer<typeof schema.topicSchema>

export type Role = { readonly kind: 'role' } & z.infer<typeof schema.roleSchema>
export type Region = { readonly kind: 'region' } & z.infer<typeof schema.regionSchema>
export type Organisation = { readonly kind: 'organisation' } & z.infer<typeof schema.organisationSchema>
export type Process = { readonly kind: 'process' } & z.infer<typeof schema.processSchema>
export type Event = { readonly kind: 'event' } & z.infer<typeof schema.eventSchema>
export type Dialogue = { readonly kind: 'dialogue' } & z.infer<typeof schema.dialogueSchema>
export type Publication = { readonly kind: 'publication' } & z.infer<typeof schema.publicationSchema>
export type Unit = { readonly kind: 'unit' } & z.infer<typeof schema.unitSchema>
export type Contact = { readonly kind: 'contact' } & z.infer<typeof schema.contactSchema>
export type Term = { readonly kind: 'term' } & z.infer<typeof schema.termSchema>
export type Document = { readonly kind: 'document' } & z.infer<typeof schema.documentSchema>
export type Figure = { readonly kind: 'figure' } & z.infer<typeof schema.figureSchema>

/** Anything a question can be about. */
export type Entry =
  | Process
  | Event
  | Dialogue
  | Publication
  | Unit
  | Contact
  | Term
  | Document
  | Figure
  | Organisation
  | Role
  | Region
export type EntryKind = Entry['kind']

/** Short lines that are no questions for us, by language: what the assistant learns to decline from. */
export type OutOfScope = z.infer<typeof schema.outOfScopeSchema>

/** Where an entry begins; lines count from 1. */
export type Place = { readonly file: string; readonly line: number }

/** A whole, checked knowledge folder: every reference in it leads somewhere. */
export type Knowledge = {
  readonly entries: ReadonlyMap<string, Entry>
  readonly sources: ReadonlyMap<string, Source>
  readonly intents: ReadonlyMap<string, Intent>
  readonly lexicon: readonly LexiconGroup[]
  readonly topics: ReadonlyMap<string, Topic>
  /** Cities whose time zone their country does not tell. */
  readonly cities: readonly City[]
  readonly outOfScope: OutOfScope
  /** Where entries stand, by their id. What comes from elsewhere, like the event of a calendar, has no place. */
  readonly places?: ReadonlyMap<string, Place>
}

/** All entries of one kind, in the order of their files. Sorted by kind once: every question asks for some. */
export function entriesOf<K extends EntryKind>(
  { entries }: Knowledge,
  kind: K,
): readonly Extract<Entry, { kind: K }>[] {
  const byKind = sorted.get(entries) ?? Map.groupBy(entries.values(), (entry) => entry.kind)
  sorted.set(entries, byKind)
  return (byKind.get(kind) ?? []) as Extract<Entry, { kind: K }>[]
}

const sorted = new WeakMap<Knowledge['entries'], ReadonlyMap<EntryKind, readonly Entry[]>>()

/** The entry of that id and kind. References are checked at loading, so a miss is a defect and throws. */
export function entryOf<K extends EntryKind>(knowledge: Knowledge, kind: K, id: string): Extract<Entry, { kind: K }> {
  const entry = knowledge.entries.get(id)
  if (entry?.kind !== kind) throw new Error(`no ${kind} "${id}"`)
  return entry as Extract<Entry, { kind: K }>
}

/** A value or a list of values as a list. */
export function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value as T]
}
