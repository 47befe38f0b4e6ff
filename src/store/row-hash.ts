import { createHash } from 'node:crypto'
import type { Row, StoreTotal } from './export-line.ts'

const MODULUS = 2n ** 256n

/** Counts rows and sums up their hashes, so that the same rows in any order come to the same. */
export class RowHash {
  readonly #rows = new Map<string, number>()
  #sum = 0n

  add(table: string, row: Row): void {
    this.#rows.set(table, (this.#rows.get(table) ?? 0) + 1)
    // Engines give columns in orders of their own.
    const columns = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))
    const hash = createHash('sha256')
      .update(JSON.stringify([table, columns]))
      .digest('hex')
    this.#sum = (this.#sum + BigInt(`0x${hash}`)) % MODULUS
  }

  get total(): StoreTotal {
    return { rows: Object.fromEntries(this.#rows), hash: this.#sum.toString(16).padStart(64, '0') }
  }
}
