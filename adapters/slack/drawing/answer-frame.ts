import type { Button, KnownBlock } from '@slack/types'
import type { Answer } from '../../../src/answers/answer.ts'
import { colon } from '../../../src/answers/statement.ts'
import type { Language } from '../../../src/knowledge/language.ts'
import { cleanText } from '../../chat/clean-text.ts'
import { cutText } from '../../chat/cut-text.ts'
import type { MeetingOffers } from '../../chat/meeting-items.ts'
import { pageOf, words } from '../../chat/wording.ts'
import { button } from './buttons.ts'
import { actionIds, writeValue } from './control-values.ts'
import { feedbackBlock, feedbackButtons } from './feedback-block.ts'
import { budgets } from './limits.ts'
import { richElements } from './rich-elements.ts'
import { contextLine } from './text-objects.ts'

/** How an answer is to be shown. */
export type AnswerView = {
  /** By which the controls under the answer find it again. */
  readonly answerId: string
  /** From 0; beyond the last page the last is shown. */
  readonly page: number
  /** The date that the newest document speaks from, and how many there are: for answers that have no source. */
  readonly knowledgeAsOf: string | undefined
  readonly documents: number
  /** The answer is private and may be posted where it was asked for. */
  readonly canShare: boolean
  /** `buttons` are plain ones, for modals and for workspaces that refuse `context_actions`. */
  readonly feedback: 'context_actions' | 'buttons'
  /** The question, where Slack does not show it. */
  readonly asked?: string | undefined
  /** The id of the user who shared the answer; then it cannot be shared again. */
  readonly sharedBy?: string | undefined
  /** What is offered for the meetings to come that parts are about. */
  readonly offers?: MeetingOffers | undefined
  /** What stands below each page in place of thumbs and of all other controls. */
  readonly below?: readonly KnownBlock[] | undefined
}

/** What stands above every page of an answer. */
export function answerHeader(view: AnswerView, language: Language): KnownBlock[] {
  const asked = cutText(cleanText(view.asked ?? '').trim(), budgets.askedText)
  if (view.sharedBy) return [sharedLine(view.sharedBy, asked, language)]
  return asked ? [contextLine(`${words.asked[language]}${colon[language]}${asked}`)] : []
}

function sharedLine(user: string, asked: string, language: Language): KnownBlock {
  const what = asked ? `${words.sharedTo[language]}${colon[language]}${asked}` : words.shared[language]
  return {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_section', elements: [{ type: 'user', user_id: user }, ...richElements([{ text: what }])] },
    ],
  }
}

type Pages = { readonly page: number; readonly pages: number }

/** What stands below every page of an answer: turning pages, sharing, and whether it helped. */
export function answerFooter(answer: Answer, view: AnswerView, { page, pages }: Pages): KnownBlock[] {
  if (view.below) return [...view.below]
  const { language } = answer
  const turns = pages > 1 ? [contextLine(pageOf[language](page + 1, pages))] : []
  const controls = [...pageButtons(view, { page, pages }, language), ...shareButton(view, language)]
  const feedback = { answerId: view.answerId, intent: answer.intent.slice(0, 200), status: answer.status, language }
  if (view.feedback === 'buttons') {
    return [...turns, { type: 'actions', elements: [...controls, ...feedbackButtons(feedback)] }]
  }
  return [
    ...turns,
    ...(controls.length > 0 ? [{ type: 'actions', elements: controls } satisfies KnownBlock] : []),
    feedbackBlock(feedback),
  ]
}

/** "Back" and "More", where there is such a page. */
export function pageButtons(
  { answerId }: Pick<AnswerView, 'answerId'>,
  { page, pages }: Pages,
  language: Language,
): Button[] {
  const value = (to: number) => writeValue({ answerId, page: to }) ?? ''
  return [
    ...(page > 0 ? [button(words.back[language], actionIds.back, value(page - 1))] : []),
    ...(page < pages - 1 ? [button(words.more[language], actionIds.next, value(page + 1))] : []),
  ]
}

function shareButton({ canShare, sharedBy, answerId }: AnswerView, language: Language): Button[] {
  if (!canShare || sharedBy) return []
  return [button(words.share[language], actionIds.share, writeValue({ answerId }) ?? '')]
}
