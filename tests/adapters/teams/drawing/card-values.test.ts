import { describe, expect, test } from 'vitest'
import { button } from '../../../../adapters/teams/drawing/card-actions.ts'
import { type CardAction, parseCardAction } from '../../../../adapters/teams/drawing/card-values.ts'

const actions: readonly CardAction[] = [
  { verb: 'choose', question: 'Qui ? "«é»"', language: 'fr' },
  { verb: 'contact', question: 'Whom do I write to?', language: 'en' },
  { verb: 'page', answerId: 'answer-1', page: 3 },
  { verb: 'share', answerId: 'answer-1' },
]

describe('what buttons carry', () => {
  test.each(actions)('is read as it was written, from both kinds of button: $verb', (action) => {
    const { verb, data, fallback } = button('Press', action)
    expect(parseCardAction(verb, data)).toEqual(action)
    expect(parseCardAction(fallback.data.verb, fallback.data)).toEqual(action)
  })

  test('is read beside what Teams adds for itself', () => {
    const data = { verb: 'share', answerId: 'a', msteams: { type: 'messageBack' } }
    expect(parseCardAction('share', data)).toEqual({ verb: 'share', answerId: 'a' })
  })

  test.each<[unknown, unknown, string]>([
    ['share', undefined, 'no data'],
    ['share', 'answer-1', 'no object'],
    ['share', [], 'a list'],
    ['share', {}, 'a field is missing'],
    ['share', { answerId: 'a b' }, 'an id that is none of ours'],
    ['share', { answerId: 'a', more: 1 }, 'a field of another version'],
    ['page', { answerId: 'a', page: '1' }, 'a text for a number'],
    ['choose', { question: ' ', language: 'en' }, 'nothing asked'],
    ['choose', { question: 'Why?', language: 'de' }, 'another language'],
    ['delete', { answerId: 'a' }, 'a verb that is none of ours'],
    [undefined, { answerId: 'a' }, 'no verb'],
    ['__proto__', { answerId: 'a' }, 'a verb of the prototype'],
  ])('is undefined for %j with %j (%s)', (verb, data) => {
    expect(parseCardAction(verb, data)).toBeUndefined()
  })

  test('goes by its verb, not by one inside', () => {
    expect(parseCardAction('share', { verb: 'page', answerId: 'a' })).toEqual({ verb: 'share', answerId: 'a' })
  })
})
