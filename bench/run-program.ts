import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { timed } from './measure.ts'

export const projectFolder = join(import.meta.dirname, '..')

/** Bytes: a program may print what it answered to a thousand questions. */
const longestOutput = 2 ** 26

export type Run = { readonly ms: number; readonly stdout: string }

/** Runs a program to its end in the project folder; a program that fails has nothing to compare. */
export function runProgram(program: string, args: readonly string[]): Run {
  const options = { cwd: projectFolder, encoding: 'utf8', maxBuffer: longestOutput } as const
  const { value, ms } = timed(() => spawnSync(program, args, options))
  if (value.error) throw value.error
  if (value.status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${value.status}: ${value.stderr}`)
  return { ms, stdout: value.stdout }
}

/** Runs a program of this folder with this Node and reads the JSON that it prints. */
export function runOwnProgram<T>(
  file: string,
  args: readonly string[],
  nodeOptions: readonly string[] = [],
): { readonly ms: number; readonly printed: T } {
  const program = join(import.meta.dirname, file)
  const { ms, stdout } = runProgram(process.execPath, ['--expose-gc', ...nodeOptions, program, ...args])
  // Both ends are in this folder and share the type.
  return { ms, printed: JSON.parse(stdout) as T }
}
