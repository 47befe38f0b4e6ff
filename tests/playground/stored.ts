import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

type Row = Readonly<Record<string, unknown>>

/** What the service has stored. */
export type Stored = Disposable & {
  feedback(): readonly Row[]
  /** Where it may write without being asked. */
  places(): readonly Row[]
}

/** Reads the store beside the service that has it. */
export function openStored(folder: string): Stored {
  const database = new DatabaseSync(join(folder, 'store.sqlite'), { readOnly: true })
  const rows = (query: string): Row[] => database.prepare(query).all()
  return {
    feedback: () => rows('SELECT verdict, reason, question FROM feedback ORDER BY created_at'),
    places: () => rows('SELECT kind, conversation_id FROM conversation_reference ORDER BY updated_at'),
    [Symbol.dispose]: () => database.close(),
  }
}
