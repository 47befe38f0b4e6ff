import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

/** An app under load, as its own process. */
export type AppProcess = AsyncDisposable & {
  /** Where the platform delivers. */
  readonly url: string
  /** Resident memory in megabytes. */
  residentMb(): number
  /** The processor time that it has taken so far, in milliseconds; only Linux tells. */
  cpuMs(): number
}

type Started = { readonly env: Readonly<Record<string, string>>; readonly path: string }

/** Starts a program that prints `{"message":"ready","url":…}` when it listens. */
export async function startApp(program: string, { env, path }: Started): Promise<AppProcess> {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await readyUrl(child)
  // Its log must be read, or it waits when the pipe is full.
  child.stdout?.resume()
  return {
    url: `${url}${path}`,
    residentMb: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024,
    cpuMs: () => cpuMsOf(child.pid),
    [Symbol.asyncDispose]: async () => {
      child.kill()
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

/** The kernel counts in hundredths of a second (proc(5), utime and stime). */
function cpuMsOf(pid: number | undefined): number {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return Number.NaN
  const stat = readFileSync(file, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

async function readyUrl({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('expected a pipe')
  const lines = createInterface({ input: stdout })
  for await (const line of lines) {
    const { message, url } = JSON.parse(line) as { message: string; url: string }
    if (message !== 'ready') continue
    lines.close()
    return url
  }
  throw new Error('the app ended before it was ready')
}
