import { expect, test } from 'vitest'
import { takeOffReminding } from '../../src/intents/reminding.ts'

test.each([
  ['Remind me who runs MIDSA', 'who runs MIDSA', 'a question'],
  ['could you please remind us which role we have', 'which role we have', 'a polite one'],
  ['Rappelez-moi qui dirige la MPD', 'qui dirige la MPD', 'in French'],
  ['rappelle-moi ce qu’est le GFMD', 'ce qu’est le GFMD', 'with an elision'],
  ['Recuérdame quién dirige la MPD', 'quién dirige la MPD', 'in Spanish'],
  ['remind me when the workshop begins', 'remind me when the workshop begins', 'may be an order'],
  ['remind me of the workshop', 'remind me of the workshop', 'an order'],
  ['remind me 2 weeks before the workshop', 'remind me 2 weeks before the workshop', 'an order with a time'],
  ['did he remind me who runs it', 'did he remind me who runs it', 'not at the beginning'],
])('of "%s" leaves "%s": %s', (text, left, _why) => {
  expect(takeOffReminding(text)).toBe(left)
})
