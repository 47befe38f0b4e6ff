import { createLog } from '../../../../adapters/log.ts'
import { insightsRoutes } from '../../../../adapters/playground/insights/insights-routes.ts'
import type { OperatorSettings } from '../../../../adapters/playground/insights/operator-guard.ts'
import { pageRoutes } from '../../../../adapters/playground/page.ts'
import { closeServer, createWebServer, listen } from '../../../../adapters/web-server.ts'
import { openStore, type Store } from '../../../../src/store/store.ts'
import { aCount, aNotedQuestion } from '../../../store/insight-builders.ts'
import { aDelivery, claimOne, HOUR, NOW, plan } from '../../../store/reminder-builders.ts'
import { temporaryFolder } from '../../../store/temporary-folder.ts'
import { TestClock } from '../../test-clock.ts'

export type InsightsServer = AsyncDisposable & { readonly url: string; readonly store: Store }

export const token = 'a-token-of-some-length-0001'
export const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>'

/** The pages and what the insights page asks for, on a store in which there is something of everything. */
export async function startInsightsServer(settings: OperatorSettings): Promise<InsightsServer> {
  const folder = temporaryFolder()
  const store = await openStore(folder.path)
  await fill(store)
  const clock = new TestClock(Temporal.Instant.fromEpochMilliseconds(NOW))
  const server = createWebServer(
    [...pageRoutes(), ...insightsRoutes({ store, settings, clock })],
    createLog('error', () => {}),
  )
  const url = await listen(server, 0, '127.0.0.1')
  return {
    url,
    store,
    [Symbol.asyncDispose]: async () => {
      await closeServer(server, 10)
      await store[Symbol.asyncDispose]()
      folder[Symbol.dispose]()
    },
  }
}

async function fill(store: Store): Promise<void> {
  const counts = [
    aCount({ answers: 19 }),
    aCount({ status: 'unknown', surface: 'web', language: 'fr', latency: 250, answers: 1 }),
    aCount({ day: '2027-03-01', status: 'clarify', answers: 4 }),
    aCount({ day: '2026-03-01', answers: 1000 }),
  ]
  const candidates = [
    { intent: 'venue', confidence: 0.31 },
    { intent: 'opinion', confidence: 0.0002 },
  ]
  const questions = [aNotedQuestion({ asked: 7, candidates }), aNotedQuestion({ question: hostile })]
  await store.insights.note(counts, questions, NOW)
  const rated = { platform: 'slack', workspace: 'T-secret', person: 'U1', intent: 'role', language: 'en' } as const
  const down = { ...rated, answerId: 'a', verdict: 'down', status: 'answered', question: 'Which role?' } as const
  await store.feedback.record(down, NOW)
  await store.feedback.addReason(down, 'outdated', NOW)
  await store.feedback.record({ ...down, answerId: 'b', verdict: 'up' }, NOW)
  await plan(store, [aDelivery(), aDelivery({ meetingId: 'later', dueAtMs: NOW + HOUR })])
  const { key, leaseToken } = await claimOne(store)
  await store.deliveries.begin(key, leaseToken, NOW)
  await store.deliveries.finish(key, leaseToken, { kind: 'failed', error: 'channel_not_found' }, NOW)
}
