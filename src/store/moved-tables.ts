import type { Tables } from './tables.ts'

export type MovedTable = { readonly name: keyof Tables; readonly key: readonly string[] }

/** Everything that makes a store, by table with its primary key. */
export const movedTables: readonly MovedTable[] = Object.entries({
  meta: ['key'],
  seen_event: ['platform', 'event_key'],
  feedback: ['platform', 'workspace', 'answer_id', 'person_hash'],
  conversation_reference: ['platform', 'workspace', 'conversation_id'],
  kept_answer: ['workspace', 'id'],
  subscription: ['id'],
  delivery: ['key'],
  meeting_state: ['meeting_id'],
  unanswered: ['key'],
  answer_count: ['day', 'surface', 'status', 'language', 'latency'],
  // The names that a record has are those of its type.
} satisfies Record<keyof Tables, readonly string[]>).map(([name, key]) => ({ name: name as keyof Tables, key }))
