import { medianOf, type Sides } from './measure.ts'
import type { Phases } from './phases.ts'
import { runOwnProgram, runProgram } from './run-program.ts'

export type StartUp = {
  readonly phases: Sides<Phases>
  /** Whole commands, from their start to their end. */
  readonly commands: {
    readonly npmAsk: number
    readonly ask: number
    readonly bare: number
    readonly emptyNode: number
  }
}

type Options = { readonly folder: string; readonly documents: string; readonly runs: number }

const question = 'Who runs the secretariat of the Almaty Process?'

/** Medians over several runs; the programs take turns, so that a busy machine slows all of them down alike. */
export function measureStartUp({ folder, documents, runs }: Options): StartUp {
  const rounds = Array.from({ length: runs }, () => ({
    ours: runOwnProgram<Phases>('focal-point-phases.ts', [folder, question]),
    bare: runOwnProgram<Phases>('bare-search.ts', [documents, question]),
    npmAsk: runProgram('npm', ['run', '--silent', 'ask', '--', question]).ms,
    ask: runProgram(process.execPath, ['adapters/terminal/ask.ts', question]).ms,
    emptyNode: runProgram(process.execPath, ['-e', '0']).ms,
  }))
  return {
    phases: {
      ours: medianPhases(rounds.map(({ ours }) => ours.printed)),
      bare: medianPhases(rounds.map(({ bare }) => bare.printed)),
    },
    commands: {
      npmAsk: medianOf(rounds.map(({ npmAsk }) => npmAsk)),
      ask: medianOf(rounds.map(({ ask }) => ask)),
      bare: medianOf(rounds.map(({ bare }) => bare.ms)),
      emptyNode: medianOf(rounds.map(({ emptyNode }) => emptyNode)),
    },
  }
}

function medianPhases(all: readonly Phases[]): Phases {
  return {
    importMs: medianOf(all.map((phases) => phases.importMs)),
    loadMs: medianOf(all.map((phases) => phases.loadMs)),
    buildMs: medianOf(all.map((phases) => phases.buildMs)),
    firstMs: medianOf(all.map((phases) => phases.firstMs)),
    memory: {
      rssBytes: medianOf(all.map(({ memory }) => memory.rssBytes)),
      heapBytes: medianOf(all.map(({ memory }) => memory.heapBytes)),
    },
  }
}
