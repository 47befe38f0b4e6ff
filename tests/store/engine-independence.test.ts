import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const FOLDER = join(import.meta.dirname, '../../src/store')

/** What may differ between the engines stands here, */
const ENGINE_FILES = ['embedded-engine.ts', 'postgres-engine.ts', 'sqlite-dialect.ts', 'folder-lock.ts']
/** and which one it is, is decided here. */
const CHOICE = 'store.ts'

const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm
const NAMES_ENGINE = /sqlite|postgres|dialect|pragma|\bpg\b/i
const ASKS_ENGINE = /\b(if|switch|while)\s*\([^)]*engine|engine[\w.]*\s*(\?(?!\.)|[=!]==|&&|\|\|)/i

test('all but the engines is the same for every engine', () => {
  const files = readdirSync(FOLDER).filter((file) => !ENGINE_FILES.includes(file))
  const lines = files.flatMap((file) => faultsIn(file, readFileSync(join(FOLDER, file), 'utf8')))
  expect(lines).toEqual([])
  expect(files).toContain(CHOICE)
})

test.for([
  "import { sql } from './sqlite-dialect.ts'",
  "if (engine.kind === 'embedded') return",
  'const lock = engine.skipLocked ? query.skipLocked() : query',
  "const rows = kind === 'postgres' ? 1 : 2",
  'await sql`pragma optimize`.execute(db)',
])('refuses %j', (line) => {
  expect(faultsIn('deliveries.ts', line)).toHaveLength(1)
})

test.for(['const { db, lockFree } = engine', '// SQLite takes it for another.', '/** As PostgreSQL does. */'])(
  'allows %j',
  (line) => {
    expect(faultsIn('deliveries.ts', line)).toEqual([])
  },
)

function faultsIn(file: string, source: string): string[] {
  const lines = source.replaceAll(COMMENT, '').split('\n')
  const faults = lines.filter((line) => ASKS_ENGINE.test(line) || (file !== CHOICE && NAMES_ENGINE.test(line)))
  return faults.map((line) => `${file}: ${line.trim()}`)
}
