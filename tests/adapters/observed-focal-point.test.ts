import { describe, expect, test } from 'vitest'
import { type ObservedAnswer, observe } from '../../adapters/observed-focal-point.ts'
import { UnavailableError } from '../../adapters/unavailable-error.ts'
import { ownFocalPoint } from './own-focal-point.ts'

const now = Temporal.Instant.from('2026-12-01T08:00:00Z')

function observed() {
  const noted: ObservedAnswer[] = []
  const own = ownFocalPoint()
  const focalPoint = { ...own, knowledgeReadAt: now, knowledge: own.knowledge }
  return { noted, focalPoint, observing: observe(focalPoint, 'teams', (answer) => noted.push(answer)) }
}

describe('an observed assistant', () => {
  test('answers as before, and tells how', async () => {
    const { noted, focalPoint, observing } = observed()
    const question = { text: 'Who runs the secretariat of the Almaty Process?', conversation: 'teams:secret', now }
    expect(await observing.ask(question)).toEqual(await focalPoint.ask(question))
    expect(noted).toEqual([
      { surface: 'teams', status: 'answered', language: 'en', ms: expect.any(Number), unanswered: undefined },
    ])
  })

  test.each([
    ['What is the budget of the Almaty Process?', true],
    ['zxcv qwer', true],
    ['hello', false],
    ['Qui assure le secrétariat du processus d’Almaty ?', false],
  ])('tells what was asked only where there is no answer: %s %s', async (text, isVain) => {
    const { noted, observing } = observed()
    await observing.ask({ text, now })
    expect(noted[0]?.unanswered?.text).toBe(isVain ? text : undefined)
  })

  test('fails as before, and tells nothing', async () => {
    const { noted, focalPoint } = observed()
    const failing = { ...focalPoint, ask: () => Promise.reject(new UnavailableError('not now')) }
    const observing = observe(failing, 'web', (answer) => noted.push(answer))
    await expect(observing.ask({ text: 'x', now })).rejects.toThrow(UnavailableError)
    expect(noted).toEqual([])
  })
})
