import { expect, test } from 'vitest'
import { fillPlaceholders } from '../../../../adapters/teams/package/fill-placeholders.ts'

test('puts a value of any kind in place of a text that is nothing but its placeholder', () => {
  const template = { id: '{{id}}', bots: [{ id: '{{id}}', list: '{{list}}' }], text: 'the {{id}}' }
  const filled = { id: 'a', bots: [{ id: 'a', list: [1, 'b'] }], text: 'the {{id}}' }
  expect(fillPlaceholders(template, { id: 'a', list: [1, 'b'] })).toEqual(filled)
})

test('leaves out the key of what has no value', () => {
  expect(fillPlaceholders({ a: 1, b: '{{b}}' }, { b: undefined })).toEqual({ a: 1 })
})

test('refuses a placeholder that nobody knows', () => {
  expect(() => fillPlaceholders({ a: '{{typo}}' }, { id: 'a' })).toThrow('{{typo}}')
})
