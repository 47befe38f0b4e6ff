import { parseArgs } from 'node:util'
import { postgresPrograms, startPostgres } from '../store/postgres-server.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { runTrial, type Trial, type TrialResult } from './crash-trial.ts'

// `npm run test:crash`: 20,000 due reminders, four workers, at least 25 kills and 4 pauses, on both engines; and with no way to
// look for messages, what is done then. Exit code 1 when a message was lost or came twice where it must not.

const { values } = parseArgs({ options: { due: { type: 'string' }, only: { type: 'string' } } })
const due = Number(values.due ?? 20_000)
const usual = { due, workers: 4, kills: 25, pauses: 4, factor: 10 } as const
const blind = { ...usual, due: Math.ceil(due / 5), kills: 8, pauses: 1 } as const

/** How many a worker can have under way when it dies. */
const mostInFlight = 16

let isWell = true
if (values.only !== 'postgres') await onSqlite()
if (values.only !== 'sqlite') await onPostgres()
process.exitCode = isWell ? 0 : 1

async function onSqlite(): Promise<void> {
  for (const trial of trials()) {
    using folder = temporaryFolder()
    await report('SQLite', { ...trial, place: { folder: folder.path } })
  }
}

async function onPostgres(): Promise<void> {
  if (postgresPrograms() === undefined) return console.log('PostgreSQL: skipped, as it is not installed')
  await using server = await startPostgres({ fsync: true })
  for (const trial of trials()) await report('PostgreSQL', { ...trial, place: { url: server.database() } })
}

function trials(): Omit<Trial, 'place'>[] {
  return [
    { ...usual, mode: 'read-back' },
    { ...blind, mode: 'resend-once' },
    { ...blind, mode: 'never' },
  ]
}

async function report(engine: string, trial: Trial): Promise<void> {
  const result = await runTrial(trial)
  const { lost, duplicates, unmarked, unknown, seconds } = result
  const told = `${trial.due} due, ${trial.kills} kills, ${trial.pauses} pauses: ${lost} lost, ${duplicates} twice (${unmarked} without a note), ${unknown} unknown, ${seconds} s`
  const verdict = isRight(trial, result)
  isWell &&= verdict
  console.log(`${verdict ? 'ok   ' : 'WRONG'} ${engine}, ${trial.mode}: ${told}`)
}

function isRight({ mode, kills, pauses }: Trial, { lost, duplicates, unmarked }: TrialResult): boolean {
  if (lost > 0 || unmarked > 0) return false
  return mode === 'resend-once' ? duplicates <= (kills + pauses) * mostInFlight : duplicates === 0
}
