import { expect, test } from 'vitest'
import { openStore } from '../../src/store/store.ts'
import { aSubscription, DAY, NOW } from '../store/reminder-builders.ts'
import { startStoreProgram } from '../store/store-process.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'

const conversations = 40
/** As many as the loop has in hand. */
const inFlight = 16

test('a process that is told to stop finishes what it is sending, and leaves the rest to the next, which sends nothing twice', async () => {
  using folder = temporaryFolder()
  await subscribeAll(folder.path)
  await using first = startStoreProgram('../reminders/drain-until-stopped.ts', [folder.path, 'held-up'])
  const sent = await first.lines(inFlight)
  const stopping = performance.now()
  const { exitCode, lines } = await first.end('SIGTERM')
  expect({ exitCode, lines }).toEqual({ exitCode: 0, lines: [] })
  expect(performance.now() - stopping).toBeLessThan(10_000)
  expect(await statesIn(folder.path)).toEqual({ sent: inFlight, pending: conversations - inFlight })

  await using second = startStoreProgram('../reminders/drain-until-stopped.ts', [folder.path])
  sent.push(...(await second.lines(conversations - inFlight)))
  expect(await second.end('SIGTERM')).toEqual({ exitCode: 0, lines: [] })
  expect([sent.length, new Set(sent).size]).toEqual([conversations, conversations])
  expect(await statesIn(folder.path)).toEqual({ sent: conversations })
})

async function subscribeAll(folder: string): Promise<void> {
  await using store = await openStore(folder)
  const target = { kind: 'all', id: '' } as const
  const wish = { target, leads: ['P7D'], at: '09:00', zone: 'Europe/Zurich' } as const
  for (let index = 0; index < conversations; index += 1) {
    await store.subscriptions.add(aSubscription({ ...wish, conversationId: `C${index}` }), NOW - DAY)
  }
}

/** How many deliveries are in each state; those in none are left out. */
async function statesIn(folder: string): Promise<Readonly<Record<string, number>>> {
  await using store = await openStore(folder)
  const counts: Record<string, number> = {}
  for (const state of ['pending', 'leased', 'sending', 'checking', 'sent', 'unknown', 'failed'] as const) {
    const { length } = await store.deliveries.inState(state, 1000)
    if (length > 0) counts[state] = length
  }
  return counts
}
