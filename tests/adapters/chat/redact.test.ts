import { expect, test } from 'vitest'
import { redact } from '../../../adapters/chat/redact.ts'

test.for([
  ['Who runs the Almaty Process?', 'Who runs the Almaty Process?', 'nothing in it is about a person'],
  ['write to ana.diaz@example.org please', 'write to [email] please', 'an address is a person'],
  ['call +41 22 717 91 11 today', 'call [number] today', 'so is a telephone number'],
  ['passport 123456789', 'passport [number]', 'and a document'],
  ['events 2017 and 2018', 'events 2017 and 2018', 'years are what is asked about'],
  ['from 2001 to 2019', 'from 2001 to 2019', 'two years are no long number'],
  ['see https://example.org/u/ana', 'see [link]', 'a link may hold anything'],
  ['@Ana what is MIDSA', '[name] what is MIDSA', 'a mention is a name'],
] as const)('keeps %j as %j: %s', ([question, kept]) => {
  expect(redact(question)).toBe(kept)
})

test('keeps no more than is needed to see what was asked', () => {
  expect(redact('why '.repeat(1000)).length).toBeLessThanOrEqual(300)
})
