import { expect, test } from 'vitest'
import { Recent } from '../../src/answers/recent.ts'

test('works a value out once', () => {
  const recent = new Recent<number>(2)
  expect([recent.get('a', () => 1), recent.get('a', () => 2)]).toEqual([1, 1])
})

test('remembers that there is no value', () => {
  const recent = new Recent<number | undefined>(2)
  recent.get('a', () => undefined)
  expect(recent.get('a', () => 1)).toBe(undefined)
})

test('forgets what was not asked for longest', () => {
  const recent = new Recent<number>(2)
  recent.get('a', () => 1)
  recent.get('b', () => 1)
  recent.get('a', () => 2)
  recent.get('c', () => 1)
  expect([recent.get('a', () => 3), recent.get('b', () => 3)]).toEqual([1, 3])
})
