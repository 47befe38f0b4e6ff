import { expect, test } from 'vitest'
import { type CallFailure, Tries } from '../../../adapters/chat/tries.ts'

const error = new Error('the last')

test.each(['unsent', 'failed', 'unknown'] as const)(
  'what is %s is tried four times more, with longer waits',
  (kind) => {
    const tries = new Tries(0)
    const waits = [1, 2, 3, 4].map(() => tries.waitAfter({ kind }, 0, error))
    expect(waits).toEqual([500, 1000, 2000, 4000])
    expect(() => tries.waitAfter({ kind }, 0, error)).toThrow(error)
  },
)

test('a limit does not count as a failure, and its end is waited for', () => {
  const tries = new Tries(0)
  const limited: CallFailure = { kind: 'limited', waitMs: 3000 }
  expect(Array.from({ length: 9 }, () => tries.waitAfter(limited, 0, error))).toEqual(Array(9).fill(3000))
  expect(tries.waitAfter({ kind: 'failed' }, 0, error)).toBe(500)
})

test.each<[CallFailure, number, string]>([
  [{ kind: 'refused', error: 'no' }, 0, 'what is refused for good'],
  [{ kind: 'limited', waitMs: 120_001 }, 0, 'a limit of more than two minutes'],
  [{ kind: 'failed' }, 300_000, 'what took five minutes'],
])('after %j at %i ms there is no further try (%s)', (failure, nowMs) => {
  expect(() => new Tries(0).waitAfter(failure, nowMs, error)).toThrow(error)
})
