import { sql } from 'kysely'
import type { Engine } from './engine.ts'
import { type ExportHeader, type ExportLine, exportLineSchema, type Row, type StoreTotal } from './export-line.ts'
import { latestMigration } from './migrations.ts'
import { movedTables } from './moved-tables.ts'
import { RowHash } from './row-hash.ts'
import { StoreError } from './store-error.ts'
import type { Queries, Tables } from './tables.ts'

/** SQLite takes 32,766 parameters, and a row has at most some twenty. */
const BATCH = 200

/** When the imported store was exported, and what it holds. */
export type Imported = StoreTotal & { readonly exportedAtMs: number }

/**
 * Fills an empty store with the lines of an export, all or nothing.
 * @throws {StoreError} where the store is not empty, or the lines are no whole export of this version
 */
export async function importStore({ db }: Engine, lines: AsyncIterable<string> | Iterable<string>): Promise<Imported> {
  return await db.transaction().execute(async (tx) => {
    await refuseFilled(tx)
    return await fill(tx, lines)
  })
}

async function refuseFilled(db: Queries): Promise<void> {
  for (const { name } of movedTables) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db)
    if (rows.length > 0 && name !== 'meta') {
      throw new StoreError(`the store is not empty (${name} has rows); import into a new one`)
    }
  }
  // It says what the store is, and has its secrets; the export brings both along.
  await db.deleteFrom('meta').execute()
}

async function fill(db: Queries, lines: AsyncIterable<string> | Iterable<string>): Promise<Imported> {
  const filling = new Filling(db)
  let number = 0
  for await (const text of lines) {
    number += 1
    await filling.take(parse(text, number), number)
  }
  return await filling.end()
}

/** Takes the lines of an export in their order. */
class Filling {
  readonly #db: Queries
  readonly #sum = new RowHash()
  #header: ExportHeader | undefined
  #total: StoreTotal | undefined
  #table: keyof Tables = 'meta'
  #batch: Row[] = []

  constructor(db: Queries) {
    this.#db = db
  }

  async take(line: ExportLine, number: number): Promise<void> {
    const isFirst = number === 1
    if ('store' in line !== isFirst || this.#total) throw unexpected(number)
    if ('store' in line) this.#header = checkVersion(line)
    else if ('row' in line) await this.#takeRow(line.table, line.row)
    else this.#total = line
  }

  async end(): Promise<Imported> {
    await this.#insertBatch()
    const { total } = this.#sum
    if (!this.#header || !this.#total) throw new StoreError('the export is cut off; its last line is missing')
    if (!isSame(total, this.#total)) throw new StoreError('the export was changed; its rows are not those it counts')
    return { ...total, exportedAtMs: this.#header.exportedAtMs }
  }

  async #takeRow(table: keyof Tables, row: Row): Promise<void> {
    if (table !== this.#table || this.#batch.length === BATCH) await this.#insertBatch()
    this.#table = table
    this.#batch.push(row)
    this.#sum.add(table, row)
  }

  async #insertBatch(): Promise<void> {
    const [first] = this.#batch
    if (!first) return
    const columns = Object.keys(first)
    const rows = this.#batch.map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`)
    const names = sql.join(columns.map((column) => sql.ref(column)))
    await sql`insert into ${sql.table(this.#table)} (${names}) values ${sql.join(rows)}`.execute(this.#db)
    this.#batch = []
  }
}

function parse(text: string, number: number): ExportLine {
  try {
    return exportLineSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw new StoreError(`line ${number}: is no line of an export`, { cause })
  }
}

function checkVersion(header: ExportHeader): ExportHeader {
  if (header.tables === latestMigration) return header
  throw new StoreError(
    `the export is of another version (tables ${header.tables}, here ${latestMigration}); import it with that version`,
  )
}

function unexpected(number: number): StoreError {
  return new StoreError(`line ${number}: is not where it belongs in an export`)
}

function isSame(one: StoreTotal, other: StoreTotal): boolean {
  const counts = ({ rows }: StoreTotal) => JSON.stringify(Object.entries(rows).sort())
  return one.hash === other.hash && counts(one) === counts(other)
}
