import type { Language } from '../../../src/knowledge/language.ts'
import type { ReminderMessage } from '../../../src/reminders/message.ts'
import type { ListedReminder } from '../../../src/reminders/reply.ts'
import { type ChangeValue, mostReminders } from '../../chat/reminder-values.ts'
import { reminderWords as words } from '../../chat/reminder-wording.ts'
import { button } from './card-actions.ts'
import type { ExecuteAction } from './card-elements.ts'

/** What the person may do with a reminder that is shown. */
export function changeButtons(
  { id, kind, isActive, mayChange }: ListedReminder,
  { language, inList }: { readonly language: Language; readonly inList: boolean },
): ExecuteAction[] {
  if (!mayChange) return []
  const act = (does: ChangeValue['does']) =>
    button(words[does][language], { verb: 'change', reminder: id, does, language, inList })
  return [
    ...(isActive ? [act('snooze')] : []),
    // A digest has no times before a meeting; another is asked for in words.
    ...(kind === 'reminder' ? [act('edit')] : []),
    act('stop'),
  ]
}

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
