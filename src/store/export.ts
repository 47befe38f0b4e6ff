import { sql } from 'kysely'
import type { Engine } from './engine.ts'
import type { ExportLine, Row } from './export-line.ts'
import { latestMigration } from './migrations.ts'
import { type MovedTable, movedTables } from './moved-tables.ts'
import { RowHash } from './row-hash.ts'
import type { Queries } from './tables.ts'

const PAGE = 500

/**
 * Everything in a store as of one moment, as lines of JSON. Among it is the secret by which people are hashed, so that an
 * export is to be kept like the store itself.
 */
export async function* exportStore({ db }: Engine, nowMs: number): AsyncGenerator<string> {
  yield lineOf({ store: 'focal-point', tables: latestMigration, exportedAtMs: nowMs })
  const moment = await db.startTransaction().setIsolationLevel('repeatable read').execute()
  const sum = new RowHash()
  try {
    for (const table of movedTables) {
      for await (const row of rowsOf(moment, table)) {
        sum.add(table.name, row)
        yield lineOf({ table: table.name, row })
      }
    }
  } finally {
    await moment.rollback().execute()
  }
  yield lineOf(sum.total)
}

/** By primary key in pages, so that no table has to fit into memory. */
async function* rowsOf(db: Queries, { name, key }: MovedTable): AsyncGenerator<Row> {
  const columns = sql.join(key.map((column) => sql.ref(column)))
  let after = sql``
  for (;;) {
    const page = sql<Row>`select * from ${sql.table(name)} ${after} order by ${columns} limit ${sql.lit(PAGE)}`
    const { rows } = await page.execute(db)
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < PAGE) return
    after = sql`where (${columns}) > (${sql.join(key.map((column) => last[column]))})`
  }
}

function lineOf(line: ExportLine): string {
  return JSON.stringify(line)
}
