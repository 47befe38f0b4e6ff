import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type KillResult, killTrials } from '../store/kill-trials.ts'
import { skipReason, startPostgres } from '../store/postgres-server.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { cutEmbedded, cutShared, cutTakesWhatWasNotWritten } from './cut-power.ts'
import { reasonForNoDisk } from './cuttable-disk.ts'
import { killFirstStarts, startAtOnce, WARM_UPS } from './kill-first-starts.ts'

// `npm run test:durability`: 15 power cuts, 60 kills of a process that writes, 30 kills of one that starts for the first time,
// and 8 processes that do so at once, on both engines. Exit code 1 when anything acknowledged is lost, anything is there by
// halves, or a start fails.

const cuts = 15
const kills = 60
const starts = 30
const atOnce = 8

let isWell = true
await cutPower()
await killOnSqlite()
await killOnPostgres()
process.exitCode = isWell ? 0 : 1

async function cutPower(): Promise<void> {
  const reason = reasonForNoDisk()
  if (reason !== undefined) return console.log(`power cuts: skipped, as ${reason}`)
  report('power cut: takes what nobody made durable', cutTakesWhatWasNotWritten(), '')
  await cutOften('SQLite', cutEmbedded)
  if (skipReason === undefined) await cutOften('PostgreSQL', cutShared)
}

async function cutOften(engine: string, cut: typeof cutEmbedded): Promise<void> {
  const results: KillResult[] = []
  for (let trial = 0; trial < cuts; trial += 1) results.push(await cut(`cut-${trial}`, 1 + trial * 10))
  const sum = (of: 'acknowledged' | 'lost' | 'partial') => results.reduce((total, result) => total + result[of], 0)
  const faults = sum('lost') + sum('partial')
  const told = `${cuts} cuts, ${sum('acknowledged')} batches: ${sum('lost')} lost, ${sum('partial')} by halves`
  report(`power cut, ${engine}`, faults === 0, told)
}

async function killOnSqlite(): Promise<void> {
  using folder = temporaryFolder()
  await killWriters('SQLite', made(join(folder.path, 'written')))
  await killStarters(
    'SQLite',
    Array.from({ length: starts + WARM_UPS }, (_, index) => join(folder.path, `new-${index}`)),
  )
}

async function killOnPostgres(): Promise<void> {
  if (skipReason !== undefined) return console.log(`PostgreSQL: skipped, as ${skipReason}`)
  await using server = await startPostgres({ fsync: true })
  await killWriters('PostgreSQL', server.database())
  await killStarters(
    'PostgreSQL',
    Array.from({ length: starts + WARM_UPS }, () => server.database()),
  )
  const started = await startAtOnce(server.database(), atOnce)
  report('first starts at once, PostgreSQL', started === atOnce, `${started} of ${atOnce} have the store`)
}

async function killWriters(engine: string, place: string): Promise<void> {
  const { acknowledged, lost, partial } = await killTrials(place, kills)
  const told = `${kills} kills, ${acknowledged} batches: ${lost} lost, ${partial} by halves`
  report(`killed while writing, ${engine}`, lost + partial === 0, told)
}

async function killStarters(engine: string, places: readonly string[]): Promise<void> {
  const { killed, ended, broken } = await killFirstStarts(places)
  const told = `${killed} killed, ${ended} were ready before: ${broken} next starts failed`
  report(`killed in the first start, ${engine}`, broken === 0, told)
}

function report(what: string, isRight: boolean, told: string): void {
  isWell &&= isRight
  console.log(`${isRight ? 'ok   ' : 'WRONG'} ${what}${told && `: ${told}`}`)
}

function made(folder: string): string {
  mkdirSync(folder)
  return folder
}
