import type { Button, ConfirmationDialog } from '@slack/types'
import type { Language } from '../../../src/knowledge/language.ts'
import type { ReminderMessage } from '../../../src/reminders/message.ts'
import type { ListedReminder } from '../../../src/reminders/reply.ts'
import { type AgainValue, type ChangeValue, mostReminders } from '../../chat/reminder-values.ts'
import { reminderWords as words } from '../../chat/reminder-wording.ts'
import { button } from './buttons.ts'
import { actionIds, writeValue } from './control-values.ts'
import { plainText } from './text-objects.ts'

type Place = { readonly language: Language; readonly inList: boolean; readonly position: number }

/** What the person may do with a reminder that is shown. */
export function changeButtons({ id, kind, isActive, mayChange }: ListedReminder, place: Place): Button[] {
  if (!mayChange) return []
  const { language, inList, position } = place
  const act = (does: ChangeValue['does']) =>
    button(
      words[does][language],
      actionIds.change(does, position),
      writeValue({ reminder: id, does, language, inList }) ?? '',
    )
  return [
    ...(isActive ? [act('snooze')] : []),
    // A digest has no times before a meeting; another is asked for in words.
    ...(kind === 'reminder' ? [act('edit')] : []),
    { ...act('stop'), confirm: stopDialog('stopText', language) },
  ]
}

/** What can be done with something that came unasked. A channel's is stopped for all in it, which is asked about. */
export function messageButtons(
  { kind, parts, subscriptionIds, language }: ReminderMessage,
  { isPersonal }: { readonly isPersonal: boolean },
): Button[] {
  const [first, ...others] = subscriptionIds
  if (first === undefined) return []
  const [part] = parts
  const again = (after: AgainValue['for']) => {
    const value = writeValue({ meeting: part?.meetingId ?? '', reminder: first, for: after, language })
    return button(words[after === 'PT1H' ? 'inAnHour' : 'tomorrow'][language], actionIds.again(after), value ?? '')
  }
  const isOne = kind === 'reminder' && part !== undefined && parts.length === 1
  const stopped = writeValue({ reminders: [first, ...others].slice(0, mostReminders), language }) ?? ''
  const stop = button(words.stop[language], actionIds.stopAll, stopped)
  const confirm = stopDialog(isPersonal ? 'stopText' : 'stopSharedText', language)
  return [...(isOne ? [again('PT1H'), again('P1D')] : []), { ...stop, confirm }]
}

function stopDialog(text: 'stopText' | 'stopSharedText', language: Language): ConfirmationDialog {
  return {
    title: plainText(words.stopTitle[language]),
    text: plainText(words[text][language]),
    confirm: plainText(words.stop[language]),
    deny: plainText(words.keep[language]),
    style: 'danger',
  }
}
