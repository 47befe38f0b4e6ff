import { z } from 'zod'
import { movedTables } from './moved-tables.ts'

const value = z.union([z.string(), z.number(), z.null()])

const headerSchema = z.strictObject({
  store: z.literal('focal-point'),
  tables: z.string(),
  exportedAtMs: z.number(),
})
const rowSchema = z.strictObject({
  table: z.enum(movedTables.map(({ name }) => name)),
  row: z.record(z.string(), value),
})
const totalSchema = z.strictObject({ rows: z.record(z.string(), z.number()), hash: z.string() })

/** A line of an export: first what it is, then a line for each row, then what all rows come to. */
export const exportLineSchema = z.union([headerSchema, rowSchema, totalSchema])

export type ExportLine = z.infer<typeof exportLineSchema>
export type ExportHeader = z.infer<typeof headerSchema>

export type Row = z.infer<typeof rowSchema>['row']

/** How many rows of each table there are, and a hash of all that depends neither on their order nor on the engine. */
export type StoreTotal = z.infer<typeof totalSchema>
