import { expect, test } from 'vitest'
import { BoundedMap } from '../../adapters/bounded-map.ts'

test('lets what was set longest ago give way', () => {
  const map = new BoundedMap<string, number>(2)
  map.set('a', 1)
  map.set('b', 2)
  map.set('c', 3)
  expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([undefined, 2, 3])
})

test('counts what is set again as new', () => {
  const map = new BoundedMap<string, number>(2)
  map.set('a', 1)
  map.set('b', 2)
  map.set('a', 3)
  map.set('c', 4)
  expect([map.has('a'), map.has('b')]).toEqual([true, false])
  expect(map.get('a')).toBe(3)
})

test('forgets what is deleted, and all when it is cleared', () => {
  const map = new BoundedMap<string, number>(3)
  map.set('a', 1)
  map.set('b', 2)
  map.delete('a')
  expect(map.has('a')).toBe(false)
  map.clear()
  expect(map.has('b')).toBe(false)
})
