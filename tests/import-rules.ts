import { posix } from 'node:path'
import { isLiteral, listImports } from './list-imports.ts'

/** Which other folders of `src` a folder may import from: those to its left in the picture of DESIGN.md. */
const FOLDERS_TO_THE_LEFT: Readonly<Record<string, readonly string[]>> = {
  knowledge: [],
  search: ['knowledge'],
  calendar: ['knowledge'],
  intents: ['knowledge', 'search', 'calendar'],
  answers: ['knowledge', 'search', 'calendar', 'intents'],
  store: [],
  reminders: ['knowledge', 'calendar', 'store'],
}

/** The only folder that may import these packages; a `*` ends a prefix. */
const PACKAGE_HOMES: readonly { readonly packages: readonly string[]; readonly home: string }[] = [
  { packages: ['minisearch'], home: 'src/search' },
  { packages: ['yaml'], home: 'src/knowledge' },
  { packages: ['@slack/*'], home: 'adapters/slack' },
  { packages: ['botbuilder*', 'botframework-*', '@azure/*'], home: 'adapters/teams' },
  { packages: ['fflate', 'ajv*', '@microsoft/app-manifest'], home: 'adapters/teams/package' },
  { packages: ['rrule-temporal', 'ical.js'], home: 'src/calendar' },
  { packages: ['react', 'react-dom', 'slack-blocks-to-jsx', 'adaptivecards'], home: 'adapters/playground' },
  { packages: ['kysely', 'pg', 'node:sqlite'], home: 'src/store' },
  { packages: ['flexsearch', 'lunr', 'fuse.js', '@nlpjs/*'], home: 'bench/peers' },
]

/** May import everything to its left, and nothing to its left may import it. */
const FACADE = 'src/focal-point.ts'
/** Where all adapters are put together: the service, the command that examines them, and what draws answers as they do. */
const ENTRIES = ['adapters/start.ts', 'adapters/examine-all.ts', 'adapters/draw-answers.ts']
/** What chat platforms share: every adapter may import it, and it imports none of them. */
const SHARED = 'adapters/chat/'

/** A name that says nothing about what is inside, or a barrel. */
const MEANINGLESS_NAME = /^(utils?|helpers?|misc|index)\./

/** Returns one line, `file: reason`, for each import or file name that breaks the architecture. Takes path → source text. */
export function importViolations(sources: ReadonlyMap<string, string>): string[] {
  const violations: string[] = []
  for (const [file, source] of sources) {
    const reasons = [
      ...nameReasons(file),
      ...listImports(source).flatMap((specifier) => reasonsAgainst(file, specifier)),
    ]
    violations.push(...reasons.map((reason) => `${file}: ${reason}`))
  }
  return [...violations, ...cycleViolations(sources)]
}

function nameReasons(file: string): string[] {
  const reasons: string[] = []
  const name = posix.basename(file)
  if (MEANINGLESS_NAME.test(name)) reasons.push(`is named ${name}; name it after what it does`)
  if (file.startsWith('src/') && file !== FACADE && !(folderOf(file) in FOLDERS_TO_THE_LEFT)) {
    reasons.push(`stands in no known folder of src (${Object.keys(FOLDERS_TO_THE_LEFT).join(', ')})`)
  }
  return reasons
}

function reasonsAgainst(file: string, specifier: string): string[] {
  // Tests and benchmarks may reach everything.
  if (!isProduct(file)) return []
  if (!isLiteral(specifier)) return ['has an import() whose path is not a plain string, so that it cannot be checked']
  const reason = isRelative(specifier)
    ? reasonAgainstFile(file, resolveImport(file, specifier))
    : reasonAgainstPackage(file, specifier)
  return reason ? [reason] : []
}

function reasonAgainstFile(file: string, target: string): string | undefined {
  if (/^(tests|bench)\//.test(target)) return `imports ${target}, which is not part of the product`
  return file.startsWith('src/') ? reasonInSource(file, target) : reasonInAdapters(file, target)
}

function reasonInSource(file: string, target: string): string | undefined {
  if (target.startsWith('adapters/')) return `imports ${target}, but src never imports adapters`
  if (!target.startsWith('src/') || file === FACADE || folderOf(file) === folderOf(target)) return undefined
  const allowed = FOLDERS_TO_THE_LEFT[folderOf(file)] ?? []
  if (allowed.includes(folderOf(target))) return undefined
  return `imports ${target}, but ${folderOf(file)} may import only from ${[folderOf(file), ...allowed].join(', ')}`
}

function reasonInAdapters(file: string, target: string): string | undefined {
  const isOtherAdapter = /^adapters\/[^/]+\//.test(target) && folderOf(target) !== folderOf(file)
  if (ENTRIES.includes(file) || !isOtherAdapter || mayShare(file, target)) return undefined
  return `imports ${target}, but only ${ENTRIES.join(', ')} may import another adapter`
}

function mayShare(file: string, target: string): boolean {
  return target.startsWith(SHARED) && /^adapters\/[^/]+\//.test(file)
}

function reasonAgainstPackage(file: string, specifier: string): string | undefined {
  const rule = PACKAGE_HOMES.find(({ packages }) => packages.some((pattern) => matchesPackage(pattern, specifier)))
  if (!rule || file.startsWith(`${rule.home}/`)) return undefined
  return `imports ${specifier}, which only ${rule.home} may`
}

function matchesPackage(pattern: string, specifier: string): boolean {
  if (pattern.endsWith('*')) return specifier.startsWith(pattern.slice(0, -1))
  return specifier === pattern || specifier.startsWith(`${pattern}/`)
}

function cycleViolations(sources: ReadonlyMap<string, string>): string[] {
  const violations: string[] = []
  const finished = new Set<string>()

  function follow(file: string, trail: readonly string[]): void {
    if (trail.includes(file)) {
      violations.push(`${file}: is in an import cycle: ${[...trail.slice(trail.indexOf(file)), file].join(' → ')}`)
      return
    }
    if (finished.has(file)) return
    for (const next of importedFiles(file, sources)) follow(next, [...trail, file])
    finished.add(file)
  }

  for (const file of sources.keys()) follow(file, [])
  return violations
}

function importedFiles(file: string, sources: ReadonlyMap<string, string>): string[] {
  const targets = listImports(sources.get(file) ?? '')
    .filter(isRelative)
    .map((specifier) => resolveImport(file, specifier))
  return [...new Set(targets)].filter((target) => sources.has(target))
}

function isProduct(file: string): boolean {
  return /^(src|adapters)\//.test(file)
}

function isRelative(specifier: string): boolean {
  return /^\.{1,2}\//.test(specifier)
}

function resolveImport(file: string, specifier: string): string {
  return posix.join(posix.dirname(file), specifier)
}

/** `search` for `src/search/rank.ts` and for `src/search/deep/rank.ts`; the file name for a file directly in `src`. */
function folderOf(file: string): string {
  return file.split('/')[1] ?? ''
}
