import { type Answer, type AnswerPart, answeredPart } from '../../src/answers/answer.ts'
import type { ReminderMessage } from '../../src/reminders/message.ts'
import type { ReminderReply } from '../../src/reminders/reply.ts'

/** The intent of all that is said about reminders; it stands in no knowledge, so that no source is named for it. */
export const reminderIntent = 'reminders'

const statuses = { done: 'answered', question: 'clarify', refused: 'unknown' } as const

/** The reply to a command about reminders as an answer, so that it is drawn like all others. */
export function replyAnswer(reply: ReminderReply): Answer {
  const part: AnswerPart = {
    ...answeredPart(reminderIntent, reply.lead, []),
    status: statuses[reply.kind],
    facts: reply.facts,
    notes: reply.notes,
    choices: reply.choices.map(({ label, command }) => ({ label, question: command })),
    isList: reply.about === 'list',
  }
  return { status: part.status, intent: reminderIntent, language: reply.language, parts: [part], candidates: [] }
}

/** What is sent unasked as an answer: a part for each meeting, behind one that says what it is where there are several. */
export function messageAnswer({ headline, parts, notes, language }: ReminderMessage): Answer {
  const told = parts.map((part) => ({
    ...answeredPart(reminderIntent, part.headline, part.sources),
    facts: part.url === undefined ? part.facts : [...part.facts, part.url],
  }))
  const [first] = told
  const isWhole = told.length === 1 && first?.lead === headline
  const all = isWhole ? told : [answeredPart(reminderIntent, headline, []), ...told]
  const answered = all.map((part, index) => (index === all.length - 1 ? { ...part, notes } : part))
  return { status: 'answered', intent: reminderIntent, language, parts: answered, candidates: [] }
}
