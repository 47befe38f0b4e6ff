import { describe, expect, test } from 'vitest'
import { replyAnswer } from '../../../../adapters/chat/reminder-answer.ts'
import { reminderWords } from '../../../../adapters/chat/reminder-wording.ts'
import { parseChangeValue } from '../../../../adapters/slack/drawing/control-values.ts'
import { budgets } from '../../../../adapters/slack/drawing/limits.ts'
import { jsonBytes } from '../../../../adapters/slack/drawing/paginate.ts'
import { renderReminders } from '../../../../adapters/slack/drawing/render-reminders.ts'
import { languages } from '../../../../src/knowledge/language.ts'
import type { ReminderReply } from '../../../../src/reminders/reply.ts'
import { aListedReminder, aReply } from '../../chat/a-reminder.ts'
import { checkMessage } from '../fake/block-check.ts'
import { buttonsIn, labelsIn } from '../pressing.ts'
import { textOf } from '../shown-text.ts'
import { aView, elementsOf } from './an-answer.ts'

function draw(reply: ReminderReply, page = 0) {
  return renderReminders(replyAnswer(reply), reply.listed, aView({ page }))
}

function aList(count: number, more: Partial<ReminderReply> = {}): ReminderReply {
  const listed = Array.from({ length: count }, (_, i) => aListedReminder({ number: i + 1, id: `reminder-${i + 1}` }))
  const facts = listed.map(({ title }) => title)
  return aReply({ about: 'list', lead: `${count} reminders`, facts, listed, ...more })
}

describe('what became of a command', () => {
  test('is told without a source, thumbs or sharing, with buttons to change it', () => {
    const { text, blocks } = draw(aReply({ listed: [aListedReminder()] }))
    expect(checkMessage({ text, blocks })).toEqual([])
    expect(textOf(blocks)).toBe(aReply().lead)
    expect(labelsIn(blocks)).toEqual(['Snooze for 1 day', 'Change', 'Stop'])
  })

  test.each([
    ['somebody else’s', { mayChange: false }],
    ['one that was stopped', { isActive: false }],
  ])('has no buttons for %s', (_, more) => {
    expect(labelsIn(draw(aReply({ listed: [aListedReminder(more)] })).blocks)).toEqual([])
  })

  test('asks with the choices there are', () => {
    const choices = [{ label: 'Wind Workshop', command: 'remind me of wind-workshop 1 day before' }]
    const { blocks } = draw(aReply({ kind: 'question', lead: 'Which do you mean?', choices }))
    expect(labelsIn(blocks)).toEqual(['Wind Workshop'])
  })
})

describe('a list', () => {
  test('has a row for each reminder, with its buttons, and says none twice', () => {
    const { text, blocks, pages } = draw(aList(2))
    expect(checkMessage({ text, blocks })).toEqual([])
    expect(pages).toBe(1)
    expect(textOf(blocks)).toBe(
      [
        '2 reminders',
        ...[1, 2].map((number) => `${number}. ${aListedReminder().title}\n${aListedReminder().lines[0]}`),
      ].join('\n'),
    )
    expect(labelsIn(blocks)).toEqual(['Snooze for 1 day', 'Change', 'Stop', 'Snooze for 1 day', 'Change', 'Stop'])
    expect(parseChangeValue(buttonsIn(blocks)[5]?.action.value)).toEqual({
      reminder: 'reminder-2',
      does: 'stop',
      language: 'en',
      inList: true,
    })
    expect(text).toContain(`2. ${aListedReminder().title}`)
  })

  test('has no "Change" for a digest, and nothing at all for what others set', () => {
    const listed = [aListedReminder({ kind: 'digest' }), aListedReminder({ number: 2, id: 'b', mayChange: false })]
    expect(labelsIn(draw(aList(0, { listed })).blocks)).toEqual(['Snooze for 1 day', 'Stop'])
  })

  test.each(languages)('asks in %s before one is stopped', (language) => {
    const { text, blocks } = draw(aList(1, { language }))
    expect(checkMessage({ text, blocks })).toEqual([])
    const stop = elementsOf(blocks, 'button').at(-1)
    expect(stop).toMatchObject({ confirm: { title: { text: reminderWords.stopTitle[language] } } })
  })

  test('of many has pages within the limits, each reminder on one of them', () => {
    const long = { title: `« Œuvre » & <suites> ${'é'.repeat(400)}`, lines: Array(6).fill('à'.repeat(400)) }
    const listed = Array.from({ length: 40 }, (_, i) =>
      aListedReminder({ ...long, number: i + 1, id: `reminder-${i}` }),
    )
    const reply = aList(0, { listed })
    const { pages } = draw(reply)
    expect(pages).toBeGreaterThan(5)
    const drawings = Array.from({ length: pages }, (_, page) => draw(reply, page))
    for (const { text, blocks } of drawings) {
      expect(checkMessage({ text, blocks })).toEqual([])
      expect(jsonBytes(blocks)).toBeLessThanOrEqual(budgets.messageBytes)
    }
    const ids = drawings.flatMap(({ blocks }) =>
      buttonsIn(blocks).map(({ action }) => parseChangeValue(action.value)?.reminder),
    )
    expect(new Set(ids.filter((id) => id !== undefined))).toEqual(new Set(listed.map(({ id }) => id)))
    expect(labelsIn(drawings[1]?.blocks).slice(-2)).toEqual(['Back', 'More'])
  })

  test('of nothing says so', () => {
    const { text, blocks } = draw(aList(0, { lead: 'You have no reminders.' }))
    expect(checkMessage({ text, blocks })).toEqual([])
    expect(textOf(blocks)).toBe('You have no reminders.')
  })
})
