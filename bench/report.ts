/** A line of the report: two measures of the same, their ratio, and what there is to say about it. */
export type Row = {
  readonly name: string
  readonly ours: number
  readonly bare?: number
  readonly unit: 'ms' | 'MB'
  readonly remark?: string
}

/** The titles above the first and the last column. */
type Headings = { readonly title: string; readonly remarks?: string }

/** A table in plain text, its columns aligned. */
export function formatTable({ title, remarks = '' }: Headings, rows: readonly Row[]): string {
  const cells = [[title, 'ours', 'bare', 'ours : bare', remarks], ...rows.map(cellsOf)]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  return cells.map((row) => alignCells(row, widths)).join('\n')
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

/** Words to the left, figures to the right. */
function alignCells(row: readonly string[], widths: readonly number[]): string {
  const aligned = row.map((cell, column) => {
    const width = widths[column] ?? 0
    return column === 0 || column === row.length - 1 ? cell.padEnd(width) : cell.padStart(width)
  })
  return aligned.join('   ').trimEnd()
}

/** Three digits that count: 0.123, 12.3, 1230. */
export function formatNumber(value: number): string {
  if (value === 0) return '0'
  const decimals = 2 - Math.floor(Math.log10(Math.abs(value)))
  return value.toFixed(Math.min(Math.max(decimals, 0), 3))
}
