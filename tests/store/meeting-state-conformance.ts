import { expect, test } from 'vitest'
import type { Store } from '../../src/store/store.ts'
import { aMeetingState, NOW } from './reminder-builders.ts'

/** What every engine must do with what was seen of meetings. */
export function meetingStateConformance(open: () => Promise<Store>): void {
  test('come back as they were kept', async () => {
    await using store = await open()
    const states = [
      aMeetingState(),
      aMeetingState({ meetingId: 'day', precision: 'day', starts: '2027-03-03', ends: '2027-03-04', zone: undefined }),
    ]
    await store.meetingStates.keep(states, NOW)
    const found = await store.meetingStates.find(['day', 'meeting-1', 'never-seen'])
    expect(found).toEqual(new Map(states.map((state) => [state.meetingId, { ...state, seenAtMs: NOW }])))
  })

  test.for([
    [2, 'f2', 'a later revision is kept'],
    [1, 'f1', 'one that was told already changes nothing'],
    [0, 'f1', 'an earlier one neither'],
  ] as const)('of revision %i leave %s: %s', async ([revision, fingerprint]) => {
    await using store = await open()
    await store.meetingStates.keep([aMeetingState({ revision: 1, fingerprint: 'f1' })], NOW)
    await store.meetingStates.keep([aMeetingState({ revision, fingerprint: 'f2', status: 'cancelled' })], NOW)
    expect((await store.meetingStates.find(['meeting-1'])).get('meeting-1')).toMatchObject({ fingerprint })
  })

  test('of many meetings are kept, found, paged through and removed', async () => {
    await using store = await open()
    const ids = Array.from({ length: 1200 }, (_, index) => `meeting-${String(index).padStart(4, '0')}`)
    await store.meetingStates.keep(
      ids.toReversed().map((meetingId) => aMeetingState({ meetingId })),
      NOW,
    )
    expect((await store.meetingStates.find(ids)).size).toBe(1200)
    const pages = await Array.fromAsync(store.meetingStates.all(500))
    expect(pages.map((page) => page.length)).toEqual([500, 500, 200])
    expect(pages.flat().map(({ meetingId }) => meetingId)).toEqual(ids)
    await store.meetingStates.remove(ids.slice(1))
    expect((await Array.fromAsync(store.meetingStates.all())).flat()).toMatchObject([{ meetingId: ids[0] }])
  })

  test('tell which meetings have changed, and how often', async () => {
    await using store = await open()
    const revisions = [1, 2, 5].map((revision) => aMeetingState({ meetingId: `seen-${revision}`, revision }))
    await store.meetingStates.keep(revisions, NOW)
    expect(await store.meetingStates.revised()).toEqual(
      new Map([
        ['seen-2', 2],
        ['seen-5', 5],
      ]),
    )
  })

  test('of no meeting are nothing to do', async () => {
    await using store = await open()
    await store.meetingStates.keep([], NOW)
    expect(await store.meetingStates.find([])).toEqual(new Map())
  })
}
