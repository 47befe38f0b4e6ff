import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { threadId } from 'node:worker_threads'

/** What may be forgotten at any time: compiled sources, parsed knowledge, trained weights. Only starts get slower. */
export const cacheFolder = join(import.meta.dirname, '..', '.cache')

const digestBytes = 32

/** What was written to a cache file, or undefined when it is missing, cut or spoilt. */
export function readCacheFile(file: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file)
    const body = bytes.subarray(digestBytes)
    return sha256(body).equals(bytes.subarray(0, digestBytes)) ? body : undefined
  } catch (error) {
    if (!isFileError(error)) throw error
    return undefined
  }
}

/**
 * Writes a cache file beside its place and moves it there, so that two processes or threads at once never read half a file. Of the
 * files in its folder the `keep` newest stay. A folder that cannot be written is left alone.
 */
export function writeCacheFile(file: string, body: Uint8Array, keep: number): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    const temporary = `${file}.${process.pid}.${threadId}`
    writeFileSync(temporary, Buffer.concat([sha256(body), body]))
    renameSync(temporary, file)
    removeOldest(dirname(file), keep)
  } catch (error) {
    if (!isFileError(error)) throw error
  }
}

/** The key of a content, as a file name. */
export function keyOf(content: string): string {
  return sha256(content).toString('hex')
}

function removeOldest(folder: string, keep: number): void {
  const files = readdirSync(folder).map((name) => join(folder, name))
  const byAge = files.map((file) => ({ file, at: statSync(file).mtimeMs })).sort((a, b) => b.at - a.at)
  for (const { file } of byAge.slice(keep)) rmSync(file, { force: true })
}

function sha256(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(content).digest()
}

/** Not there, not ours, no room: whatever the file system says, everything works without a cache. */
function isFileError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error
}
