import { describe, expect, test } from 'vitest'
import { Conversations, type KeptContext } from '../../src/intents/conversation.ts'

const start = Temporal.Instant.from('2017-04-01T09:00:00Z').epochMilliseconds
const later = (duration: string) => start + Temporal.Duration.from(duration).total('milliseconds')

function aContext(intent: string): KeptContext {
  return { intent, subjects: [], series: [] }
}

describe('Conversations', () => {
  test.each<[string, string | undefined, string]>([
    ['PT0S', 'role', 'at once'],
    ['PT29M59.999S', 'role', 'just before half an hour'],
    ['PT30M', undefined, 'half an hour later'],
    ['P1D', undefined, 'the next day'],
  ])('remembers after %s the intent %s (%s)', (duration, intent) => {
    const conversations = new Conversations()
    conversations.set('c1', aContext('role'), start)
    expect(conversations.get('c1', later(duration))?.intent).toBe(intent)
  })

  test('counts the half hour from the last message', () => {
    const conversations = new Conversations()
    conversations.set('c1', aContext('role'), start)
    conversations.set('c1', aContext('host'), later('PT20M'))
    expect(conversations.get('c1', later('PT45M'))?.intent).toBe('host')
  })

  test('starts afresh after a silence', () => {
    const conversations = new Conversations()
    conversations.set('c1', aContext('role'), start)
    conversations.set('c1', aContext('host'), later('PT2H'))
    expect(conversations.get('c1', later('PT2H1M'))?.intent).toBe('host')
  })

  test('is not upset by a clock that goes back', () => {
    const conversations = new Conversations()
    conversations.set('c1', aContext('role'), start)
    expect(conversations.get('c1', start - 60_000)?.intent).toBe('role')
  })

  test('remembers nothing without an id', () => {
    const conversations = new Conversations()
    conversations.set(undefined, aContext('role'), start)
    expect(conversations.get(undefined, start)).toBeUndefined()
    expect(conversations.get('undefined', start)).toBeUndefined()
  })

  test('keeps 1,000 interleaved conversations apart', () => {
    const conversations = new Conversations()
    const ids = Array.from({ length: 1000 }, (_, i) => `c${i}`)
    for (const round of ['first', 'second']) {
      for (const id of ids) conversations.set(id, aContext(`${round} ${id}`), start)
    }
    for (const id of ids.toReversed()) expect(conversations.get(id, start)?.intent).toBe(`second ${id}`)
  })

  test('forgets the conversation that was silent longest when there are more than 10,000', () => {
    const conversations = new Conversations()
    for (let i = 0; i < 10_000; i++) conversations.set(`c${i}`, aContext('role'), start)
    conversations.set('c0', aContext('host'), start)
    conversations.set('c10000', aContext('role'), start)
    expect(['c0', 'c1', 'c2', 'c10000'].map((id) => conversations.get(id, start)?.intent)).toEqual([
      'host',
      undefined,
      'role',
      'role',
    ])
  })

  test('holds 10,000 however many there were', () => {
    const conversations = new Conversations()
    for (let i = 0; i < 30_000; i++) conversations.set(`c${i}`, aContext('role'), start)
    const kept = Array.from({ length: 30_000 }, (_, i) => conversations.get(`c${i}`, start)).filter((c) => c)
    expect(kept).toHaveLength(10_000)
  })
})
