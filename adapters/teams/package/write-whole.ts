import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { PackageError } from './package-error.ts'

/**
 * Writes a file so that at its place there is never half of it: what was there stays until all is written.
 * @throws {PackageError} when the file cannot be written
 */
export function writeWhole(file: string, bytes: Uint8Array): void {
  const temporary = `${file}.${process.pid}`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(temporary, bytes)
    renameSync(temporary, file)
  } catch (error) {
    if (existsSync(temporary)) rmSync(temporary)
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new PackageError([`${file}: cannot be written (${code}), expected a place for a file`], error)
  }
}
