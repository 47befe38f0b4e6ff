import type { KnownBlock } from '@slack/types'
import type { ReminderMessage } from '../../../src/reminders/message.ts'
import { messageAnswer } from '../../chat/reminder-answer.ts'
import { reminderWords } from '../../chat/reminder-wording.ts'
import { words } from '../../chat/wording.ts'
import { messageButtons } from '../drawing/reminder-buttons.ts'
import { type Drawing, renderAnswer } from '../drawing/render-answer.ts'
import { contextLine } from '../drawing/text-objects.ts'

/** What comes unasked, in one message however much it tells, with who asked for it and what can be done with it. */
export function drawMessage(message: ReminderMessage, where: { readonly isPersonal: boolean }): Drawing {
  const below = belowMessage(message, where)
  const whole = drawWith(message, below)
  if (whole.pages === 1) return whole
  return drawWith(message, [contextLine(words.andMore[message.language]), ...below])
}

function drawWith(message: ReminderMessage, below: readonly KnownBlock[]) {
  const view = { answerId: 'reminder', page: 0, knowledgeAsOf: undefined, documents: 0, canShare: false } as const
  return renderAnswer(messageAnswer(message), { ...view, feedback: 'buttons', below })
}

function belowMessage(message: ReminderMessage, where: { readonly isPersonal: boolean }): KnownBlock[] {
  const elements = messageButtons(message, where)
  const foot = reminderWords[where.isPersonal ? 'youAsked' : 'askedHere'][message.language]
  return [...(elements.length > 0 ? [{ type: 'actions', elements } satisfies KnownBlock] : []), contextLine(foot)]
}
