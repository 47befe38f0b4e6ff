import type { ReminderMessage } from '../../../src/reminders/message.ts'
import type { ReminderSender } from '../../../src/reminders/reminder-loop.ts'
import { messageAnswer } from '../../chat/reminder-answer.ts'
import type { ShownReminder } from '../playground-answer.ts'
import type { VisitorPages } from './visitor-pages.ts'

/** Whoever opens a page gets what waits at once, so that nobody need look often. */
const closedWaitMs = 10 * 60_000
const silentWaitMs = 10_000

/** Sends reminders to the open pages of their visitors: sent is what a page has confirmed. */
export function createWebSender(pages: VisitorPages): ReminderSender {
  return {
    send: async ({ conversationId: visitor, key }, message) => {
      if (!pages.isOpen(visitor)) return { kind: 'refused', waitMs: closedWaitMs, error: 'no page is open' }
      const isShown = await pages.show(visitor, key, 'reminder', shownReminder(key, message))
      // A page shows what has the same key only once, so that it does no harm to send it again.
      if (isShown) return { kind: 'sent', ref: undefined }
      return { kind: 'refused', waitMs: silentWaitMs, error: 'no page has confirmed it' }
    },
    // Begun by a service that has ended: the page knows by the key whether it has shown it.
    readBack: async () => 'absent',
  }
}

function shownReminder(key: string, message: ReminderMessage): ShownReminder {
  const { parts, language } = messageAnswer(message)
  const { headline, kind, subscriptionIds } = message
  const meetingIds = kind === 'reminder' ? message.parts.map(({ meetingId }) => meetingId) : []
  return { key, headline, language, parts, meetingIds, subscriptionIds }
}
