import { zipSync } from 'fflate'

/** A zip of files at its root. The same files give the same bytes, whenever and wherever it is made. */
export function zipFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: dayOne })
}

/** The first day a zip can hold. It keeps local time, so this must be local midnight too to be the same everywhere. */
const dayOne = '1980-01-01T00:00:00'
