import { type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { compileCache } from '../compile-cache.ts'

/** Another process that uses a store; killed at the end of the test. */
export type StoreProcess = AsyncDisposable & {
  /** The next lines it prints; fewer when it ends before. */
  lines(count: number): Promise<string[]>
  /** Holds it where it is, until it is killed. */
  freeze(): void
  /** Kills it without warning; returns the lines that it had still printed. */
  kill(): Promise<string[]>
  /** Asks it to end by a signal; returns how it did, and the lines that it had still printed. */
  end(signal: NodeJS.Signals): Promise<{ readonly exitCode: number | null; readonly lines: readonly string[] }>
}

/** Starts a program of this folder with Node. */
export function startStoreProgram(file: string, args: readonly string[], options: SpawnOptions = {}): StoreProcess {
  const program = spawn(process.execPath, [join(import.meta.dirname, file), ...args], {
    ...options,
    env: { ...process.env, ...compileCache, ...options.env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(program, 'exit')
  if (!program.stdout) throw new Error('a child with a piped output has one')
  const output = createInterface({ input: program.stdout })[Symbol.asyncIterator]()
  async function lines(count: number): Promise<string[]> {
    const read: string[] = []
    while (read.length < count) {
      const { done, value } = await output.next()
      if (done) break
      read.push(value)
    }
    return read
  }
  async function end(signal: NodeJS.Signals) {
    program.kill(signal)
    await ended
    return { exitCode: program.exitCode, lines: await lines(Number.POSITIVE_INFINITY) }
  }
  const kill = async () => (await end('SIGKILL')).lines
  return {
    lines,
    kill,
    end,
    freeze: () => void program.kill('SIGSTOP'),
    [Symbol.asyncDispose]: async () => void (await kill()),
  }
}
