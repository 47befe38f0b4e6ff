import { describe, expect, test } from 'vitest'
import { replyAnswer } from '../../../../adapters/chat/reminder-answer.ts'
import { renderReminders } from '../../../../adapters/teams/drawing/render-reminders.ts'
import { languages } from '../../../../src/knowledge/language.ts'
import type { ListedReminder, ReminderReply } from '../../../../src/reminders/reply.ts'
import { aListedReminder, aReply } from '../../chat/a-reminder.ts'
import { aView, buttonsOf, shownTexts } from './an-answer.ts'
import { cardViolations } from './card-violations.ts'

function aList(listed: readonly ListedReminder[], more: Partial<ReminderReply> = {}): ReminderReply {
  const facts = listed.map(({ number, title, lines }) => [`${number}. ${title}`, ...lines].join(' · '))
  return aReply({ about: 'list', lead: `${listed.length} reminders`, facts, notes: ['How to change'], listed, ...more })
}

function render(reply: ReminderReply, page = 0) {
  return renderReminders(replyAnswer(reply), reply.listed, aView({ page }))
}

const many = Array.from({ length: 40 }, (_, i) =>
  aListedReminder({
    number: i + 1,
    id: `reminder-${i + 1}`,
    title: `Workshop ${i + 1}: ${'1 week before '.repeat(20)}`,
  }),
)

test('a list has a row for each, with what is to be said of it, its buttons, and notes below all', () => {
  const { card, text } = render(aList([aListedReminder(), aListedReminder({ number: 2, id: 'b', title: 'Plover' })]))
  expect(shownTexts(card.body)).toEqual([
    '2 reminders',
    '1. Wind Workshop: 1 week before, at 09:00',
    'Next: Wednesday 3 March 2027, 09:00 (Europe/Paris, UTC+1)',
    'Snooze for 1 day',
    'Change',
    'Stop',
    '2. Plover',
    'Next: Wednesday 3 March 2027, 09:00 (Europe/Paris, UTC+1)',
    'Snooze for 1 day',
    'Change',
    'Stop',
    'How to change',
  ])
  expect(text).toMatch(/1\. Wind Workshop/)
})

describe('a row has only the buttons that do something', () => {
  test.each<[string, Partial<ListedReminder>, string[]]>([
    ['of somebody else', { mayChange: false }, []],
    ['that has ended', { isActive: false }, ['Change', 'Stop']],
    ['of a digest', { kind: 'digest' }, ['Snooze for 1 day', 'Stop']],
  ])('%s', (_, more, labels) => {
    expect(buttonsOf(render(aList([aListedReminder(more)])).card).map(({ title }) => title)).toEqual(labels)
  })
})

test('what has been set has its buttons below, and none where it is several', () => {
  const one = render(aReply({ listed: [aListedReminder()] }))
  expect(buttonsOf(one.card).map(({ data }) => data)).toMatchObject([
    { does: 'snooze', inList: false },
    { does: 'edit', inList: false },
    { does: 'stop', inList: false },
  ])
  expect(buttonsOf(render(aReply({ listed: many.slice(0, 2) })).card)).toEqual([])
})

test.each(languages)('all pages of a long list are valid and small in %s, and together hold it all', (language) => {
  const reply = aList(many, { language })
  const { pages } = render(reply)
  const all = Array.from({ length: pages }, (_, page) => render(reply, page))
  expect(all.flatMap((page) => cardViolations(page))).toEqual([])
  const numbers = all
    .flatMap(({ card }) => shownTexts(card.body))
    .flatMap((line) => line.match(/^(\d+)\. Workshop/)?.[1] ?? [])
  expect(numbers).toEqual(many.map(({ number }) => String(number)))
})

test('no source is named where there is none', () => {
  expect(shownTexts(render(aReply()).card.body)).toEqual([aReply().lead])
  expect(shownTexts(render(aList(many), 1).card.body).join('\n')).not.toMatch(/Source|^…$/m)
})

test('text of others is shown as written', () => {
  const title = '**Bold** <at>everyone</at> [x](javascript:alert(1)) {{DATE(2017-02-14T06:00:00Z,SHORT)}}'
  const drawing = render(aList([aListedReminder({ title, lines: [title] })]))
  expect(cardViolations(drawing)).toEqual([])
  expect(shownTexts(drawing.card.body)[1]).toContain('**Bold**')
})
