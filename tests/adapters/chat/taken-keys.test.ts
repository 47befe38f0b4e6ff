import { expect, test } from 'vitest'
import { TakenKeys } from '../../../adapters/chat/taken-keys.ts'

test('a key is taken by whoever comes first', () => {
  const taken = new TakenKeys()
  expect([taken.take('a'), taken.take('b'), taken.take('a')]).toEqual([true, true, false])
})

test('a key that was given back can be taken again', () => {
  const taken = new TakenKeys()
  taken.take('a')
  taken.giveBack('a')
  expect(taken.take('a')).toBe(true)
})

test('of more than 10,000 keys the oldest is forgotten', () => {
  const taken = new TakenKeys()
  for (let i = 0; i <= 10_000; i += 1) taken.take(`key ${i}`)
  expect([taken.take('key 1'), taken.take('key 0')]).toEqual([false, true])
})
