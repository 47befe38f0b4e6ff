import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Store } from '../../../../src/store/store.ts'
import { slowFocalPoint } from '../../own-focal-point.ts'
import type { TestClock } from '../../test-clock.ts'
import { slashCommand } from '../fake/payloads/slash-command.ts'
import { oneOfEach } from '../one-of-each.ts'
import { type RunningAdapter, startAdapter, transports } from '../running-adapter.ts'

const never = () => Promise.withResolvers<never>().promise

const hangingStore = (store: Store): Store => ({
  ...store,
  seenEvents: { claim: never, has: never },
  feedback: { ...store.feedback, record: never, addReason: never },
  keptAnswers: { keep: never, find: never },
})

/** Time passes as fast as it can until all is done. */
async function passTime<T>(clock: TestClock, doing: Promise<T>): Promise<T> {
  let isDone = false
  const done = doing.finally(() => {
    isDone = true
  })
  while (!isDone) {
    clock.advance(100)
    await setImmediate()
  }
  return done
}

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

  test('a command whose answer takes long is told so, and answered later', async () => {
    const thought = Promise.withResolvers<void>()
    await using running = await startAdapter(transport, { focalPoint: slowFocalPoint(thought.promise) })
    const { slack, send, clock } = running
    const sending = send(slashCommand(slack, { command: '/focal', text: 'process MIDSA' }))
    await clock.passSleepOf(1500)
    expect(await sending).toMatchObject({ acknowledged: true, body: { text: expect.stringContaining('One moment') } })
    thought.resolve()
    await slack.called('response_url')
    await running.adapter.stop(5000)
    expect(slack.responses).toMatchObject([
      { user: 'U00000001', body: { response_type: 'ephemeral', text: expect.stringContaining('Southern Africa') } },
    ])
    expect(slack.messages).toEqual([])
  })
})
