import { messageAnswer, replyAnswer } from '../../../../adapters/chat/reminder-answer.ts'
import type { AdaptiveCard } from '../../../../adapters/teams/drawing/card-elements.ts'
import { renderEditForm, renderSetForm } from '../../../../adapters/teams/drawing/reminder-form.ts'
import { renderReminders } from '../../../../adapters/teams/drawing/render-reminders.ts'
import { drawMessage, drawTold } from '../../../../adapters/teams/reminders/draw-message.ts'
import { type Language, languages } from '../../../../src/knowledge/language.ts'
import type { ReminderMessage } from '../../../../src/reminders/message.ts'
import type { ReminderReply } from '../../../../src/reminders/reply.ts'
import { aListedReminder, aMessagePart, aReminderMessage, aReply } from '../../chat/a-reminder.ts'
import { aView } from '../drawing/an-answer.ts'
import type { PreviewDrawing } from './preview-drawing.ts'

/** What is shown of reminders: replies, lists, forms, and what comes unasked. */
export function reminderDrawings(): PreviewDrawing[] {
  return languages.flatMap((language) => [...replies(language), ...forms(language), ...unasked(language)])
}

const listed = [
  aListedReminder(),
  aListedReminder({
    number: 2,
    id: 'b',
    title:
      'Regional Civil Society Consultation for the Middle-East and North Africa (MENA): 2 weeks and 1 day before, at 08:30',
    lines: ['Next: Monday, 8 March 2027, 08:30 (Asia/Almaty, UTC+5)', 'Last one failed: the app was removed there'],
  }),
  aListedReminder({ number: 3, id: 'c', kind: 'digest', title: 'All meetings: every Monday at 09:00' }),
  aListedReminder({ number: 4, id: 'd', title: 'Bali Process: 1 hour before', mayChange: false }),
]

function replies(language: Language): PreviewDrawing[] {
  const set = aReply({ language, facts: listed[0]?.lines ?? [], listed: listed.slice(0, 1) })
  const notes = ['“stop reminder 2”, “snooze reminder 2 for 3 days”, “change reminder 2 to 1 day before at 10:00”']
  const list = aReply({ language, about: 'list', lead: '4 reminders', facts: ['1', '2', '3', '4'], notes, listed })
  const choices = ['2 hours before', '30 minutes before'].map((label) => ({ label, command: `remind me ${label}` }))
  const question = aReply({ language, kind: 'question', lead: 'Which do you mean?', choices })
  return [
    { title: `A reminder that was set (${language})`, card: cardOf(set) },
    { title: `A list of reminders (${language})`, card: cardOf(list) },
    { title: `A question about a reminder (${language})`, card: cardOf(question) },
  ]
}

function cardOf(reply: ReminderReply): AdaptiveCard {
  return renderReminders(replyAnswer(reply), reply.listed, aView()).card
}

function forms(language: Language): PreviewDrawing[] {
  const setting = { language, meeting: 'wind-workshop', name: 'Wind Workshop', canBeShared: true }
  const reminder = aListedReminder({ leads: ['P10D', 'PT1H'] })
  return [
    { title: `A form for a new reminder (${language})`, card: renderSetForm(setting).card },
    { title: `A form that changes one (${language})`, card: renderEditForm({ language, reminder, inList: true }).card },
  ]
}

function unasked(language: Language): PreviewDrawing[] {
  const several = ['Wind Workshop', 'Rain Workshop', 'Snow Workshop'].map((headline) => aMessagePart({ headline }))
  const changed = [
    aMessagePart({ kind: 'changed', headline: 'Moved: Wind Workshop', facts: ['Was: 10 March', 'Now: 17 March'] }),
  ]
  const messages: readonly (readonly [string, ReminderMessage])[] = [
    ['A reminder', aReminderMessage({ language })],
    ['A notice of a change', aReminderMessage({ language, kind: 'notice', parts: changed })],
    ['A digest', aReminderMessage({ language, kind: 'digest', headline: '3 meetings to come', parts: several })],
  ]
  const told = drawTold(messageAnswer(aReminderMessage({ language })), 'Stopped: Wind Workshop: 1 week before')
  return [
    ...messages.map(([title, message]) => ({ title: `${title} (${language})`, card: messageCard(message) })),
    { title: `A reminder that was stopped (${language})`, card: told.card },
  ]
}

function messageCard(message: ReminderMessage): AdaptiveCard {
  const [attachment] = drawMessage(message, { isPersonal: message.kind !== 'digest' }).attachments ?? []
  return attachment?.content as AdaptiveCard
}
