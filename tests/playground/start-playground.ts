import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { systemClock, within } from '../../adapters/clock.ts'

/**
 * Microsoft's licence lets people evaluate it, not pass it on: it is fetched when it is wanted, and never a dependency.
 * https://www.npmjs.com/package/@microsoft/m365agentsplayground
 */
const playground = ['--yes', '@microsoft/m365agentsplayground@0.2.28']

const fetchMs = 180_000
const startMs = 60_000

/** The Playground as a process of its own; it and all that it has started end with it. */
export type RunningPlayground = AsyncDisposable & { readonly url: string }

/** Whether the Playground is here or can be fetched. */
export async function hasPlayground(cwd: string): Promise<boolean> {
  await using npx = startNpx(['--version'], cwd)
  npx.child.stdout.resume()
  return (await within(fetchMs, npx.exitCode, systemClock)) === 0
}

/** Starts it in a folder that it may fill, and waits until it is ready. It sends to a service, and nothing to Microsoft. */
export async function startPlayground(service: string, cwd: string): Promise<RunningPlayground> {
  const app = ['-e', `${service}/api/messages`, '-c', 'msteams']
  const npx = startNpx(['start', ...app, '--disable-telemetry'], cwd)
  const port = await within(startMs, portOf(npx.child), systemClock)
  if (port) return { url: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: npx[Symbol.asyncDispose] }
  await npx[Symbol.asyncDispose]()
  throw new Error('the Playground does not start')
}

/** It takes another port where its own is taken. */
async function portOf(child: ChildProcessWithoutNullStreams): Promise<string | undefined> {
  for await (const line of createInterface({ input: child.stdout })) {
    const port = line.match(/Listening on (\d+)/)?.[1]
    if (!port) continue
    // Nobody reads on, and it must not wait for that.
    child.stdout.resume()
    return port
  }
  return undefined
}

function startNpx(args: readonly string[], cwd: string) {
  const env = { ...process.env, BROWSER: 'none' }
  // In a group of its own: npx starts others, which must end with it.
  const child = spawn('npx', [...playground, ...args], { cwd, env, detached: true })
  child.stderr.resume()
  const { promise: exitCode, resolve } = Promise.withResolvers<number | null>()
  child.once('close', resolve).once('error', () => resolve(null))
  const end = () => killGroup(child.pid)
  process.once('exit', end)
  return {
    child,
    exitCode,
    [Symbol.asyncDispose]: async () => {
      end()
      process.off('exit', end)
      await exitCode
    },
  }
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    // It has ended by itself.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
