import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** An app under load, as its own process. */
export type AppProcess = AsyncDisposable & {
  /** Where Slack delivers. */
  readonly url: string
  /** Resident memory in megabytes. */
  residentMb(): number
}

/** Starts a program that prints `{"message":"ready","url":…}` when it listens. */
export async function startApp(program: string, env: Readonly<Record<string, string>>): Promise<AppProcess> {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await readyUrl(child)
  // Its log must be read, or it waits when the pipe is full.
  child.stdout?.resume()
  return {
    url: `${url}/slack/events`,
    residentMb: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024,
    [Symbol.asyncDispose]: async () => {
      child.kill()
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
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
