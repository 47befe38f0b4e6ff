import { createReadStream, createWriteStream, rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { exportStore } from '../../src/store/export.ts'
import { importStore } from '../../src/store/import.ts'
import { openEngine, openEngineToRead, openStore, readStore } from '../../src/store/store.ts'
import { StoreError } from '../../src/store/store-error.ts'
import { chooseKnowledgeFolder } from '../knowledge-folder.ts'
import { loadWithCache } from '../load-focal-point.ts'
import { readSettings, type Settings } from '../settings.ts'
import { listDue, listSubscriptions } from './list-reminders.ts'
import { parseCommandLine } from './parse-command-line.ts'
import { type ExitCode, exitCodes, runCommand } from './run-command.ts'
import { UsageError } from './usage-error.ts'

const usage = `Usage: npm run reminders -- --list [--json]     all reminders that are set, and how their last ones went
       npm run reminders -- --due [--json]      what is to be sent within 48 hours, and what could not be sent
       npm run reminders -- --export FILE       writes all that is kept into a new file
       npm run reminders -- --import FILE       fills an empty store with such a file
       npm run reminders -- --restored          after going back to a copy of the store: what is due may be out already`

const options = {
  list: { type: 'boolean' },
  due: { type: 'boolean' },
  export: { type: 'string' },
  import: { type: 'string' },
  restored: { type: 'boolean' },
  json: { type: 'boolean' },
} as const

type Action = Exclude<keyof typeof options, 'json'>

await runCommand(async (args) => {
  const { values, positionals } = parseCommandLine(args, options, usage)
  const { json = false, ...actions } = values
  const [action, another] = Object.keys(actions) as Action[]
  if (!action || another || positionals.length > 0) {
    throw new UsageError('expected just one of --list, --due, --export, --import and --restored', usage)
  }
  const read = readSettings(process.env)
  if (!read.ok) {
    for (const problem of read.problems) console.error(problem)
    return exitCodes.failed
  }
  return await orStoreError(() => run(action, { json, file: actions.export ?? actions.import ?? '' }, read.settings))
})

type Given = { readonly json: boolean; readonly file: string }

async function run(action: Action, { json, file }: Given, settings: Settings): Promise<void> {
  switch (action) {
    case 'list':
    case 'due':
      return await print(action, json, settings)
    case 'export':
      return await writeExport(file, settings)
    case 'import':
      return await readImport(file, settings)
    case 'restored':
      return await doubt(settings)
  }
}

async function print(action: 'list' | 'due', json: boolean, settings: Settings): Promise<void> {
  await using store = await readStore(settings)
  const knowledge = loadWithCache(chooseKnowledgeFolder(settings.FOCAL_POINT_KNOWLEDGE))
  const listing = { store, knowledge, now: Temporal.Now.instant(), json }
  const lines = action === 'list' ? listSubscriptions(listing) : listDue(listing)
  for await (const line of lines) console.log(line)
}

/** Half a file is no export: what could not be finished is removed. */
async function writeExport(file: string, settings: Settings): Promise<void> {
  const engine = await openEngineToRead(settings)
  try {
    const lines = exportStore(engine, Date.now())
    const output = createWriteStream(file, { flags: 'wx', mode: 0o600 })
    await pipeline(Readable.from(withLineEnds(lines)), output).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') rmSync(file, { force: true })
      throw fileError(file, error)
    })
  } finally {
    await engine.close()
  }
  console.log(`written to ${file}; it holds secrets, so keep it like the store itself`)
}

/** The copy may be older than the last sends, so that what is due is looked after before it is sent. */
async function readImport(file: string, settings: Settings): Promise<void> {
  const input = createReadStream(file)
  await new Promise((resolve, reject) => input.once('open', resolve).once('error', reject)).catch((error) => {
    throw fileError(file, error)
  })
  // Opened once as a store, so that its tables are there.
  await (await openStore(settings))[Symbol.asyncDispose]()
  const engine = await openEngine(settings)
  try {
    const { rows, exportedAtMs } = await importStore(
      engine,
      createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }),
    )
    const counts = Object.entries(rows).map(([table, count]) => `${count} ${table}`)
    console.log(`imported ${counts.join(', ')}; as of ${Temporal.Instant.fromEpochMilliseconds(exportedAtMs)}`)
  } finally {
    await engine.close()
  }
  await doubt(settings)
}

async function doubt(settings: Settings): Promise<void> {
  await using store = await openStore(settings)
  const count = await store.deliveries.doubt(Date.now())
  console.log(`${count} due by now may be out already; the service looks after each before it sends it`)
}

async function* withLineEnds(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`
}

function fileError(file: string, { code, message }: NodeJS.ErrnoException): Error {
  const reasons: Readonly<Record<string, string>> = {
    EEXIST: 'is there already; name a new file',
    ENOENT: 'is not there',
    EACCES: 'may not be used by this user',
    EISDIR: 'is a folder',
  }
  return new StoreError(`${file}: ${reasons[code ?? ''] ?? message}`)
}

async function orStoreError(work: () => Promise<void>): Promise<ExitCode> {
  try {
    await work()
    return exitCodes.done
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    console.error(error.message)
    return exitCodes.failed
  }
}
