import { KnowledgeError } from '../../src/knowledge/problem.ts'
import { readEnvFile } from '../env-file.ts'
import { UsageError } from './usage-error.ts'

export const exitCodes = { done: 0, failed: 1, wrongUsage: 2, notAnswered: 3 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

type Command = (args: readonly string[]) => ExitCode | Promise<ExitCode>

/** Runs a command of the terminal to its exit code. What can be expected to go wrong is told in lines, without a stack trace. */
export async function runCommand(command: Command): Promise<void> {
  process.stdout.on('error', leaveWhenNobodyReads)
  try {
    process.exitCode = await runWithSettings(command)
  } catch (error) {
    process.exitCode = report(error)
  }
}

async function runWithSettings(command: Command): Promise<ExitCode> {
  const problem = readEnvFile()
  if (problem === undefined) return command(process.argv.slice(2))
  console.error(problem)
  return exitCodes.failed
}

function report(error: unknown): ExitCode {
  if (error instanceof UsageError) {
    console.error(error.message)
    return exitCodes.wrongUsage
  }
  if (error instanceof KnowledgeError) {
    console.error(error.message)
    return exitCodes.failed
  }
  throw error
}

/** `ask … | head` closes the pipe early; that is no failure. */
function leaveWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit()
}
