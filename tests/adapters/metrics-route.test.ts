import { expect, test } from 'vitest'
import { AnswerTally } from '../../adapters/answer-tally.ts'
import { createLog } from '../../adapters/log.ts'
import { metricsRoute } from '../../adapters/metrics-route.ts'
import { prometheusText } from '../../adapters/prometheus-text.ts'
import { closeServer, createWebServer, listen } from '../../adapters/web-server.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { aDelivery, plan } from '../store/reminder-builders.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { anObservedAnswer, aVainQuestion } from './observed-answers.ts'
import { ownFocalPoint } from './own-focal-point.ts'

async function metricsOf(tally: AnswerTally, store?: Pick<Store, 'canWrite' | 'deliveries'>): Promise<string> {
  const route = metricsRoute({ tally, origin: ownFocalPoint(), store })
  const server = createWebServer([route], createLog('error'))
  const url = await listen(server, 0, '127.0.0.1')
  const response = await fetch(`${url}/metrics`)
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  const text = await response.text()
  await closeServer(server, 10)
  return text
}

test('tells how many answers there were and how long they took', async () => {
  const tally = new AnswerTally()
  tally.note(anObservedAnswer({ ms: 3 }))
  tally.note(anObservedAnswer({ ms: 7 }))
  tally.note(anObservedAnswer({ ms: 90_000 }))
  tally.note(aVainQuestion('where is the pelican'))
  const text = await metricsOf(tally)
  expect(text).toContain('# TYPE focal_point_answers_total counter\n')
  expect(text).toContain('focal_point_answers_total{surface="slack",status="answered",language="en"} 3\n')
  expect(text).toContain('focal_point_answer_seconds_bucket{surface="slack",le="0.005"} 2\n')
  expect(text).toContain('focal_point_answer_seconds_bucket{surface="slack",le="5"} 3\n')
  expect(text).toContain('focal_point_answer_seconds_bucket{surface="slack",le="+Inf"} 4\n')
  expect(text).toContain('focal_point_answer_seconds_count{surface="slack"} 4\n')
  expect(text).toMatch(/focal_point_knowledge_entries\{kind="process"\} \d+\n/)
  expect(text).toMatch(/focal_point_uptime_seconds \d/)
  expect(text).not.toContain('pelican')
})

test('tells where reminders stand, and that the store works', async () => {
  using folder = temporaryFolder()
  await using store = await openStore(folder.path)
  await plan(store, [aDelivery()])
  const text = await metricsOf(new AnswerTally(), store)
  expect(text).toContain('focal_point_store_up 1\n')
  expect(text).toContain('focal_point_reminders{state="pending"} 1\n')
  expect(text).toContain('focal_point_reminders{state="failed"} 0\n')
})

test('tells that the store fails without waiting for what it holds', async () => {
  const hanging = { countByState: () => new Promise<never>(() => {}) } as unknown as Store['deliveries']
  const text = await metricsOf(new AnswerTally(), { canWrite: async () => false, deliveries: hanging })
  expect(text).toContain('focal_point_store_up 0\n')
})

test('escapes what would end a label', () => {
  const samples = [{ labels: { of: 'a"b\\c\nd' }, value: 1 }]
  expect(prometheusText([{ name: 'x', help: 'y', type: 'gauge', samples }])).toBe(
    '# HELP x y\n# TYPE x gauge\nx{of="a\\"b\\\\c\\nd"} 1\n',
  )
})
