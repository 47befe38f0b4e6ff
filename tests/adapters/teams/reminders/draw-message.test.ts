import { describe, expect, test } from 'vitest'
import { messageAnswer } from '../../../../adapters/chat/reminder-answer.ts'
import type { AdaptiveCard } from '../../../../adapters/teams/drawing/card-elements.ts'
import { drawMessage, drawTold } from '../../../../adapters/teams/reminders/draw-message.ts'
import { languages } from '../../../../src/knowledge/language.ts'
import type { ReminderMessage } from '../../../../src/reminders/message.ts'
import { aMessagePart, aReminderMessage } from '../../chat/a-reminder.ts'
import { buttonsOf, shownTexts } from '../drawing/an-answer.ts'
import { cardViolations } from '../drawing/card-violations.ts'

const personal = { isPersonal: true }

function drawn(message: ReminderMessage, where = personal) {
  const { summary = '', attachments = [] } = drawMessage(message, where)
  const card = attachments[0]?.content as AdaptiveCard
  return { text: summary, card, texts: shownTexts(card.body), labels: buttonsOf(card).map(({ title }) => title) }
}

const digest = (count: number) =>
  aReminderMessage({
    kind: 'digest',
    headline: `${count} meetings to come`,
    parts: Array.from({ length: count }, (_, i) => aMessagePart({ meetingId: `m${i}`, headline: `Workshop ${i}` })),
  })

test('says what comes when and where, with its link and its source, and who asked for it', () => {
  const { text, texts } = drawn(aReminderMessage())
  expect(text).toBe('Tomorrow: Wind Workshop')
  expect(texts[0]).toBe('Tomorrow: Wind Workshop')
  expect(texts.join('\n')).toMatch(
    /10:00 \(Europe\/Paris, UTC\+1\)[\s\S]*Bangkok[\s\S]*example\.org\/wind[\s\S]*Source/,
  )
  expect(texts.at(-1)).toMatch(/^You asked for this reminder/)
})

test('among others it says that somebody there asked for it', () => {
  expect(drawn(aReminderMessage(), { isPersonal: false }).texts.at(-1)).toMatch(/^Somebody/)
})

describe('what can be done with it', () => {
  test.each([
    ['a reminder of one meeting', aReminderMessage(), ['Again in 1 hour', 'Again tomorrow', 'Stop']],
    ['reminders of several', aReminderMessage({ headline: 'Two', parts: [aMessagePart(), aMessagePart()] }), ['Stop']],
    ['a notice of a change', aReminderMessage({ kind: 'notice' }), ['Stop']],
    ['a digest', digest(3), ['Stop']],
    ['what nobody has asked for any more', aReminderMessage({ subscriptionIds: [] }), []],
  ])('%s', (_, message, labels) => {
    expect(drawn(message).labels).toEqual(labels)
  })

  test('stops as many as a button can carry', () => {
    const subscriptionIds = Array.from({ length: 50 }, (_, i) => `reminder-${i}`)
    const card = drawn(aReminderMessage({ subscriptionIds })).card
    const stop = buttonsOf(card).find(({ verb }) => verb === 'stop')
    expect(stop?.data).toMatchObject({ reminders: subscriptionIds.slice(0, 20) })
  })
})

test.each(languages)('is valid and small in %s, however much it tells', (language) => {
  for (const message of [aReminderMessage(), digest(3), digest(200)]) {
    const { text, card } = drawn({ ...message, language })
    expect(cardViolations({ text, card })).toEqual([])
  }
})

test('a digest that is too long for a message says that there is more', () => {
  expect(drawn(digest(200)).texts.join('\n')).toMatch(/more/i)
  expect(drawn(digest(3)).texts.join('\n')).not.toMatch(/There is more|and more/i)
})

test('what has been done stands where the buttons were', () => {
  const { card } = drawTold(messageAnswer(aReminderMessage()), 'Stopped: Wind Workshop')
  expect(buttonsOf(card)).toEqual([])
  expect(shownTexts(card.body)[0]).toBe('Tomorrow: Wind Workshop')
  expect(shownTexts(card.body).at(-1)).toBe('Stopped: Wind Workshop')
})

test('text of others is shown as written', () => {
  const headline = '**Tomorrow** <at>everyone</at> [x](javascript:alert(1))'
  const { card, texts } = drawn(aReminderMessage({ headline, parts: [aMessagePart({ headline })] }))
  expect(texts[0]).toContain('**Tomorrow**')
  expect(cardViolations({ text: headline, card })).toEqual([])
})
