import { expect, test } from 'vitest'
import { takeOffConnectives } from '../../src/intents/connectives.ts'

const names = (text: string) => /bali|almaty|midsa|midwa|quito|nadi|colombo|20\d\d/i.test(text)

test.each([
  ['no, I meant Almaty', 'Almaty'],
  ['no no sorry, I was talking about Almaty', 'Almaty'],
  ['not Bali, Almaty', 'Almaty'],
  ['not Bali but Almaty', 'Almaty'],
  ['MIDWA, not MIDSA', 'MIDWA'],
  ['Almaty, sorry', 'Almaty'],
  ['actually MIDSA', 'MIDSA'],
  ['non, je voulais dire 2014', '2014'],
  ['pas Bali, Almaty', 'Almaty'],
  ['euh non, Almaty', 'Almaty'],
  ['perdón, Quito', 'Quito'],
  ['no, quise decir Nadi', 'Nadi'],
  ['no Bali sino Almaty', 'Almaty'],
  ['back to Colombo: who runs it?', 'Colombo: who runs it?'],
  ['revenons à Almaty : avec qui ?', 'Almaty : avec qui ?'],
  ['volviendo a MIDSA: ¿con quién?', 'MIDSA: ¿con quién?'],
])('leaves of %j only %j', (message, rest) => {
  expect(takeOffConnectives(message, names)).toBe(rest)
})

test.each([
  ['no year is given, why?', 'a sentence that begins with "no"'],
  ['not all of them, some', 'what is ruled out is no name'],
  ['who runs the Bali Process', 'no connective at all'],
  ['sorry?', 'nothing would be left'],
  [`no, I meant ${'Almaty '.repeat(100)}`, 'too long for a correction'],
])('leaves %j as it is (%s)', (message) => {
  expect(takeOffConnectives(message, names)).toBe(message)
})

test('takes no longer for what is made to be slow', () => {
  const started = performance.now()
  for (const text of ['no '.repeat(99), `not ${'a '.repeat(140)}`, `${','.repeat(290)}x`, `${' '.repeat(290)}x`])
    takeOffConnectives(text, names)
  expect(performance.now() - started).toBeLessThan(200)
})
