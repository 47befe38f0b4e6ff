import { expect, test } from 'vitest'
import { leaveConversation } from '../../src/reminders/leave-conversation.ts'
import { openStore } from '../../src/store/store.ts'
import { aFolder } from '../adapters/knowledge-fixture.ts'
import { aReference, aSubscription, NOW, otherPlace, place } from '../store/reminder-builders.ts'

const now = Temporal.Instant.fromEpochMilliseconds(NOW)

test('ends all that a conversation gets, and names who asked for it, each once and only the first time', async () => {
  using folder = aFolder()
  await using store = await openStore(folder.path)
  await store.references.keep(aReference(), NOW)
  const target = { kind: 'all', id: '' } as const
  await store.subscriptions.add(aSubscription({ language: 'es' }), NOW)
  await store.subscriptions.add(aSubscription({ language: 'es', target }), NOW)
  await store.subscriptions.add(aSubscription({ createdBy: 'U2', kind: 'digest', weekday: 1 }), NOW)
  const elsewhere = await store.subscriptions.add(aSubscription({ ...otherPlace, createdBy: 'U3' }), NOW)
  const owners = await leaveConversation(place, 'is_archived', { store, now })
  expect(owners).toEqual([
    {
      platform: 'slack',
      workspace: 'T1',
      person: 'U1',
      language: 'es',
      text: 'Sus recordatorios en otra conversación han terminado, porque ya no llega nada allí (is_archived).',
    },
    expect.objectContaining({ person: 'U2', language: 'en', text: expect.stringContaining('is_archived') }),
  ])
  expect((await store.subscriptions.listOf(place)).map(({ isActive }) => isActive)).toEqual([false, false, false])
  expect(await store.subscriptions.find(elsewhere.id)).toMatchObject({ isActive: true })
  expect(await store.references.find(place)).toMatchObject({ unreachable: 'is_archived' })
  expect(await leaveConversation(place, 'is_archived', { store, now })).toEqual([])
})
