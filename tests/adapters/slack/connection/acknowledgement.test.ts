import { describe, expect, test } from 'vitest'
import type { Store } from '../../../../src/store/store.ts'
import { slowFocalPoint } from '../../own-focal-point.ts'
import { passTime } from '../../pass-time.ts'
import { oneOfEach } from '../one-of-each.ts'
import { type RunningAdapter, startAdapter, transports } from '../running-adapter.ts'

const never = () => Promise.withResolvers<never>().promise

const hangingStore = (store: Store): Store => ({
  ...store,
  seenEvents: { claim: never, has: never },
  feedback: { ...store.feedback, record: never, addReason: never },
  keptAnswers: { keep: never, find: never },
})

async function sendTwenty({ slack, send, clock }: RunningAdapter, [, payload]: (typeof oneOfEach)[number]) {
  const sending = Promise.all(Array.from({ length: 20 }, () => send(payload(slack))))
  return await passTime(clock, sending)
}

const acknowledged = Array.from({ length: 20 }, () => expect.objectContaining({ acknowledged: true }))

describe.each(transports)('over %s', (transport) => {
  test.each(oneOfEach)('every %s is acknowledged while Slack answers nothing', async (...kind) => {
    await using running = await startAdapter(transport)
    running.slack.faults.add({ on: '*', fail: 'hang', times: 'always' })
    running.slack.faults.add({ on: 'response_url', fail: 'hang', times: 'always' })
    expect(await sendTwenty(running, kind)).toEqual(acknowledged)
  })

  test.each(oneOfEach)('every %s is acknowledged while the assistant and the disk hang', async (...kind) => {
    await using running = await startAdapter(transport, { focalPoint: slowFocalPoint(), storeAs: hangingStore })
    expect(await sendTwenty(running, kind)).toEqual(acknowledged)
  })

  test('every event is acknowledged although Slack has never told who we are', async () => {
    await using running = await startAdapter(transport, {
      arm: (slack) => slack.faults.add({ on: 'auth.test', fail: { status: 503 }, times: 'always' }),
    })
    for (const kind of oneOfEach.slice(0, 4)) expect(await sendTwenty(running, kind)).toEqual(acknowledged)
  })
})
