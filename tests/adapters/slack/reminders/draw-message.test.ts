import { describe, expect, test } from 'vitest'
import { reminderWords } from '../../../../adapters/chat/reminder-wording.ts'
import { words } from '../../../../adapters/chat/wording.ts'
import { parseAgainValue, parseStopValue } from '../../../../adapters/slack/drawing/control-values.ts'
import { budgets, slackLimits } from '../../../../adapters/slack/drawing/limits.ts'
import { jsonBytes } from '../../../../adapters/slack/drawing/paginate.ts'
import { drawMessage } from '../../../../adapters/slack/reminders/draw-message.ts'
import { languages } from '../../../../src/knowledge/language.ts'
import { aMessagePart, aReminderMessage } from '../../chat/a-reminder.ts'
import { elementsOf, shownTexts } from '../drawing/an-answer.ts'
import { checkMessage } from '../fake/block-check.ts'
import { buttonsIn, labelsIn } from '../pressing.ts'
import { textOf } from '../shown-text.ts'

const personal = { isPersonal: true }

describe('a reminder', () => {
  test('tells the meeting, where that stands, who asked, and nothing to judge or to share', () => {
    const { text, blocks } = drawMessage(aReminderMessage(), personal)
    expect(checkMessage({ text, blocks })).toEqual([])
    expect(textOf(blocks).split('\n')).toEqual([
      'Tomorrow: Wind Workshop',
      'Wednesday 10 March 2027, 10:00 (Europe/Paris, UTC+1)',
      'Bangkok, Thailand',
      'https://example.org/wind',
      'Source: Wind pages, 900:1 (as of 2021)',
      reminderWords.youAsked.en,
    ])
    expect(labelsIn(blocks)).toEqual(['Again in 1 hour', 'Again tomorrow', 'Stop'])
    expect(text).toMatch(/^Tomorrow: Wind Workshop/)
  })

  test('has buttons that carry what they are for', () => {
    const buttons = buttonsIn(drawMessage(aReminderMessage(), personal).blocks)
    const [hour, day, stop] = buttons.map(({ action }) => action.value)
    const reminder = aReminderMessage().subscriptionIds[0]
    expect(parseAgainValue(hour)).toEqual({ meeting: 'wind-workshop', reminder, for: 'PT1H', language: 'en' })
    expect(parseAgainValue(day)).toMatchObject({ for: 'P1D' })
    expect(parseStopValue(stop)).toEqual({ reminders: [reminder], language: 'en' })
  })

  test.each(languages)(
    'in a channel says in %s that somebody there asked, and asks before it is stopped for all',
    (language) => {
      const { blocks } = drawMessage(aReminderMessage({ language }), { isPersonal: false })
      expect(textOf(blocks)).toContain(reminderWords.askedHere[language])
      const stop = elementsOf(blocks, 'button').at(-1)
      expect(shownTexts(stop?.confirm)).toContain(reminderWords.stopSharedText[language])
    },
  )
})

test('what has changed cannot be put off', () => {
  const parts = [aMessagePart({ kind: 'changed', headline: 'Changed: Wind Workshop' })]
  expect(labelsIn(drawMessage(aReminderMessage({ kind: 'notice', parts }), personal).blocks)).toEqual(['Stop'])
})

test('several reminders in one message have one button, which stops them all', () => {
  const subscriptionIds = Array.from({ length: 30 }, (_, i) => `reminder-${i}`)
  const parts = [aMessagePart(), aMessagePart({ meetingId: 'rain-workshop', headline: 'Tomorrow: Rain Workshop' })]
  const { blocks } = drawMessage(
    aReminderMessage({ headline: 'Reminders of 2 meetings', parts, subscriptionIds }),
    personal,
  )
  const [stop, ...others] = buttonsIn(blocks)
  expect(others).toEqual([])
  expect(parseStopValue(stop?.action.value)?.reminders).toEqual(subscriptionIds.slice(0, 20))
  expect(textOf(blocks)).toMatch(/^Reminders of 2 meetings\n/)
})

test('a digest of hundreds of meetings is one message within the limits, which says that there are more', () => {
  const parts = Array.from({ length: 300 }, (_, i) =>
    aMessagePart({ kind: 'digest', meetingId: `meeting-${i}`, headline: `Réunion ${i} « œuvre » & <suites>` }),
  )
  const message = aReminderMessage({ kind: 'digest', language: 'fr', headline: '300 réunions à venir', parts })
  const { text, blocks } = drawMessage(message, personal)
  expect(checkMessage({ text, blocks })).toEqual([])
  expect(blocks.length).toBeLessThanOrEqual(slackLimits.blocksPerMessage)
  expect(jsonBytes(blocks)).toBeLessThanOrEqual(budgets.messageBytes)
  expect(shownTexts(blocks)).toContain(words.andMore.fr)
  expect(labelsIn(blocks)).toEqual([reminderWords.stop.fr])
})
