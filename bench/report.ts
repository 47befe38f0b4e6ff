/** A line of the report: two measures of the same, their ratio, and what there is to say about it. */
export type Row = {
  readonly name: string
  readonly ours: number
  readonly bare?: number
  readonly unit: 'ms' | 'MB' | '/s'
  readonly remark?: string
}

/** The titles above the first and the last column. */
type Headings = { readonly title: string; readonly remarks?: string }

/** A table of this project beside plain search. */
export function formatTable({ title, remarks = '' }: Headings, rows: readonly Row[]): string {
  return alignTable([[title, 'ours', 'bare', 'ours : bare', remarks], ...rows.map(cellsOf)], [0, 4])
}

/** Rows of cells as plain text: the given columns are words and start to the left, the others are figures. */
export function alignTable(rows: readonly (readonly string[])[], words: readonly number[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const align = (cell: string, column: number) =>
    words.includes(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
  return rows.map((row) => row.map(align).join('   ').trimEnd()).join('\n')
}

/** A target from below and whether it is met. */
export function over(limit: number, value: number, unit: string): string {
  return `> ${limit} ${unit}: ${value > limit ? 'met' : 'missed'}`
}

/** A target and whether it is met. */
export function under(limit: number, value: number, unit: string): string {
  return `< ${limit} ${unit}: ${value < limit ? 'met' : 'missed'}`
}

function cellsOf({ name, ours, bare, unit, remark = '' }: Row): string[] {
  return [
    `  ${name}`,
    `${formatNumber(ours)} ${unit}`,
    bare === undefined ? '' : `${formatNumber(bare)} ${unit}`,
    bare === undefined ? '' : formatNumber(ours / bare),
    remark,
  ]
}

/** Three digits that count: 0.123, 12.3, 1230. */
export function formatNumber(value: number): string {
  if (value === 0) return '0'
  const decimals = 2 - Math.floor(Math.log10(Math.abs(value)))
  return value.toFixed(Math.min(Math.max(decimals, 0), 3))
}
