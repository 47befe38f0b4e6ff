import type { ReminderMessage } from '../../../src/reminders/message.ts'
import { mostReminders } from '../../chat/reminder-values.ts'
import { reminderWords as words } from '../../chat/reminder-wording.ts'
import { button } from './card-actions.ts'
import type { ExecuteAction } from './card-elements.ts'

/** What can be done with what came unasked: have a reminder of one meeting again, and stop what it was sent for. */
export function messageButtons({ kind, parts, subscriptionIds, language }: ReminderMessage): ExecuteAction[] {
  const [reminder, ...others] = subscriptionIds
  const [part, another] = parts
  if (reminder === undefined) return []
  const stopped = [reminder, ...others].slice(0, mostReminders)
  const stop = button(words.stop[language], { verb: 'stop', reminders: stopped, language })
  if (kind !== 'reminder' || !part || another) return [stop]
  const again = { verb: 'again', meeting: part.meetingId, reminder, language } as const
  return [
    button(words.inAnHour[language], { ...again, for: 'PT1H' }),
    button(words.tomorrow[language], { ...again, for: 'P1D' }),
    stop,
  ]
}
