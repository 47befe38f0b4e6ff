import { existsSync, mkdtempDisposableSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseCommandLine } from '../adapters/terminal/parse-command-line.ts'
import { exitCodes, runCommand } from '../adapters/terminal/run-command.ts'
import { UsageError } from '../adapters/terminal/usage-error.ts'
import type { Knowledge } from '../src/knowledge/knowledge.ts'
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts'
import { createBareSearch, listBareDocuments, writeBareDocuments } from './bare-search.ts'
import { createForgetful } from './forgetful.ts'
import { formatGrowth, measureGrowth } from './growth.ts'
import { measureLatency } from './latency.ts'
import { comparePeers } from './peers/compare-peers.ts'
import { compareTopics } from './peers/compare-topics.ts'
import { formatPeers, formatTopics } from './peers/peer-tables.ts'
import { type BenchQuestion, loadQuestions } from './questions.ts'
import { measureRebuild } from './rebuild.ts'
import { measureReminders } from './reminders/reminder-rows.ts'
import { formatTable } from './report.ts'
import { commandRows, latencyRows, memoryRows, phaseRows } from './rows.ts'
import { projectFolder } from './run-program.ts'
import { measureSlack } from './slack/slack-rows.ts'
import { measureStartUp } from './start-up.ts'
import { measureStore } from './store/store-rows.ts'
import { measureTeams } from './teams/teams-rows.ts'

const startRuns = 5
const rounds = 5

const peerRemarks = `  Shares are of the questions asked; Fuse.js is asked every twelfth. A threshold is chosen on every second question, for
  the most right less wrong, and scored on the others. Focal Point was developed on these questions, so its shares are
  what it can do at best; the peers got its wording of the answers, and the language of the question, for free.`

const usage = 'Usage: npm run bench [-- QUESTIONS.jsonl] [--growth]     measures speed and memory'
const options = { growth: { type: 'boolean' } } as const
const folder = join(projectFolder, 'knowledge')

await runCommand((args) => {
  const { positionals, values } = parseCommandLine(args, options, usage)
  const questionFile = positionals[0]
  if (questionFile !== undefined && !existsSync(questionFile))
    throw new UsageError(`${questionFile}: no such file`, usage)
  printAll(questionFile, values.growth === true)
  return exitCodes.done
})

/** Prints figures and whether the targets are met; a missed target is no failure, because machines differ. */
function printAll(questionFile: string | undefined, withGrowth: boolean): void {
  const knowledge = loadKnowledge(folder)
  console.log(`Focal Point against a bare MiniSearch index of the same passages, on Node ${process.version}`)
  console.log(`${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}; ${describeLoad()}`)
  printStartUp(knowledge)
  printLatency(knowledge, loadQuestions(questionFile))
  print('The service while it takes a change in', measureRebuild(folder))
  print('Slack over HTTP, 16 requests at a time', measureSlack())
  print('Teams, 64 messages at a time', measureTeams())
  print('Claims of 50 reminders among 1,000,000, and as bare among 10,000', measureStore())
  print('Reminders: 50,000 subscriptions of 2,000 meetings; 2,000 due', measureReminders())
  printPeers(knowledge)
  if (withGrowth) printGrowth()
  console.log(`\n${describeLoad()}`)
}

function printStartUp(knowledge: Knowledge): void {
  using temporary = mkdtempDisposableSync(join(tmpdir(), 'focal-point-bench-'))
  const documents = join(temporary.path, 'documents.json')
  writeBareDocuments(knowledge, documents)
  const { phases, commands } = measureStartUp({ folder, documents, runs: startRuns })
  print(`Start to the first answer, median of ${startRuns}`, phaseRows(phases))
  print(`Whole command, median of ${startRuns}`, commandRows(commands))
  print('Memory after the first answer and a collection', memoryRows(phases))
}

function printLatency(knowledge: Knowledge, questions: readonly BenchQuestion[]): void {
  const bareSearch = createBareSearch(listBareDocuments(knowledge))
  const { ours, bare } = measureLatency(questions, { focalPoint: createForgetful(knowledge), bareSearch, rounds })
  print(
    `${questions.length} questions x ${rounds} rounds, pooled`,
    latencyRows({ ours: ours.pooled, bare: bare.pooled }),
  )
  print('The same, best round of each question', latencyRows({ ours: ours.best, bare: bare.best }))
}

function printPeers(knowledge: Knowledge): void {
  const { compared, documents } = comparePeers(knowledge, folder)
  console.log(`\nPeers on ${documents} documents of question and answer, and Focal Point on the knowledge itself`)
  console.log(formatPeers(compared))
  console.log(peerRemarks)
  const { compared: byTopic, topics } = compareTopics(knowledge)
  console.log(`\n${topics} topics, learnt from four fifths of their English phrasings, asked with the others`)
  console.log(formatTopics(byTopic))
}

function printGrowth(): void {
  console.log('\nGrowth of our whole answer, with renamed copies of the entries; best of two rounds of each question')
  console.log(formatGrowth(measureGrowth(folder)))
}

function print(title: string, rows: Parameters<typeof formatTable>[1]): void {
  console.log(`\n${formatTable({ title, remarks: 'target' }, rows)}`)
}

/** Times on a busy machine are too long; the ratios hold better. */
function describeLoad(): string {
  const loads = loadavg().map((load) => load.toFixed(2))
  return `load ${loads.join(' ')} (1, 5, 15 minutes)`
}
