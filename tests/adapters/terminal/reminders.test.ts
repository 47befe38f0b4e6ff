import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../../src/store/store.ts'
import { DAY, place } from '../../store/reminder-builders.ts'
import { aFolder } from '../knowledge-fixture.ts'
import { type Outcome, runProgram } from '../run-program.ts'

/** A store with a reminder, one message to come, and one that could not be sent. */
async function fill(folder: string): Promise<void> {
  await using store = await openStore(folder)
  const now = Date.now()
  const asked = { ...place, createdBy: 'U1', kind: 'reminder', zone: 'Europe/Zurich', language: 'en' } as const
  const times = { leads: ['P7D'], at: '09:00', weekday: undefined, quiet: undefined }
  const target = { kind: 'process', id: 'bali-process' } as const
  const { id } = await store.subscriptions.add({ ...asked, ...times, target }, now)
  const delivery = {
    ...place,
    kind: 'reminder',
    lead: 'P7D',
    subscriptionIds: [id],
    expiresAtMs: now + 9 * DAY,
  } as const
  const failed = { ...delivery, key: 'failed', meetingId: 'workshop', dueAtMs: now - DAY }
  const toCome = { ...delivery, key: 'to-come', meetingId: 'council', dueAtMs: now + DAY }
  await store.deliveries.plan([failed, toCome], { conversations: [], kinds: [] }, now)
  const [held] = await store.deliveries.claim(1, now, 60_000)
  await store.deliveries.begin('failed', held?.leaseToken ?? '', now)
  await store.deliveries.finish('failed', held?.leaseToken ?? '', { kind: 'failed', error: 'is_archived' }, now)
}

function reminders(folder: string, ...args: string[]): Promise<Outcome> {
  return runProgram('terminal/reminders.ts', { args, env: { DATA_DIR: folder } })
}

test('lists what is set, and why the last one failed', async () => {
  using folder = aFolder()
  await fill(folder.path)
  const { exitCode, stdout } = await reminders(folder.path, '--list')
  expect(exitCode).toBe(0)
  expect(stdout).toMatch(
    /^slack T1 C1 · by U1 · Bali Process: 1 week before, at 09:00 · next .* · last failed \d{4}-.*Z \(is_archived\)\n$/,
  )
})

test('lists what is to be sent and what could not be, for programs without what would let them end it', async () => {
  using folder = aFolder()
  await fill(folder.path)
  const words = await reminders(folder.path, '--due')
  expect(words.stdout.split('\n')).toEqual([
    expect.stringMatching(/^\d.*Z · slack T1 C1 · reminder of council, P7D before · pending$/),
    expect.stringMatching(/^\d.*Z · slack T1 C1 · reminder of workshop, P7D before · failed \d.*Z \(is_archived\)$/),
    '',
  ])
  const { stdout } = await reminders(folder.path, '--due', '--json')
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines).toMatchObject([
    { key: 'to-come', state: 'pending' },
    { key: 'failed', state: 'failed', lastError: 'is_archived' },
  ])
  expect(stdout).not.toContain('leaseToken')
})

test('moves everything into an empty store, and into no other', async () => {
  using folder = aFolder()
  using other = aFolder()
  const file = join(folder.path, 'all.jsonl')
  await fill(folder.path)
  expect(await reminders(folder.path, '--export', file)).toMatchObject({ exitCode: 0 })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const imported = await reminders(other.path, '--import', file)
  expect(imported.stdout).toMatch(/^imported .*1 subscription.*2 delivery.*\n0 due by now may be out already/)
  expect((await reminders(other.path, '--due')).stdout).toBe((await reminders(folder.path, '--due')).stdout)
  const again = await reminders(other.path, '--import', file)
  expect(again).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/^the store is not empty .*\n$/) })
})

test('replaces no file that is there', async () => {
  using folder = aFolder()
  await fill(folder.path)
  folder.write('all.jsonl', 'mine')
  const { exitCode, stderr } = await reminders(folder.path, '--export', join(folder.path, 'all.jsonl'))
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: expect.stringMatching(/is there already; name a new/) })
})

test('lists and exports while the service has the store, and says why it changes nothing then', async () => {
  using folder = aFolder()
  await fill(folder.path)
  await using _store = await openStore(folder.path)
  const file = join(folder.path, 'all.jsonl')
  const listed = await reminders(folder.path, '--list')
  expect(listed).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Bali Process') })
  expect(await reminders(folder.path, '--export', file)).toMatchObject({ exitCode: 0 })
  for (const args of [['--restored'], ['--import', file]]) {
    const { exitCode, stderr } = await reminders(folder.path, ...args)
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: expect.stringMatching(/^[^\n]*another process[^\n]*\n$/),
    })
  }
})

test('makes no store where there is none', async () => {
  using folder = aFolder()
  const missing = join(folder.path, 'data')
  expect(await reminders(missing, '--list')).toMatchObject({ exitCode: 1 })
  expect(existsSync(missing)).toBe(false)
})

test.each([[[]], [['--list', '--due']], [['--list', 'surplus']]])('does not know what %j means', async (args) => {
  const { exitCode, stderr } = await reminders('/nowhere', ...args)
  expect(exitCode).toBe(2)
  expect(stderr).toMatch(/^expected just one of --list/)
})
