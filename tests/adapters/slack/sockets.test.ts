import { describe, expect, test, vi } from 'vitest'
import { slowFocalPoint } from '../own-focal-point.ts'
import { appMention } from './fake/payloads/message-events.ts'
import { slashCommand } from './fake/payloads/slash-command.ts'
import { type RunningAdapter, startAdapter } from './running-adapter.ts'

const question = 'Who runs the secretariat of the Almaty Process?'

async function expectAnswer({ slack, send }: RunningAdapter): Promise<void> {
  const before = slack.recorded.count('chat.postMessage')
  expect(await send(appMention(slack, { text: question }))).toMatchObject({ acknowledged: true })
  await slack.called('chat.postMessage', before + 1)
}

/** Lets the waits between tries pass until so many sockets are open. */
async function passUntilOpen({ slack, clock }: RunningAdapter, count: number): Promise<void> {
  const opened = slack.socketsOpen(count, 15_000)
  let isOpen = false
  void opened.then(() => {
    isOpen = true
  })
  const passing = (async () => {
    while (!isOpen) await Promise.race([opened, clock.passSleepOf((ms) => ms >= 500)])
  })()
  await opened
  await Promise.race([passing, opened])
}

function isReady({ adapter }: RunningAdapter): boolean {
  return adapter.checks.slack?.().status === 'ok'
}

describe('a connection of Socket Mode', () => {
  test('is one of two', async () => {
    await using running = await startAdapter('sockets')
    await running.slack.socketsOpen(2)
    expect(isReady(running)).toBe(true)
  })

  test.each(['warning', 'refresh_requested'] as const)(
    'is opened again at once after Slack says "%s"',
    async (reason) => {
      await using running = await startAdapter('sockets')
      running.slack.sockets.disconnect(reason)
      await running.slack.called('apps.connections.open', 4)
      await running.slack.socketsOpen(2)
      await expectAnswer(running)
    },
  )

  test('is opened again after it was cut', async () => {
    await using running = await startAdapter('sockets')
    running.slack.sockets.drop()
    await running.slack.called('apps.connections.open', 4)
    await running.slack.socketsOpen(2)
    await expectAnswer(running)
  })

  test('is opened again after it went silent', async () => {
    await using running = await startAdapter('sockets', { pingTimeoutMs: 200 })
    running.slack.sockets.mute()
    await running.slack.until(
      () => running.slack.recorded.count('apps.connections.open') >= 4 && running.slack.sockets.count === 2,
      'two new sockets',
      15_000,
    )
    await expectAnswer(running)
  })

  test('is opened again after an upgrade was refused', async () => {
    await using running = await startAdapter('sockets')
    running.slack.faults.add({ on: 'websocket', fail: { status: 503 } })
    running.slack.sockets.drop(0)
    await running.slack.called('apps.connections.open', 3)
    await passUntilOpen(running, 2)
    await expectAnswer(running)
  })

  test('comes back after an outage, and what was sent meanwhile is answered once', async () => {
    await using running = await startAdapter('sockets')
    const { slack, send } = running
    await slack.stopListening()
    const mention = appMention(slack, { text: question })
    const sending = send(mention)
    await running.clock.passSleepOf((ms) => ms >= 500)
    expect(isReady(running)).toBe(false)
    await slack.listenAgain()
    await passUntilOpen(running, 2)
    await slack.called('chat.postMessage')
    await sending
    await expectAnswer(running)
    expect(slack.messages.filter(({ thread_ts }) => thread_ts === mention.body.event.ts)).toHaveLength(1)
    expect(isReady(running)).toBe(true)
  })

  test('leaves no gap: of 100 events sent while one is recycled, all are answered once', async () => {
    await using running = await startAdapter('sockets')
    const { slack, send } = running
    const mentions = Array.from({ length: 100 }, (_, i) =>
      appMention(slack, { text: question, user: `U0000${1000 + i}` }),
    )
    const sending = mentions.map((mention, i) => {
      if (i === 30) slack.sockets.disconnect('refresh_requested', 0)
      if (i === 60) slack.sockets.drop(0)
      return send(mention)
    })
    const results = await Promise.all(sending)
    expect(results.filter(({ acknowledged }) => !acknowledged)).toEqual([])
    await slack.called('chat.postMessage', 100)
    await running.adapter.stop(5000)
    const threads = slack.messages.map(({ thread_ts }) => thread_ts)
    expect(new Set(threads)).toEqual(new Set(mentions.map(({ body }) => body.event.ts)))
    expect(threads).toHaveLength(100)
  })

  test.each([
    ['invalid_auth', 'Slack refuses the app token (invalid_auth)'],
    ['account_inactive', 'Slack refuses the app token (account_inactive)'],
    ['internal_error', 'Slack cannot be reached'],
  ])('that Slack refuses to open again (%s) is tried again until it does', async (error, reason) => {
    await using running = await startAdapter('sockets')
    const { slack, clock } = running
    slack.faults.add({ on: 'apps.connections.open', fail: { error }, times: 'always' })
    slack.sockets.disconnect('link_disabled')
    const waits: number[] = []
    for (let i = 0; i < 20; i += 1) waits.push(await clock.passSleepOf((ms) => ms >= 500))
    expect(Math.max(...waits)).toBeLessThanOrEqual(60_000)
    expect(Math.max(...waits)).toBeGreaterThan(20_000)
    expect(running.adapter.checks.slack?.()).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining(reason),
    })
    slack.faults.clear()
    await passUntilOpen(running, 2)
    await expectAnswer(running)
    expect(isReady(running)).toBe(true)
  })

  test('that Slack has too many of is not opened again and again', async () => {
    await using running = await startAdapter('sockets')
    const { slack, clock } = running
    const before = slack.recorded.count('apps.connections.open')
    slack.faults.add({ on: 'apps.connections.open', fail: { error: 'too_many_websockets' }, times: 'always' })
    slack.sockets.disconnect('too_many_websockets')
    // Each tries once at once, and then waits longer and longer.
    for (let i = 0; i < 6; i += 1) await clock.passSleepOf((ms) => ms >= 500)
    expect(slack.recorded.count('apps.connections.open') - before).toBeLessThanOrEqual(10)
  })

  test('that ends before a command is acknowledged does not lose the answer', async () => {
    const thought = Promise.withResolvers<void>()
    await using running = await startAdapter('sockets', { focalPoint: slowFocalPoint(thought.promise) })
    const { slack, send } = running
    const sending = send(slashCommand(slack, { command: '/focal', text: 'process MIDSA' }))
    await slack.called('users.info')
    slack.sockets.drop()
    await sending
    await vi.waitFor(() => expect(running.logged.filter((line) => line.includes('slack socket open'))).toHaveLength(4))
    thought.resolve()
    await slack.called('response_url')
    await running.adapter.stop(5000)
    expect(slack.responses).toMatchObject([
      { effect: 'ephemeral', body: { text: expect.stringContaining('Southern Africa') } },
    ])
  })

  test('is not asked for before the time that Slack gives', async () => {
    await using running = await startAdapter('sockets')
    const { slack, clock } = running
    slack.faults.add({ on: 'apps.connections.open', fail: { status: 429, retryAfter: 30 } })
    slack.sockets.drop(0)
    await slack.called('apps.connections.open', 3)
    expect(await clock.passSleepOf((ms) => ms >= 500)).toBeGreaterThanOrEqual(30_000)
    await slack.called('apps.connections.open', 4)
  })

  test('answers a command that comes while the service stops, and leaves events to be sent again', async () => {
    await using running = await startAdapter('sockets')
    const { slack, send } = running
    slack.faults.add({ on: 'chat.postMessage', fail: 'hang' })
    await send(appMention(slack, { text: question }))
    await slack.called('chat.postMessage')
    const stopping = running.adapter.stop(10_000)
    const { body } = await send(slashCommand(slack, { command: '/focal', text: 'process MIDSA' }))
    expect(body).toMatchObject({ text: expect.stringContaining('being started again') })
    slack.faults.release()
    await stopping
  })
})
