import { expect, test } from 'vitest'
import { claimShareAttempt } from '../../../adapters/chat/share-attempt.ts'
import { openStore } from '../../../src/store/store.ts'
import { temporaryFolder } from '../../store/temporary-folder.ts'
import { TestClock } from '../test-clock.ts'

const clock = new TestClock()
const shown = { id: 'answer-1', workspace: 'one' }

test('of presses at once, one may share', async () => {
  using folder = temporaryFolder()
  await using store = await openStore(folder.path)
  const attempts = await Promise.all([1, 2, 3].map(() => claimShareAttempt('teams', shown, { store, clock })))
  expect(attempts.filter((attempt) => attempt !== undefined)).toHaveLength(1)
})

test('after a press that could not share, the next one may', async () => {
  using folder = temporaryFolder()
  await using store = await openStore(folder.path)
  const first = await claimShareAttempt('teams', shown, { store, clock })
  await first?.giveBack()
  expect(await claimShareAttempt('teams', shown, { store, clock })).toBeDefined()
  expect(await claimShareAttempt('teams', shown, { store, clock })).toBeUndefined()
})

test('after twenty presses that could not share, none may', async () => {
  using folder = temporaryFolder()
  await using store = await openStore(folder.path)
  for (let i = 0; i < 20; i += 1) await (await claimShareAttempt('teams', shown, { store, clock }))?.giveBack()
  expect(await claimShareAttempt('teams', shown, { store, clock })).toBeUndefined()
})

test.each([
  ['another answer', 'teams', { ...shown, id: 'answer-2' }],
  ['another workspace', 'teams', { ...shown, workspace: 'two' }],
  ['another platform', 'slack', shown],
] as const)('who shares one does not keep others from sharing %s', async (_, platform, other) => {
  using folder = temporaryFolder()
  await using store = await openStore(folder.path)
  await claimShareAttempt('teams', shown, { store, clock })
  expect(await claimShareAttempt(platform, other, { store, clock })).toBeDefined()
})
