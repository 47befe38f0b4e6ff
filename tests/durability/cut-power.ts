import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type KillResult, lookAfter } from '../store/kill-trials.ts'
import { startPostgres } from '../store/postgres-server.ts'
import { startStoreProgram } from '../store/store-process.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { newDisk } from './cuttable-disk.ts'

/** Whether a cut takes what nobody has made durable; else the others would prove nothing. */
export function cutTakesWhatWasNotWritten(): boolean {
  using folder = temporaryFolder()
  using disk = newDisk(folder.path)
  writeFileSync(join(disk.path, 'careless'), 'text')
  using found = disk.cut()
  return !existsSync(join(found.path, 'careless'))
}

/** Lets a process write to an embedded store until so many batches are acknowledged, cuts the power of its disk, and looks at what is on it afterwards. */
export async function cutEmbedded(name: string, atLeast: number): Promise<KillResult> {
  using folder = temporaryFolder()
  using disk = newDisk(folder.path)
  await using writing = startStoreProgram('plan-until-killed.ts', [join(disk.path, 'data'), name])
  const lines = await writing.lines(atLeast)
  writing.freeze()
  using found = disk.cut()
  lines.push(...(await writing.kill()))
  return await lookAfter(join(found.path, 'data'), name, lines)
}

/** The same with the disk of a PostgreSQL server. */
export async function cutShared(name: string, atLeast: number): Promise<KillResult> {
  using folder = temporaryFolder()
  // The server runs as somebody else.
  chmodSync(folder.path, 0o711)
  using disk = newDisk(folder.path)
  const server = await startPostgres({ fsync: true, folder: made(join(disk.path, 'server')) })
  const url = new URL(server.database())
  await using writing = startStoreProgram('plan-until-killed.ts', [url.href, name])
  const lines = await writing.lines(atLeast)
  writing.freeze()
  server.freeze()
  using found = disk.cut()
  lines.push(...(await writing.kill()))
  await server.kill()
  await using again = await startPostgres({ fsync: true, folder: join(found.path, 'server') })
  url.port = String(again.port)
  return await lookAfter(url.href, name, lines)
}

function made(folder: string): string {
  mkdirSync(folder)
  return folder
}
