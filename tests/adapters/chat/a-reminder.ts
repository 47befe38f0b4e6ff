import type { MessagePart, ReminderMessage } from '../../../src/reminders/message.ts'
import type { ListedReminder, ReminderReply } from '../../../src/reminders/reply.ts'
import { source } from './an-answer.ts'

export function aListedReminder(more: Partial<ListedReminder> = {}): ListedReminder {
  return {
    number: 1,
    id: '01990000-0000-7000-8000-000000000001',
    kind: 'reminder',
    title: 'Wind Workshop: 1 week before, at 09:00',
    lines: ['Next: Wednesday 3 March 2027, 09:00 (Europe/Paris, UTC+1)'],
    leads: ['P7D'],
    at: '09:00',
    isActive: true,
    mayChange: true,
    ...more,
  }
}

export function aReply(more: Partial<ReminderReply> = {}): ReminderReply {
  const lead = 'I will remind you of Wind Workshop: 1 week before, at 09:00.'
  return { kind: 'done', about: 'set', language: 'en', lead, facts: [], notes: [], choices: [], listed: [], ...more }
}

export function aMessagePart(more: Partial<MessagePart> = {}): MessagePart {
  return {
    kind: 'reminder',
    meetingId: 'wind-workshop',
    headline: 'Tomorrow: Wind Workshop',
    facts: ['Wednesday 10 March 2027, 10:00 (Europe/Paris, UTC+1)', 'Bangkok, Thailand'],
    url: 'https://example.org/wind',
    sources: [source],
    ...more,
  }
}

export function aReminderMessage(more: Partial<ReminderMessage> = {}): ReminderMessage {
  const parts = more.parts ?? [aMessagePart()]
  return {
    kind: 'reminder',
    language: 'en',
    headline: parts[0]?.headline ?? '',
    parts,
    notes: [],
    subscriptionIds: ['01990000-0000-7000-8000-000000000001'],
    ...more,
  }
}
