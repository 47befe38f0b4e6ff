import type { Answer } from '../../../src/answers/answer.ts'
import type { ReminderMessage } from '../../../src/reminders/message.ts'
import { messageAnswer } from '../../chat/reminder-answer.ts'
import { reminderWords } from '../../chat/reminder-wording.ts'
import { words } from '../../chat/wording.ts'
import type { Outgoing } from '../connector/teams-calls.ts'
import { actionSets } from '../drawing/card-actions.ts'
import type { CardElement } from '../drawing/card-elements.ts'
import { messageButtons } from '../drawing/reminder-buttons.ts'
import { type Drawing, renderAnswer } from '../drawing/render-answer.ts'
import { quietLine } from '../drawing/text-elements.ts'
import { cardMessage } from '../replies/outgoing.ts'

/** What comes unasked, in one message however much it tells, with who asked for it and what can be done with it. */
export function drawMessage(message: ReminderMessage, where: { readonly isPersonal: boolean }): Outgoing {
  const { language, headline } = message
  const foot = reminderWords[where.isPersonal ? 'youAsked' : 'askedHere'][language]
  const below = [...actionSets(messageButtons(message)), quietLine(foot)]
  const { card } = drawOnOnePage(messageAnswer(message), below)
  return cardMessage({ card, text: headline })
}

/** The same once somebody has done something with it: what was done stands where the buttons were. */
export function drawTold(answer: Answer, done: string): Drawing {
  return drawOnOnePage(answer, [quietLine(done)])
}

function drawOnOnePage(answer: Answer, below: readonly CardElement[]): Drawing {
  const view = { answerId: 'reminder', page: 0, documents: 0, canShare: false } as const
  const whole = renderAnswer(answer, { ...view, below })
  if (whole.pages === 1) return whole
  return renderAnswer(answer, { ...view, below: [quietLine(words.andMore[answer.language]), ...below] })
}
