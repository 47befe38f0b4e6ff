import { expect, test } from 'vitest'
import { type CalendarOrigin, calendarRoute } from '../../adapters/calendar-route.ts'
import { createLog } from '../../adapters/log.ts'
import { closeServer, createWebServer, listen } from '../../adapters/web-server.ts'
import { meetingsOf } from '../../src/calendar/meetings-of.ts'
import type { Event } from '../../src/knowledge/knowledge.ts'
import { planNotices } from '../../src/reminders/planner.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { anEvent, aSmallKnowledge } from '../intents/small-knowledge.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'

const now = Temporal.Instant.from('2026-12-01T08:00:00Z')
const year = { from: Temporal.PlainDate.from('2026-12-01'), to: Temporal.PlainDate.from('2027-12-01') }

const forum = anEvent('Forum', { starts: '2027-03-10' })
const weekly = anEvent('Weekly', { starts: '2027-01-04', rrule: 'FREQ=WEEKLY;COUNT=3', time: '09:00', zone: 'UTC' })

function withEvents(...entries: Event[]): CalendarOrigin {
  return { knowledge: aSmallKnowledge({ entries }), knowledgeReadAt: now }
}

/** As often as reminders compare what is known with what was known before. */
async function see(store: Store, ...events: Event[]): Promise<void> {
  await planNotices(store, meetingsOf(withEvents(...events).knowledge, year), now)
}

async function sequences(query: string, seen: Store | undefined, ...events: Event[]): Promise<string[]> {
  const states = seen?.meetingStates
  const server = createWebServer([calendarRoute(withEvents(...events), states)], createLog('error'))
  const url = await listen(server, 0, '127.0.0.1')
  const text = await (await fetch(`${url}/calendar.ics${query}`)).text()
  await closeServer(server, 10)
  return [...text.matchAll(/^SEQUENCE:(.*)\r$/gm)].map((match) => match[1] ?? '')
}

test('a meeting has the number of its changes, and what comes again that of the occurrence that changed most', async () => {
  using folder = temporaryFolder()
  await using store = await openStore(folder.path)
  expect(await sequences('', store, forum, weekly)).toEqual(['0', '0'])
  await see(store, forum, weekly)
  expect(await sequences('', store, forum, weekly)).toEqual(['0', '0'])
  const moved = { ...forum, starts: '2027-03-11' }
  await see(store, moved, weekly)
  expect(await sequences('', store, moved, weekly)).toEqual(['1', '0'])
  const later = { ...weekly, time: '10:00' }
  await see(store, { ...moved, status: 'cancelled' }, later)
  expect(await sequences('', store, { ...moved, status: 'cancelled' }, later)).toEqual(['2', '1'])
  expect(await sequences('?event=weekly@2027-01-11', store, later)).toEqual(['1'])
})

test('a meeting that is cancelled has another number than before, even where nothing is kept', async () => {
  expect(await sequences('?event=forum', undefined, forum)).toEqual(['0'])
  expect(await sequences('?event=forum', undefined, { ...forum, status: 'cancelled' })).toEqual(['1'])
})
