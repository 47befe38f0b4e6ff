import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { compileCache } from '../compile-cache.ts'

const ADAPTERS = join(import.meta.dirname, '../../adapters')

export type Environment = Readonly<Record<string, string>>
export type Outcome = { readonly exitCode: number | null; readonly stdout: string; readonly stderr: string }

/** Starts a file of `adapters` as its own process, in a folder without `.env` and with no settings but the given ones. */
export function startProgram(file: string, args: readonly string[] = [], env: Environment = {}, cwd = tmpdir()) {
  const usual = { PATH: process.env.PATH, ...compileCache }
  return spawn(process.execPath, [join(ADAPTERS, file), ...args], { cwd, env: { ...usual, ...env } })
}

/** Runs a file of `adapters` to its end. */
export async function runProgram(
  file: string,
  {
    args = [],
    input = '',
    env = {},
    cwd = tmpdir(),
  }: { args?: string[]; input?: string; env?: Environment; cwd?: string } = {},
): Promise<Outcome> {
  const program = startProgram(file, args, env, cwd)
  program.stdin.end(input)
  return outcomeOf(program)
}

/** Waits for the end of a process; what it has written before the call must not have been read yet. */
export async function outcomeOf(program: ChildProcessWithoutNullStreams): Promise<Outcome> {
  const [[exitCode], stdout, stderr] = await Promise.all([
    once(program, 'close'),
    text(program.stdout),
    text(program.stderr),
  ])
  return { exitCode, stdout, stderr }
}
