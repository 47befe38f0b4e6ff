import type { Store } from '../src/store/store.ts'
import type { Check, Checking } from './health.ts'
import type { Settings } from './settings.ts'

/** Whether what must outlive a restart can be written. */
export function storeCheck(store: Store, settings: Settings): Readonly<Record<string, Checking>> {
  const failed: Check = { status: 'failed', reason: reasonOf(settings), problems: [] }
  return { store: async () => ((await store.canWrite()) ? { status: 'ok' } : failed) }
}

/** Without the address of the database, which holds a password. */
function reasonOf({ DATABASE_URL }: Settings): string {
  return DATABASE_URL === undefined
    ? 'the store in DATA_DIR cannot be written; make sure that its disk is there and not full'
    : 'the database of DATABASE_URL cannot be written; make sure that it runs and can be reached'
}
