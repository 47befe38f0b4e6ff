import { expect, test } from 'vitest'
import { ChannelPace } from '../../../adapters/chat/channel-pace.ts'
import { TestClock } from '../test-clock.ts'

function startPace() {
  const clock = new TestClock()
  return { clock, pace: new ChannelPace({ clock, gapMs: 2000 }) }
}

test('a channel without a limit is free at once', async () => {
  const { pace } = startPace()
  expect(pace.isLimited('a')).toBe(false)
  await pace.turn('a', pace.ticket())
  await pace.turn('a', pace.ticket())
})

test('a limited channel takes messages in the order of their tickets, one after each gap', async () => {
  const { clock, pace } = startPace()
  const started = clock.now()
  const [first, second] = [pace.ticket(), pace.ticket()]
  const sent: [string, number][] = []
  const send = async (name: string, ticket: number) => {
    const leave = await pace.turn('a', ticket)
    sent.push([name, clock.now().since(started).total('milliseconds')])
    leave()
  }
  pace.limit('a', 5000)
  expect(pace.isLimited('a')).toBe(true)
  const sending = [send('second', second), send('first', first)]
  await clock.passSleepOf(5000)
  await clock.passSleepOf(2000)
  await Promise.all(sending)
  expect(sent).toEqual([
    ['first', 5000],
    ['second', 7000],
  ])
})

test('another channel goes on as before', () => {
  const { pace } = startPace()
  pace.limit('a', 5000)
  expect(pace.isLimited('b')).toBe(false)
})

test('a channel without trouble for a minute is free again', () => {
  const { clock, pace } = startPace()
  pace.limit('a', 5000)
  clock.advance(65_000)
  expect(pace.isLimited('a')).toBe(true)
  clock.advance(1)
  expect(pace.isLimited('a')).toBe(false)
})
