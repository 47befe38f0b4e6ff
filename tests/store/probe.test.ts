import { expect, test, vi } from 'vitest'
import { GroupCommit } from '../../src/store/group-commit.ts'
import { createProbe } from '../../src/store/probe.ts'
import { openEngine } from '../../src/store/store.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('gives up where a write hangs, and tells when it gets through', async () => {
  using folder = temporaryFolder()
  const engine = await openEngine(folder.path)
  const commits = new GroupCommit(engine)
  const hanging = Promise.withResolvers<void>()
  const before = commits.write(() => hanging.promise)
  expect(await createProbe(commits, 10)()).toBe(false)
  hanging.resolve()
  await before
  expect(await createProbe(commits)()).toBe(true)
  await commits.close()
  await engine.close()
})

test('is not joined by others as long as it hangs', async () => {
  using folder = temporaryFolder()
  const engine = await openEngine(folder.path)
  const commits = new GroupCommit(engine)
  const probe = createProbe(commits, 10)
  const hanging = Promise.withResolvers<void>()
  const before = commits.write(() => hanging.promise)
  const writes = vi.spyOn(commits, 'write')
  expect([await probe(), await probe()]).toEqual([false, false])
  expect(writes).toHaveBeenCalledTimes(1)
  hanging.resolve()
  await before
  await commits.close()
  await engine.close()
})
