import { setTimeout as wait } from 'node:timers/promises'
import type { GroupCommit } from './group-commit.ts'
import { IDENTITY } from './migrations.ts'

const PATIENCE_MS = 2000

/** Returns what tells whether a write gets through now: it writes, and waits for that two seconds at most. */
export function createProbe(commits: GroupCommit, patienceMs = PATIENCE_MS): () => Promise<boolean> {
  let probing: Promise<boolean> | undefined
  return () => {
    // However often it is asked, one that hangs is not joined by others.
    probing ??= writeSame(commits).finally(() => {
      probing = undefined
    })
    return within(probing, patienceMs)
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

async function within(probing: Promise<boolean>, patienceMs: number): Promise<boolean> {
  const done = new AbortController()
  const late = wait(patienceMs, false, { signal: done.signal }).catch(() => false)
  try {
    return await Promise.race([probing, late])
  } finally {
    done.abort()
  }
}
