import { expect, test } from 'vitest'
import type { Store } from '../../src/store/store.ts'
import { aCount, aNotedQuestion } from './insight-builders.ts'
import { DAY, NOW } from './reminder-builders.ts'

/** What every engine must do with what is learnt from answers. */
export function insightConformance(open: () => Promise<Store>): void {
  test('add up by day, surface, status, language and latency', async () => {
    await using store = await open()
    await store.insights.note([aCount(), aCount({ surface: 'web' })], [], NOW)
    await store.insights.note([aCount({ answers: 3, totalMs: 20 }), aCount({ day: '2027-03-02' })], [], NOW)
    expect(await store.insights.countsSince('2027-03-03')).toEqual(
      expect.arrayContaining([aCount({ answers: 5, totalMs: 35 }), aCount({ surface: 'web' })]),
    )
    expect(await store.insights.countsSince('2027-03-03')).toHaveLength(2)
    expect((await store.insights.countsSince('2027-03-01'))[0]).toEqual(aCount({ day: '2027-03-02' }))
  })

  test('hold each question once, however it is written, those asked most first', async () => {
    await using store = await open()
    await store.insights.note([], [aNotedQuestion({ question: 'Où est-ce ?' }), aNotedQuestion()], NOW)
    const later = aNotedQuestion({ question: 'where do i get a  BADGE', asked: 4, day: '2027-03-05', nearest: [] })
    await store.insights.note([], [later], NOW)
    const { day, ...rest } = later
    expect(await store.insights.unanswered(10)).toEqual([
      { ...rest, key: expect.any(String), asked: 5, firstDay: '2027-03-03', lastDay: day },
      expect.objectContaining({ question: 'Où est-ce ?', asked: 1 }),
    ])
    expect(await store.insights.unanswered(1)).toHaveLength(1)
  })

  test('tell accented words of one language from others of another script', async () => {
    await using store = await open()
    await store.insights.note(
      [],
      ['où', 'ou', 'где', '???'].map((question) => aNotedQuestion({ question })),
      NOW,
    )
    expect((await store.insights.unanswered(10)).map(({ asked }) => asked)).toEqual([2, 1, 1])
  })

  test('leave out a question that is done, until it is asked in vain again', async () => {
    await using store = await open()
    await store.insights.note([], [aNotedQuestion()], NOW)
    const [{ key } = { key: '' }] = await store.insights.unanswered(1)
    expect([await store.insights.markDone(key), await store.insights.markDone(key)]).toEqual([true, false])
    expect(await store.insights.unanswered(1)).toEqual([])
    await store.insights.note([], [aNotedQuestion()], NOW)
    expect(await store.insights.unanswered(1)).toMatchObject([{ asked: 2 }])
  })

  test('put back a question that is done, and know no other', async () => {
    await using store = await open()
    await store.insights.note([], [aNotedQuestion()], NOW)
    const [{ key } = { key: '' }] = await store.insights.unanswered(1)
    expect(await store.insights.reopen(key)).toBe(false)
    await store.insights.markDone(key)
    expect([await store.insights.reopen(key), await store.insights.markDone('none')]).toEqual([true, false])
    expect(await store.insights.unanswered(1)).toMatchObject([{ key }])
  })

  test.for([
    [400, 1, 'are kept for 400 days'],
    [402, 0, 'are forgotten after that'],
  ] as const)('after %i days %i of them are left: they %s', async ([days, left]) => {
    await using store = await open()
    await store.insights.note([aCount()], [aNotedQuestion()], NOW)
    await store.insights.note([], [], NOW + days * DAY)
    expect(await store.insights.countsSince('2000-01-01')).toHaveLength(left)
    expect(await store.insights.unanswered(10)).toHaveLength(left)
  })

  test('hold 5000 questions at most, the latest', async () => {
    await using store = await open()
    const many = Array.from({ length: 5001 }, (_, index) => aNotedQuestion({ question: `q ${index}` }))
    await store.insights.note([], [aNotedQuestion({ question: 'old', day: '2027-03-01' }), ...many], NOW)
    await store.insights.note([], [], NOW + DAY)
    const kept = await store.insights.unanswered(6000)
    expect([kept.length, kept.some(({ question }) => question === 'old')]).toEqual([5000, false])
  })
}
