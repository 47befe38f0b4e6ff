import { mkdtempDisposableSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { detectLanguage } from '../../src/intents/detect-language.ts'
import { learnLanguageWords } from '../../src/intents/language-words.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import type { Language } from '../../src/knowledge/language.ts'
import { projectFolder, runOwnProgram } from '../run-program.ts'
import type { AnsweredDocument, Document, Found } from './document.ts'
import { gradeReply, type Reply } from './grade.ts'
import { type GradedQuestion, loadGradedQuestions } from './graded-questions.ts'
import { makeDocuments } from './make-documents.ts'
import type { MeasuredRun } from './measure-run.ts'
import { type Peer, peers } from './peers.ts'
import type { OurReply, OurTask } from './run-focal-point.ts'
import type { PeerTask } from './run-peer.ts'
import { spread } from './spread.ts'
import { type Outcome, type Tally, tallyAlways, tallyGrades, tallyWithThreshold } from './tally.ts'

export type Compared = {
  readonly name: string
  readonly version: string
  readonly tally: Tally
  /** What is right where the engine answers whatever it finds. */
  readonly always?: Tally
  readonly run: Pick<MeasuredRun<unknown>, 'buildMs' | 'memory' | 'latency'>
}

/** A day after everything in the knowledge, as in the tests of the same questions. */
const now = Temporal.Instant.from('2026-11-22T09:00:00Z')

/** Asks this project and its peers the questions of the tests, each in a process of its own, one after the other. */
export function comparePeers(knowledge: Knowledge, folder: string): { compared: Compared[]; documents: number } {
  const questions = loadGradedQuestions()
  const documents = makeDocuments(knowledge, now)
  const words = learnLanguageWords(knowledge)
  const languageOf = ({ question }: GradedQuestion) => detectLanguage(question, undefined, words)
  const compared = peers.map((peer) => comparePeer(peer, documents, questions, languageOf))
  return { compared: [...compared, compareOurs(folder, questions)], documents: documents.length }
}

function comparePeer(
  peer: Peer,
  documents: readonly AnsweredDocument[],
  all: readonly GradedQuestion[],
  languageOf: (question: GradedQuestion) => Language,
): Compared {
  const questions = all.filter((_, i) => i % (peer.everyNth ?? 1) === 0)
  const run = runPeer(
    peer,
    documents,
    questions.map(({ question }) => question),
  )
  const byId = new Map(documents.map((document) => [document.id, document]))
  const outcomes = questions.map((graded, i): Outcome => {
    const found = run.said[i]
    const document = found && byId.get(found.document)
    const unknown: Reply = { status: 'unknown', intent: '', text: '' }
    return {
      score: found?.score ?? Number.NEGATIVE_INFINITY,
      answering: gradeReply(graded, document ? replyOf(document, languageOf(graded)) : unknown),
      declining: gradeReply(graded, unknown),
      told: graded.kind !== 'untold',
    }
  })
  const version = versionOf(peer.packageName)
  return { name: peer.name, version, tally: tallyWithThreshold(outcomes), always: tallyAlways(outcomes), run }
}

/** The peers get the language of the question for free, as we detect it. */
function replyOf({ declines, intent, answers }: AnsweredDocument, language: Language): Reply {
  return { status: declines ? 'unknown' : 'answered', intent, text: answers[language] }
}

function compareOurs(folder: string, questions: readonly GradedQuestion[]): Compared {
  const run = runOurs(
    folder,
    questions.map(({ question }) => question),
  )
  const grades = questions.map((graded, i) => ({
    grade: gradeReply(graded, run.said[i] as OurReply),
    told: graded.kind !== 'untold',
  }))
  return { name: 'Focal Point', version: versionOf('.'), tally: tallyGrades(grades), run }
}

/** Lets a peer find the best document for each question, in a process of its own. */
export function runPeer(
  peer: Peer,
  documents: readonly Document[],
  questions: readonly string[],
): MeasuredRun<Found | null> {
  const task: PeerTask = { documents: documents.map((document) => trim(document, peer)), questions }
  return runWithTask('peers/run-peer.ts', peer.name, task)
}

export function runOurs(folder: string, questions: readonly string[]): MeasuredRun<OurReply> {
  const task: OurTask = { questions, now: now.toString() }
  return runWithTask('peers/run-focal-point.ts', folder, task)
}

function runWithTask<T>(program: string, first: string, task: PeerTask | OurTask): T {
  using temporary = mkdtempDisposableSync(join(tmpdir(), 'focal-point-bench-'))
  const file = join(temporary.path, 'task.json')
  writeFileSync(file, JSON.stringify(task))
  return runOwnProgram<T>(program, [first, file]).printed
}

/** What a peer indexes of a document, and nothing that would only take memory. */
function trim({ id, names, questions, text, declines }: Document, { phrasings }: Peer): Document {
  return { id, names, questions: spread(questions, phrasings ?? questions.length), text, declines }
}

function versionOf(packageName: string): string {
  const folder = packageName === '.' ? projectFolder : join(projectFolder, 'node_modules', packageName)
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version
}
