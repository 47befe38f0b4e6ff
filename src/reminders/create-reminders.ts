import type { Language } from '../knowledge/language.ts'
import type { Asking } from './asking.ts'
import { changeAll, changeNamed, setQuiet, tellAgain } from './change-reminders.ts'
import { leaveConversation } from './leave-conversation.ts'
import { listReply } from './list-reminders.ts'
import { type ReminderCommand, readReminderCommand } from './reminder-command.ts'
import type { Reminders } from './reminders.ts'
import type { ReminderReply } from './reply.ts'
import { replyWords } from './reply-wording.ts'
import { type ReminderParts, replan, replyWith, type Serving, zoneOf } from './serving.ts'
import { askBack, setFor, setInWords } from './set-reminder.ts'

/** Reminders over a store and the meetings that are known at the moment. */
export function createReminders(parts: ReminderParts): Reminders {
  const serve = (asking: Asking, language: Language = asking.language): Serving => ({ ...parts, asking, language })
  return {
    handle: (text, asking) => handle(text, asking, parts),
    set: ({ target, leads, at, place }, asking) =>
      setFor({ kind: 'reminder', leads, at, weekday: undefined, place: { kind: place } }, target, serve(asking)),
    list: (asking) => listReply(serve(asking)),
    change: async (id, change, asking) => {
      const found = await parts.store.subscriptions.find(id)
      if (!found) return replyWith('refused', change.kind, replyWords.gone, { language: asking.language })
      return await changeAll([found], change, serve(asking))
    },
    again: async ({ meetingId, subscriptionId, for: duration }, asking) => {
      const found = await parts.store.subscriptions.find(subscriptionId)
      if (!found) return replyWith('refused', 'snooze', replyWords.gone, { language: asking.language })
      return await tellAgain(found, meetingId, duration, serve(asking))
    },
    leave: async (conversation, reason) => {
      const owners = await leaveConversation(conversation, reason, { store: parts.store, now: parts.now() })
      await replan(conversation, parts)
      return owners
    },
  }
}

async function handle(text: string, asking: Asking, parts: ReminderParts): Promise<ReminderReply | undefined> {
  const now = parts.now()
  const command = readReminderCommand(text, { now, zone: zoneOf(asking), language: asking.language })
  if (!command) return undefined
  const { language: reader, conversation } = asking
  const asked = { text: namedBy(command), message: text, reader, conversation, nowMs: now.epochMilliseconds }
  const found = await parts.findTargets(asked)
  const serving = { ...parts, asking, language: found.language }
  switch (command.kind) {
    case 'unclear':
      return await askBack(command, found, serving)
    case 'set': {
      const { leads, at, place, targetText } = command
      return await setInWords({ kind: 'reminder', leads, at, weekday: undefined, place }, targetText, found, serving)
    }
    case 'digest': {
      const { weekday, at, place, targetText } = command
      return await setInWords({ kind: 'digest', leads: [], at, weekday, place }, targetText, found, serving)
    }
    case 'list':
      return await listReply(serving)
    case 'stop':
    case 'snooze':
    case 'edit':
      return await changeNamed(command.which, command, found, serving)
    case 'quiet':
      return await setQuiet({ from: command.from, to: command.to }, serving)
    case 'quiet-off':
      return await setQuiet(undefined, serving)
  }
}

/** The words in a command that name meetings. */
function namedBy(command: ReminderCommand): string {
  if ('targetText' in command) return command.targetText
  return 'which' in command && typeof command.which === 'string' ? command.which : ''
}
