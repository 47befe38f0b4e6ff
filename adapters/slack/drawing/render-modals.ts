import type { ModalView } from '@slack/types'
import type { Answer } from '../../../src/answers/answer.ts'
import type { Language, Words } from '../../../src/knowledge/language.ts'
import type { ListedReminder } from '../../../src/reminders/reply.ts'
import type { FeedbackValue } from '../../chat/control-values.ts'
import { reminderWords } from '../../chat/reminder-wording.ts'
import { words } from '../../chat/wording.ts'
import { callbackIds, writeValue } from './control-values.ts'
import { budgets } from './limits.ts'
import { type AnswerView, renderAnswer } from './render-answer.ts'
import type { Notice } from './render-notices.ts'
import { renderReminders } from './render-reminders.ts'
import { paragraph, plainText } from './text-objects.ts'
import { slackNotices } from './wording.ts'

/** Opened at once, while the answer is looked up. */
export function renderLoadingModal(language: Language): ModalView {
  return modalOf(language, [paragraph([{ text: words.loading[language] }])])
}

/** One page of an answer in a modal, where it cannot be shared. */
export function renderAnswerModal(
  answer: Answer,
  view: Omit<AnswerView, 'canShare' | 'feedback'>,
  reminders?: readonly ListedReminder[],
): ModalView {
  const whole = { ...view, canShare: false, feedback: 'buttons' } as const
  const { blocks } = reminders ? renderReminders(answer, reminders, whole) : renderAnswer(answer, whole)
  return modalOf(answer.language, blocks, reminders ? reminderWords.title : words.answerTitle)
}

/** A sentence in place of the answer. */
export function renderNoticeModal(notice: Notice, language: Language): ModalView {
  return modalOf(language, [paragraph([{ text: slackNotices[notice][language] }])])
}

function modalOf(
  language: Language,
  blocks: readonly ModalView['blocks'][number][],
  title: Words = words.answerTitle,
): ModalView {
  return {
    type: 'modal',
    callback_id: callbackIds.answer,
    title: plainText(title[language]),
    close: plainText(words.close[language]),
    blocks: [...blocks],
  }
}

/** Where the reason is in what the reason modal submits. */
export const reasonIds = { block: 'reason', action: 'focal.reason' } as const

/** Asks what was wrong with an answer; it carries which answer that was. */
export function renderReasonModal(feedback: FeedbackValue): ModalView {
  const { language } = feedback
  return {
    type: 'modal',
    callback_id: callbackIds.feedbackReason,
    private_metadata: writeValue(feedback) ?? '',
    title: plainText(words.reasonTitle[language]),
    submit: plainText(words.send[language]),
    close: plainText(words.cancel[language]),
    blocks: [
      {
        type: 'input',
        block_id: reasonIds.block,
        label: plainText(words.reasonLabel[language]),
        hint: plainText(words.reasonHint[language]),
        element: { type: 'plain_text_input', action_id: reasonIds.action, multiline: true, max_length: budgets.reason },
      },
    ],
  }
}

/** The errors that refuse an empty reason, by the block they belong to. */
export function reasonErrors(language: Language): Readonly<Record<string, string>> {
  return { [reasonIds.block]: words.reasonMissing[language] }
}
