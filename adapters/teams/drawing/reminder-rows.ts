import type { Language } from '../../../src/knowledge/language.ts'
import type { ListedReminder } from '../../../src/reminders/reply.ts'
import { reminderTexts } from '../../chat/reminder-list.ts'
import { actionSets } from './card-actions.ts'
import type { CardElement } from './card-elements.ts'
import { budgets } from './limits.ts'
import { changeButtons } from './reminder-buttons.ts'
import { inDirectionOf, paragraph, quietLine } from './text-elements.ts'

/** A reminder with all that is to be said of it, and its buttons. */
export function reminderRow(reminder: ListedReminder, language: Language): CardElement[] {
  const { name, lines } = reminderTexts(reminder, budgets.reminderLine)
  return [
    inDirectionOf(reminder.title, { ...paragraph([{ text: name, bold: true }]), spacing: 'Medium' }),
    ...lines.map((line) => ({ ...quietLine(line), spacing: 'None' as const })),
    ...actionSets(changeButtons(reminder, { language, inList: true })),
  ]
}
