import type { ReminderMessage } from '../../../src/reminders/message.ts'
import { messageAnswer } from '../../chat/reminder-answer.ts'
import { reminderWords } from '../../chat/reminder-wording.ts'
import { words } from '../../chat/wording.ts'
import type { Outgoing } from '../connector/teams-calls.ts'
import { actionSets } from '../drawing/card-actions.ts'
import type { CardElement } from '../drawing/card-elements.ts'
import { messageButtons } from '../drawing/reminder-buttons.ts'
import { renderAnswer } from '../drawing/render-answer.ts'
import { quietLine } from '../drawing/text-elements.ts'
import { cardMessage } from '../replies/outgoing.ts'

/** What comes unasked, in one message however much it tells, with who asked for it and what can be done with it. */
export function drawMessage(message: ReminderMessage, where: { readonly isPersonal: boolean }): Outgoing {
  const { language, headline } = message
  const foot = reminderWords[where.isPersonal ? 'youAsked' : 'askedHere'][language]
  const below = [...actionSets(messageButtons(message)), quietLine(foot)]
  const whole = drawWith(message, below)
  const drawing = whole.pages === 1 ? whole : drawWith(message, [quietLine(words.andMore[language]), ...below])
  return cardMessage({ card: drawing.card, text: headline })
}

function drawWith(message: ReminderMessage, below: readonly CardElement[]) {
  return renderAnswer(messageAnswer(message), { answerId: 'reminder', page: 0, documents: 0, canShare: false, below })
}
