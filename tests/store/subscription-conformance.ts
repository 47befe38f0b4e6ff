import { describe, expect, test } from 'vitest'
import type { Store } from '../../src/store/store.ts'
import type { NewSubscription, Subscription, SubscriptionChanges } from '../../src/store/subscriptions.ts'
import { aSubscription, NOW, otherPlace, place } from './reminder-builders.ts'

/** What every engine must do with subscriptions. */
export function subscriptionConformance(open: () => Promise<Store>): void {
  test('come back as they were added', async () => {
    await using store = await open()
    const wish = aSubscription({ quiet: { from: '22:00', to: '07:00' }, weekday: 1 })
    const added = await store.subscriptions.add(wish, NOW)
    const rest = {
      id: added.id,
      snoozedUntilMs: undefined,
      isActive: true,
      version: 1,
      createdAtMs: NOW,
      askedAtMs: NOW,
    }
    expect(added).toEqual({ ...wish, ...rest })
    expect(await store.subscriptions.find(added.id)).toEqual(added)
  })

  test('for the same target in the same conversation take over the leads, but not who created them', async () => {
    await using store = await open()
    const first = await store.subscriptions.add(aSubscription(), NOW)
    await store.subscriptions.change(first.id, { isActive: false, snoozedUntilMs: NOW })
    const second = await store.subscriptions.add(aSubscription({ leads: ['P1D'], createdBy: 'U2' }), NOW + 1)
    const expected = { ...first, leads: ['P1D'], version: 3, askedAtMs: NOW + 1 }
    expect(second).toEqual(expected)
    expect(await store.subscriptions.listOf(place)).toEqual([expected])
  })

  test.for<[string, Partial<NewSubscription>]>([
    ['target', { target: { kind: 'process', id: 'bali-process' } }],
    ['kind of target', { target: { kind: 'series', id: 'almaty-process' } }],
    ['kind', { kind: 'digest' }],
    ['conversation', otherPlace],
    ['workspace', { workspace: 'T2' }],
    ['platform', { platform: 'teams' }],
  ])('for another %s are others', async ([, changes]) => {
    await using store = await open()
    const first = await store.subscriptions.add(aSubscription(), NOW)
    const second = await store.subscriptions.add(aSubscription(changes), NOW)
    expect(second.id).not.toBe(first.id)
    expect(await store.subscriptions.find(first.id)).toEqual(first)
  })

  test('for all meetings are one in a conversation', async () => {
    await using store = await open()
    const target = { kind: 'all', id: '' } as const
    await store.subscriptions.add(aSubscription({ target }), NOW)
    await store.subscriptions.add(aSubscription({ target }), NOW)
    expect(await store.subscriptions.listOf(place)).toHaveLength(1)
  })

  test('are listed by conversation and by who created them, oldest first', async () => {
    await using store = await open()
    const target = { kind: 'region', id: 'asia' } as const
    const late = await store.subscriptions.add(aSubscription(), NOW + 1)
    const early = await store.subscriptions.add(aSubscription({ target }), NOW)
    const elsewhere = await store.subscriptions.add(aSubscription({ ...otherPlace }), NOW + 2)
    const other = await store.subscriptions.add(aSubscription({ ...otherPlace, target, createdBy: 'U2' }), NOW)
    expect(await store.subscriptions.listOf(place)).toEqual([early, late])
    expect(await store.subscriptions.listBy(aSubscription())).toEqual([early, late, elsewhere])
    expect(await store.subscriptions.listBy(aSubscription({ createdBy: 'U2' }))).toEqual([other])
    expect(await store.subscriptions.listBy(aSubscription({ workspace: 'T2' }))).toEqual([])
  })

  test.for<SubscriptionChanges>([
    { leads: ['P7D'] },
    { at: undefined },
    { weekday: 5 },
    { zone: 'Europe/Paris', language: 'fr' },
    { quiet: { from: '20:00', to: '08:00' } },
    { quiet: undefined },
    { snoozedUntilMs: NOW + 1 },
    { isActive: false },
  ])('change in nothing but %j', async (changes) => {
    await using store = await open()
    const quiet = { from: '22:00', to: '07:00' }
    const { id, ...before } = await store.subscriptions.add(aSubscription({ quiet }), NOW)
    const after = { id, ...before, ...changes, version: 2 }
    expect(await store.subscriptions.change(id, changes)).toEqual(after)
    expect(await store.subscriptions.find(id)).toEqual(after)
  })

  test('that are not there cannot be changed or removed', async () => {
    await using store = await open()
    expect(await store.subscriptions.change('none', { isActive: false })).toBeUndefined()
    expect(await store.subscriptions.remove('none')).toBe(false)
    expect(await store.subscriptions.find('none')).toBeUndefined()
  })

  test('go one by one, or with their conversation', async () => {
    await using store = await open()
    const added = await store.subscriptions.add(aSubscription(), NOW)
    await store.subscriptions.add(aSubscription({ kind: 'digest' }), NOW)
    const elsewhere = await store.subscriptions.add(aSubscription({ ...otherPlace }), NOW)
    expect(await store.subscriptions.remove(added.id)).toBe(true)
    expect(await store.subscriptions.listOf(place)).toHaveLength(1)
    await store.subscriptions.removeOf(place)
    expect(await store.subscriptions.listBy(aSubscription())).toEqual([elsewhere])
  })

  describe('in pages', () => {
    test.for([1, 2, 3, 4, 7, 100])('of %i come once each, and a conversation never in two', async (pageSize) => {
      await using store = await open()
      await addToConversations(store, { C1: 1, C2: 5, C3: 2, C4: 3 })
      const pages = await pagesOf(store, pageSize)
      const ids = pages.flat().map(({ id }) => id)
      expect([ids.length, new Set(ids).size]).toEqual([11, 11])
      const conversations = pages.flatMap((page) => [...new Set(page.map(({ conversationId }) => conversationId))])
      expect(conversations).toEqual(['C1', 'C2', 'C3', 'C4'])
    })

    test('are none where there is none', async () => {
      await using store = await open()
      expect(await pagesOf(store, 10)).toEqual([])
    })
  })
}

async function addToConversations(store: Store, counts: Readonly<Record<string, number>>): Promise<void> {
  for (const [conversationId, count] of Object.entries(counts)) {
    const ids = Array.from({ length: count }, (_, index) => `event-${index}`)
    const wishes = ids.map((id) => aSubscription({ conversationId, target: { kind: 'event', id } }))
    await Promise.all(wishes.map((wish) => store.subscriptions.add(wish, NOW)))
  }
}

async function pagesOf(store: Store, pageSize: number): Promise<(readonly Subscription[])[]> {
  return await Array.fromAsync(store.subscriptions.all(pageSize))
}
