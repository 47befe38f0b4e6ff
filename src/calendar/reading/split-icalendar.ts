/** A line of a calendar without its folds, and the number of the line of the file on which it begins. */
export type ContentLine = { readonly text: string; readonly line: number }

/** A component of a calendar, as it is written: its lines from BEGIN to END, and those among them that are its own properties. */
export type Block = {
  readonly name: string
  readonly lines: readonly ContentLine[]
  readonly properties: readonly ContentLine[]
}

/** What a file holds: properties of the calendar and the components in it. */
export type SplitCalendar = {
  readonly properties: readonly ContentLine[]
  readonly blocks: readonly Block[]
  /** Components that have no end. */
  readonly unclosed: readonly ContentLine[]
}

/** Whether a text is a whole calendar, from its beginning to its end. */
export function isWholeCalendar(text: string): boolean {
  return /^\uFEFF?\s*BEGIN:VCALENDAR\s*[\r\n]/i.test(text) && /[\r\n]END:VCALENDAR\s*$/i.test(text)
}

/** Takes a calendar apart without understanding it, so that what is wrong in one component spoils no other. */
export function splitICalendar(text: string): SplitCalendar {
  const properties: ContentLine[] = []
  const blocks: Block[] = []
  const unclosed: ContentLine[] = []
  let open: OpenBlock | undefined
  for (const line of unfold(text)) {
    const begins = nameAfter('BEGIN', line)
    const ends = nameAfter('END', line)
    if (open && (begins === 'VEVENT' || ends === 'VCALENDAR')) {
      unclosed.push(...open.lines.slice(0, 1))
      open = undefined
    }
    if (open) add(line, open, Number(begins !== undefined) - Number(ends !== undefined))
    else if (begins !== undefined && begins !== 'VCALENDAR')
      open = { name: begins, lines: [line], properties: [], depth: 1 }
    else if (begins === undefined && ends === undefined) properties.push(line)
    if (open?.depth !== 0) continue
    blocks.push(open)
    open = undefined
  }
  return { properties, blocks, unclosed }
}

/** A component whose end is still to come, and how many are open in it, itself among them. */
type OpenBlock = { readonly name: string; lines: ContentLine[]; properties: ContentLine[]; depth: number }

function add(line: ContentLine, open: OpenBlock, deeper: number): void {
  open.lines.push(line)
  if (deeper === 0 && open.depth === 1) open.properties.push(line)
  open.depth += deeper
}

/** The first property of a name, whatever its parameters. */
export function findProperty(lines: readonly ContentLine[], name: string): ContentLine | undefined {
  const start = new RegExp(`^${name}[;:]`, 'i')
  return lines.find(({ text }) => start.test(text))
}

/** What stands behind the colon that no quotation marks enclose. */
export function rawValue({ text }: ContentLine): string {
  return /^(?:[^:"]|"[^"]*")*:(.*)$/s.exec(text)?.[1] ?? ''
}

function unfold(text: string): ContentLine[] {
  const lines: { text: string; line: number }[] = []
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const last = lines.at(-1)
    if (/^[ \t]/.test(line) && last) last.text += line.slice(1)
    else if (line.trim() !== '') lines.push({ text: line, line: index + 1 })
  }
  return lines
}

function nameAfter(keyword: string, { text }: ContentLine): string | undefined {
  const match = /^(BEGIN|END):(.*)$/i.exec(text)
  return match?.[1]?.toUpperCase() === keyword ? match[2]?.trim().toUpperCase() : undefined
}
