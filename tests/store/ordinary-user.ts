import { chownSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const NOBODY = 65534

/** Runs with the rights of an ordinary user, whom permissions bind; the folder and its files become that user's. */
export async function asOrdinaryUser(folder: string, run: () => Promise<void>): Promise<void> {
  if (process.geteuid?.() !== 0) return run()
  for (const path of [folder, ...readdirSync(folder).map((file) => join(folder, file))]) chownSync(path, NOBODY, NOBODY)
  process.seteuid?.(NOBODY)
  try {
    await run()
  } finally {
    process.seteuid?.(0)
  }
}
