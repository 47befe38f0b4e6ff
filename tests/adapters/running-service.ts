import { tmpdir } from 'node:os'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { aFolder } from './knowledge-fixture.ts'
import { startProgram } from './run-program.ts'

type LogLine = Readonly<Record<string, unknown>> & { readonly message: string }

/** A setting that is undefined is left out, also one that is given by default. */
type PartialEnvironment = Readonly<Record<string, string | undefined>>

/** The service as its own process on a free port; stopped at the end of the test. */
export type RunningService = AsyncDisposable & {
  readonly url: string
  /** Everything it has logged so far. */
  readonly lines: readonly string[]
  /** Every piece of what it has written to standard error, which nobody expects. */
  readonly errors: readonly string[]
  readonly exitCode: Promise<number | null>
  /** The next line with that message, skipping others. */
  logged(message: string): Promise<LogLine>
  ask(body: unknown): Promise<{ status: number; body: Record<string, unknown> }>
  signal(signal: NodeJS.Signals): void
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/** Starts the service on a knowledge folder and waits until it is ready. */
export async function startService(
  knowledge: string,
  env: PartialEnvironment = {},
  cwd = tmpdir(),
): Promise<RunningService> {
  const data = aFolder()
  const usual = { PORT: '0', FOCAL_POINT_KNOWLEDGE: knowledge, DATA_DIR: data.path }
  const given = Object.entries({ ...usual, ...env }).filter((one): one is [string, string] => one[1] !== undefined)
  const program = startProgram('start.ts', [], Object.fromEntries(given), cwd)
  const { promise: exitCode, resolve } = Promise.withResolvers<number | null>()
  program.once('close', (code) => {
    data[Symbol.dispose]()
    resolve(code)
  })
  const lines: string[] = []
  const errors: string[] = []
  program.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text))
  const output = createInterface({ input: program.stdout }).on('line', (line) => lines.push(line))
  const iterator = output[Symbol.asyncIterator]()
  async function logged(message: string): Promise<LogLine> {
    const next = await iterator.next()
    if (next.done) throw new Error(`the service ended without logging "${message}"; it logged:\n${lines.join('\n')}`)
    const line: LogLine = JSON.parse(next.value)
    return line.message === message ? line : logged(message)
  }
  async function ask(body: unknown) {
    const response = await fetch(`${url}/api/ask`, { method: 'POST', body: JSON.stringify(body) })
    return { status: response.status, body: z.record(z.string(), z.unknown()).parse(await response.json()) }
  }
  function stop(signal: NodeJS.Signals = 'SIGTERM') {
    program.kill(signal)
    return exitCode
  }
  const url = String((await logged('ready')).url)
  const signal = (name: NodeJS.Signals) => void program.kill(name)
  return {
    url,
    lines,
    errors,
    exitCode,
    logged,
    ask,
    signal,
    stop,
    [Symbol.asyncDispose]: async () => void (await stop()),
  }
}
