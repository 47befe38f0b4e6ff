import { expect, test } from 'vitest'
import { notices } from '../../../adapters/chat/wording.ts'
import { slowFocalPoint } from '../own-focal-point.ts'
import type { TestClock } from '../test-clock.ts'
import { appMention } from './fake/payloads/message-events.ts'
import { slashCommand } from './fake/payloads/slash-command.ts'
import { handled, pressInMessage } from './pressing.ts'
import { type RunningAdapter, startAdapter } from './running-adapter.ts'

const question = 'Who runs the secretariat of the Almaty Process?'
const busy = 'C00000001'

/** Asks in the busy channel so often, one after the other; returns the threads in that order. */
async function askOften({ slack, send }: RunningAdapter, times: number): Promise<unknown[]> {
  const threads: unknown[] = []
  for (let i = 0; i < times; i += 1) {
    const mention = appMention(slack, { text: question, channel: busy })
    threads.push(mention.body.event.ts)
    await send(mention)
  }
  await slack.called('chat.postMessage')
  return threads
}

/** Lets all time pass that somebody waits for a channel, until it is done. */
async function passWaits(clock: TestClock, done: Promise<void>): Promise<void> {
  let isDone = false
  const ending = done.then(() => {
    isDone = true
  })
  while (!isDone) await Promise.race([ending, clock.passSleepOf((ms) => ms >= 1000)])
}

function answered({ slack }: RunningAdapter): unknown[] {
  return slack.messages.map(({ thread_ts }) => thread_ts)
}

test('answers to a channel that Slack limits go out one a second, in order, and no further one is refused', async () => {
  await using running = await startAdapter('http', { slack: { limitsPosting: true } })
  const { slack, clock } = running
  const started = slack.now()
  const threads = await askOften(running, 1)
  await handled(running, 1)
  const waiting = () => running.logged.filter((line) => line.includes('slack message waits'))
  for (let count = 1; count <= 4; count += 1) {
    threads.push(...(await askOften(running, 1)))
    await slack.until(() => waiting().length === count, `${count} that wait`)
  }
  for (let sent = 2; sent <= 5; sent += 1) {
    await clock.passSleepOf(1000)
    await slack.until(() => slack.messages.length === sent, `${sent} answers`)
  }
  await handled(running, 5)
  expect(answered(running)).toEqual(threads)
  const afterwards = slack.calls('chat.postMessage').filter(({ at }) => at > started)
  expect(afterwards.map(({ status }) => status)).toEqual([200, 200, 200, 200])
})

test('a limit that is met again keeps the order', async () => {
  await using running = await startAdapter('http')
  const { slack, clock } = running
  slack.faults.add({ on: 'chat.postMessage', fail: { status: 429, retryAfter: 7 }, times: 4 })
  const threads = await askOften(running, 3)
  await passWaits(clock, handled(running, 3))
  expect(answered(running)).toEqual(threads)
})

test('what comes while a channel is limited waits its turn behind those before it', async () => {
  await using running = await startAdapter('http')
  const { slack, clock, send } = running
  slack.faults.add({ on: 'chat.postMessage', fail: { status: 429, retryAfter: 3 } })
  const [first] = await askOften(running, 1)
  const second = appMention(slack, { text: question, channel: busy })
  await send(second)
  await clock.passSleepOf(3000)
  await slack.until(() => slack.messages.length === 1, 'the first answer')
  await clock.passSleepOf(1000)
  await handled(running, 2)
  expect(answered(running)).toEqual([first, second.body.event.ts])
})

test('a limited channel holds up no other channel, no command and no click', async () => {
  await using running = await startAdapter('http')
  const { slack, send } = running
  await send(appMention(slack, { text: 'who runs the secretariat?', channel: busy }))
  await handled(running, 1)
  slack.faults.add({
    on: 'chat.postMessage',
    fail: { status: 429, retryAfter: 30 },
    times: 1,
    match: { channel: busy },
  })
  await askOften(running, 1)
  await send(appMention(slack, { text: question, channel: 'C00000002' }))
  await slack.until(() => slack.messages.some(({ channel }) => channel === 'C00000002'), 'the other answer')
  const { body } = await send(slashCommand(slack, { command: '/focal', text: question, channel: busy }))
  expect(body).toMatchObject({ text: expect.stringContaining('UNHCR') })
  await pressInMessage(running, slack.messages[0], 'focal.choose.0')
  await slack.called('response_url')
  expect(slack.messages[0]?.text).toContain('UNHCR')
  await running.clock.passSleepOf(30_000)
  await handled(running, 5)
  expect(slack.messages).toHaveLength(3)
})

test('a channel that was quiet for a minute is free again', async () => {
  await using running = await startAdapter('http')
  const { slack, clock } = running
  slack.faults.add({ on: 'chat.postMessage', fail: { status: 429, retryAfter: 1 } })
  await askOften(running, 1)
  await clock.passSleepOf(1000)
  await handled(running, 1)
  clock.advance(62_000)
  await askOften(running, 2)
  await handled(running, 3)
  expect(slack.messages).toHaveLength(3)
})

test('a channel that is limited for ever gets no more tries after a while, and the person a private word', async () => {
  await using running = await startAdapter('http')
  const { slack, clock } = running
  slack.faults.add({ on: 'chat.postMessage', fail: { status: 429, retryAfter: 100 }, times: 'always' })
  await askOften(running, 1)
  await passWaits(clock, handled(running, 1))
  expect(slack.calls('chat.postMessage').length).toBeLessThan(25)
  expect(slack.ephemerals).toMatchObject([{ text: notices.failed.en }])
})

test('a command that takes long says so in time, and the answer follows', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  await using running = await startAdapter('http', { focalPoint: slowFocalPoint(promise) })
  const { slack, clock, send } = running
  const acknowledged = send(slashCommand(slack, { command: '/focal', text: question }))
  await clock.passSleepOf(1500)
  expect((await acknowledged).body).toMatchObject({ text: notices.wait.en })
  slack.faults.add({ on: 'response_url', fail: { status: 500 } })
  resolve()
  await clock.passSleepOf(500)
  await handled(running, 1)
  expect(slack.responses).toMatchObject([{ body: { text: expect.stringContaining('UNHCR') } }])
})

test('a late answer to a command that Slack does not take is told about another way', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  await using running = await startAdapter('http', { focalPoint: slowFocalPoint(promise) })
  const { slack, clock, send } = running
  const acknowledged = send(slashCommand(slack, { command: '/focal', text: question }))
  await clock.passSleepOf(1500)
  await acknowledged
  slack.faults.add({ on: 'response_url', fail: { status: 404 }, times: 'always' })
  resolve()
  await handled(running, 1)
  expect(slack.ephemerals).toMatchObject([{ user: 'U00000001', text: notices.failed.en }])
})

test('a command does not wait for the language of a person when Slack does not tell it', async () => {
  await using running = await startAdapter('http')
  const { slack, clock, send } = running
  slack.faults.add({ on: 'users.info', fail: 'hang' })
  const acknowledged = send(slashCommand(slack, { command: '/focal', text: question }))
  await clock.passSleepOf(90)
  expect((await acknowledged).body).toMatchObject({ text: expect.stringContaining('UNHCR') })
})
