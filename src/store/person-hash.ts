import { createHmac, randomBytes } from 'node:crypto'
import type { Queries } from './tables.ts'

/** The same for one person about one thing, and without any visible relation otherwise. */
export type HashPerson = (person: string, about: readonly string[]) => string

/** Hashes with the secret of this store, which is drawn on first use. */
export async function createPersonHash(db: Queries): Promise<HashPerson> {
  const secret = Buffer.from(await secretOf(db), 'hex')
  return (person, about) =>
    createHmac('sha256', secret)
      .update(JSON.stringify([person, ...about]))
      .digest('hex')
}

async function secretOf(db: Queries): Promise<string> {
  const drawn = { key: 'person-secret', value: randomBytes(32).toString('hex') }
  // Whoever comes second must use the secret of the first.
  const keepFirst = db.insertInto('meta').values(drawn)
  await keepFirst.onConflict((conflict) => conflict.doNothing()).execute()
  const kept = await db.selectFrom('meta').select('value').where('key', '=', drawn.key).executeTakeFirstOrThrow()
  return kept.value
}
