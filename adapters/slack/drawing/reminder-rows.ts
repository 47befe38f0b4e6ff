import type { KnownBlock } from '@slack/types'
import type { Language } from '../../../src/knowledge/language.ts'
import type { ListedReminder } from '../../../src/reminders/reply.ts'
import { reminderTexts } from '../../chat/reminder-list.ts'
import { budgets } from './limits.ts'
import { changeButtons } from './reminder-buttons.ts'
import { paragraph } from './text-objects.ts'

/** A reminder with all that is to be said of it, and its buttons. */
export function reminderRow(
  reminder: ListedReminder,
  place: { readonly language: Language; readonly position: number },
): KnownBlock[] {
  const { name, lines } = reminderTexts(reminder, budgets.reminderLine)
  const buttons = changeButtons(reminder, { ...place, inList: true })
  return [
    paragraph([{ text: name, bold: true }, ...lines.map((line) => ({ text: `\n${line}` }))]),
    ...(buttons.length > 0 ? [{ type: 'actions', elements: buttons } satisfies KnownBlock] : []),
  ]
}
