import type { Contact, Entry, Event, Intent, Knowledge, LexiconGroup, Process } from '../../src/knowledge/knowledge.ts'

/** A knowledge of invented entries and nothing else, so that a test shows all that matters to it. */
export function aSmallKnowledge(parts: {
  readonly entries?: readonly Entry[]
  readonly intents?: readonly Intent[]
  readonly lexicon?: readonly LexiconGroup[]
  readonly outOfScope?: readonly string[]
  readonly sources?: Knowledge['sources']
  readonly cities?: Knowledge['cities']
}): Knowledge {
  return {
    entries: new Map((parts.entries ?? []).map((entry) => [entry.id, entry])),
    sources: parts.sources ?? new Map(),
    intents: new Map((parts.intents ?? []).map((intent) => [intent.id, intent])),
    lexicon: parts.lexicon ?? [],
    topics: new Map(),
    cities: parts.cities ?? [],
    outOfScope: { en: [...(parts.outOfScope ?? [])] },
  }
}

/** A process known by its name; `heads` and `aliases` are what else it is called. */
export function aProcess(name: string, more: Partial<Process> = {}): Process {
  const roles = [{ role: 'observer', source: '900:1' }]
  return { kind: 'process', id: idOf(name), name, scope: 'regional', roles, source: '900:1', ...more }
}

/** An event of the series "forum", known by its name. */
export function anEvent(name: string, more: Partial<Event> = {}): Event {
  return { kind: 'event', id: idOf(name), name, series: 'forum', source: '900:2', ...more }
}

export function aContact(person: string, more: Partial<Contact> = {}): Contact {
  return { kind: 'contact', id: idOf(person), person, source: '900:3', ...more }
}

export function anIntent(id: string, phrasings: readonly string[], more: Partial<Intent> = {}): Intent {
  return { id, asks: `the ${id}`, held: true, phrasings: { en: [...phrasings] }, ...more }
}

export function aGroup(id: string, words: readonly string[], use?: LexiconGroup['use']): LexiconGroup {
  return { id, words: { en: [...words] }, ...(use ? { use } : {}) }
}

/** The ids of entries in the order of the alphabet. */
export function idsOf(entries: readonly Entry[]): string[] {
  return entries.map((entry) => entry.id).sort()
}

function idOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
}
