import { execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const NOBODY = 65534
const missing = 'PostgreSQL is not installed (Debian: apt-get install postgresql)'

/** A PostgreSQL server of its own, with a throw-away cluster on a free port of this machine. */
export type PostgresServer = AsyncDisposable & {
  /** The address of a new, empty database. */
  database(): string
  /** Ends the server at once, as a crash does. */
  stop(): Promise<void>
  /** Starts it again, after ending it at once where it runs. */
  restart(): Promise<void>
  /** Holds it where it is, until it is killed. */
  freeze(): void
  /** Kills it with all its processes, without warning. */
  kill(): Promise<void>
  readonly port: number
}

/** The folder with PostgreSQL's programs, of the newest version there is; undefined where it is not installed. */
export function postgresPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian)
    ? readdirSync(debian)
        .map(Number)
        .sort((a, b) => b - a)
    : []
  const folders = [...versions.map((version) => join(debian, String(version), 'bin')), '/usr/local/bin', '/usr/bin']
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

/** Why tests on PostgreSQL are skipped; undefined where they can run, or must: `.ci/run` says that they must. */
export const skipReason =
  postgresPrograms() === undefined && process.env.POSTGRES_TESTS !== 'required' ? missing : undefined

/** Says in the output of the tests which are skipped, and why. */
export function tellOfSkipping(tests: string): void {
  if (skipReason !== undefined) console.warn(`${tests} are skipped: ${skipReason}`)
}

/**
 * Starts a server; it refuses to run as root, so that for root it runs as nobody. Tests survive no power cut, so that they need
 * not wait for the disk.
 * @param folder of its own, where it may have run before
 */
export async function startPostgres({ fsync = false, folder = newFolder() } = {}): Promise<PostgresServer> {
  const programs = postgresPrograms()
  if (programs === undefined) throw new Error(missing)
  const as = process.geteuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  if (as.uid !== undefined) chownSync(folder, NOBODY, NOBODY)
  const data = join(folder, 'data')
  const options = { cwd: folder, stdio: 'ignore', ...as } as const
  if (!existsSync(data)) {
    const how = ['-U', 'focal', '-A', 'trust', '-E', 'UTF8', ...(fsync ? [] : ['--no-sync'])]
    execFileSync(join(programs, 'initdb'), ['-D', data, ...how], options)
  }
  const port = await freePort()
  let server = await run()

  async function run() {
    const args = [
      '-D',
      data,
      '-p',
      String(port),
      '-k',
      folder,
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      `fsync=${fsync ? 'on' : 'off'}`,
    ]
    const started = spawn(join(programs ?? '', 'postgres'), args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
    started.stderr.setEncoding('utf8')
    // Left open, because it goes on writing.
    const lines = started.stderr.iterator({ destroyOnReturn: false })
    for await (const text of lines) if (String(text).includes('ready to accept connections')) break
    started.stderr.resume()
    return started
  }
  async function end(signal: NodeJS.Signals): Promise<void> {
    const ended = server.exitCode === null && server.signalCode === null ? once(server, 'exit') : undefined
    server.kill(signal)
    await ended
  }
  function freeze(): void {
    for (const pid of processesOf(server.pid)) process.kill(pid, 'SIGSTOP')
  }
  async function kill(): Promise<void> {
    const ended = once(server, 'exit')
    for (const pid of processesOf(server.pid)) process.kill(pid, 'SIGKILL')
    await ended
  }
  /** SIGQUIT is PostgreSQL's "immediate shutdown": like a crash, but without leaving shared memory behind. */
  const stop = () => end('SIGQUIT')
  const admin = `postgres://focal@127.0.0.1:${port}/postgres`
  return {
    database: () => {
      const name = `test_${randomUUID().replaceAll('-', '')}`
      execFileSync(join(programs, 'psql'), [admin, '-qc', `create database ${name}`], options)
      return `postgres://focal@127.0.0.1:${port}/${name}`
    },
    port,
    freeze,
    kill,
    stop,
    restart: async () => {
      await stop()
      server = await run()
    },
    [Symbol.asyncDispose]: async () => {
      await end('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'focal-point-postgres-'))
}

/** A process and its children; Linux only. */
function processesOf(pid = 0): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
  return [pid, ...children.split(' ').filter(Boolean).map(Number)]
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
