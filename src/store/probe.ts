import { setTimeout as wait } from 'node:timers/promises'
import type { GroupCommit } from './group-commit.ts'
import { IDENTITY } from './migrations.ts'

const PATIENCE_MS = 2000

/** Returns what tells whether a write gets through now: it writes, and waits two seconds for that at most. */
export function createProbe(commits: GroupCommit): () => Promise<boolean> {
  let probing: Promise<boolean> | undefined
  return () => {
    // However often it is asked, one that hangs is not joined by others.
    probing ??= writeSame(commits).finally(() => {
      probing = undefined
    })
    return withinPatience(probing)
  }
}

async function writeSame(commits: GroupCommit): Promise<boolean> {
  const { key, value } = IDENTITY
  const write = commits.write((tx) => tx.updateTable('meta').set({ value }).where('key', '=', key).execute())
  return await write.then(
    () => true,
    () => false,
  )
}

async function withinPatience(probing: Promise<boolean>): Promise<boolean> {
  const done = new AbortController()
  const late = wait(PATIENCE_MS, false, { signal: done.signal }).catch(() => false)
  try {
    return await Promise.race([probing, late])
  } finally {
    done.abort()
  }
}
