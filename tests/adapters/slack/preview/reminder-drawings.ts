import type { KnownBlock, View } from '@slack/types'
import { replyAnswer } from '../../../../adapters/chat/reminder-answer.ts'
import { renderEditWindow, renderSetWindow } from '../../../../adapters/slack/drawing/reminder-windows.ts'
import { renderReminders } from '../../../../adapters/slack/drawing/render-reminders.ts'
import { drawMessage } from '../../../../adapters/slack/reminders/draw-message.ts'
import { languages } from '../../../../src/knowledge/language.ts'
import type { ReminderMessage } from '../../../../src/reminders/message.ts'
import type { ReminderReply } from '../../../../src/reminders/reply.ts'
import { aListedReminder, aMessagePart, aReminderMessage, aReply } from '../../chat/a-reminder.ts'
import { aView } from '../drawing/an-answer.ts'

/** One thing to look at. */
export type PreviewDrawing = { readonly title: string } & (
  | { readonly kind: 'message'; readonly blocks: readonly KnownBlock[] }
  | { readonly kind: 'view'; readonly view: View }
)

export const listedReminders = [
  aListedReminder(),
  aListedReminder({
    number: 2,
    id: 'reminder-2',
    kind: 'digest',
    title: 'All meetings: Every Monday at 08:00',
    lines: ['Next: Monday, 8 March 2027, 08:00 (Europe/Paris, UTC+1)', 'Failed: Monday, 1 March 2027 (is_archived)'],
  }),
  aListedReminder({ number: 3, id: 'reminder-3', title: 'Rain Workshop: 1 day before', mayChange: false }),
]

/** What people see of reminders: replies, the list, what comes unasked, and the windows. */
export function reminderDrawings(): PreviewDrawing[] {
  return [...replies(), ...messages(), ...windows()]
}

function replies(): PreviewDrawing[] {
  const facts = ['Next: Wednesday, 3 March 2027, 09:00 (Europe/Paris, UTC+1), for Wind Workshop']
  const choices = ['Wind Workshop', 'Regional consultation on the winds of the northern hemisphere'].map((label) => {
    return { label, command: label }
  })
  return [
    reply('Reminder set', aReply({ facts, listed: listedReminders.slice(0, 1) })),
    reply('Reminder: which?', aReply({ kind: 'question', lead: 'Which do you mean?', choices })),
    reply(
      'Reminder refused',
      aReply({ kind: 'refused', lead: 'I am not in that channel. Please add me there first.' }),
    ),
    reply(
      'Reminders listed',
      aReply({ about: 'list', lead: '3 reminders', notes: ['“stop reminder 1” stops one.'], listed: listedReminders }),
    ),
  ]
}

function reply(title: string, told: ReminderReply): PreviewDrawing {
  const { blocks } = renderReminders(replyAnswer(told), told.listed, aView())
  return { kind: 'message', title, blocks }
}

function messages(): PreviewDrawing[] {
  const digest = ['Wind Workshop', 'New: Rain Workshop', 'Cancelled: Snow Workshop'].map((headline, i) =>
    aMessagePart({ kind: 'digest', meetingId: `meeting-${i}`, headline }),
  )
  const changed = aMessagePart({ kind: 'changed', headline: 'Changed: Wind Workshop' })
  const cancelled = aMessagePart({ kind: 'cancelled', headline: 'Annulé : Atelier des vents', url: undefined })
  return [
    message('A reminder', aReminderMessage()),
    message('A reminder in a channel', aReminderMessage(), { isPersonal: false }),
    message('A changed meeting', aReminderMessage({ kind: 'notice', parts: [changed] })),
    message('A cancelled meeting (fr)', aReminderMessage({ kind: 'notice', language: 'fr', parts: [cancelled] })),
    message('A digest', aReminderMessage({ kind: 'digest', headline: '3 meetings to come', parts: digest })),
  ]
}

function message(title: string, told: ReminderMessage, where = { isPersonal: true }): PreviewDrawing {
  return { kind: 'message', title, blocks: drawMessage(told, where).blocks }
}

function windows(): PreviewDrawing[] {
  return languages.flatMap((language): PreviewDrawing[] => {
    const set = renderSetWindow({ language, name: 'Wind Workshop', canBeShared: true, metadata: '' })
    const edit = renderEditWindow({ language, reminder: aListedReminder({ leads: ['P10D', 'P1D'] }), metadata: '' })
    return [
      { kind: 'view', title: `Modal: remind me (${language})`, view: set },
      { kind: 'view', title: `Modal: change a reminder (${language})`, view: edit },
    ]
  })
}
