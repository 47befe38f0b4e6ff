import { describe, expect, test } from 'vitest'
import type { Context } from '../../src/intents/conversation.ts'
import { keepContext, recallContext } from '../../src/intents/keep-context.ts'
import type { Entry } from '../../src/knowledge/knowledge.ts'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'

const knowledge = loadKnowledge('knowledge')
const entry = (id: string) => knowledge.entries.get(id) as Entry

function aContext(): Context {
  const topic = {
    intent: 'role',
    subjects: [entry('midsa')],
    series: [entry('idm')],
    shown: [entry('midsa'), entry('gfmd')],
    earlier: [entry('igc')],
    citations: ['004:530'],
    language: 'fr' as const,
  }
  return { ...topic, asked: { text: 'et MIDSA ?', before: topic } }
}

describe('a kept context', () => {
  test('is plain JSON and comes back whole', () => {
    const kept = JSON.parse(JSON.stringify(keepContext(aContext())))
    expect(recallContext(kept, knowledge)).toEqual(aContext())
  })

  test('loses the entries that the knowledge no longer has', () => {
    const entries = new Map([...knowledge.entries].filter(([id]) => id !== 'midsa'))
    const recalled = recallContext(keepContext(aContext()), { ...knowledge, entries })
    expect(recalled).toMatchObject({ intent: 'role', subjects: [], shown: [entry('gfmd')] })
  })

  test('is nothing without its intent', () => {
    const kept = keepContext({ ...aContext(), intent: 'anthem' })
    expect(recallContext(kept, knowledge)).toBeUndefined()
  })

  test('does not hold a long text, nor all that was ever talked about', () => {
    const before = { ...aContext(), earlier: Array.from({ length: 100 }, () => entry('igc')) }
    const kept = keepContext({ ...before, asked: { text: 'x'.repeat(6_000), before } })
    expect(JSON.stringify(kept).length).toBeLessThan(500)
  })
})
