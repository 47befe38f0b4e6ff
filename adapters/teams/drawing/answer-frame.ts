import type { Answer } from '../../../src/answers/answer.ts'
import { colon } from '../../../src/answers/statement.ts'
import type { Language } from '../../../src/knowledge/language.ts'
import { cleanText } from '../../chat/clean-text.ts'
import { cutText } from '../../chat/cut-text.ts'
import type { MeetingOffers } from '../../chat/meeting-items.ts'
import { words as chatWords, pageOf } from '../../chat/wording.ts'
import { actionSets, button } from './card-actions.ts'
import type { CardElement, ExecuteAction } from './card-elements.ts'
import { budgets } from './limits.ts'
import { messageBytes } from './message-bytes.ts'
import { quietLine } from './text-elements.ts'
import { words } from './wording.ts'

/** How an answer is to be shown. */
export type AnswerView = {
  /** By which the buttons under the answer find it again. */
  readonly answerId: string
  /** From 0; beyond the last page the last is shown. */
  readonly page: number
  /** The date that the newest document speaks from, and how many there are: for answers that have no source. */
  readonly knowledgeAsOf?: string | undefined
  readonly documents: number
  /** The answer is private and may be posted where it was asked for. */
  readonly canShare: boolean
  /** The question, where Teams does not show it. */
  readonly asked?: string | undefined
  /** The name of who shared the answer; then it cannot be shared again. */
  readonly sharedBy?: string | undefined
  /** What is offered for the meetings to come that parts are about. */
  readonly offers?: MeetingOffers | undefined
  /** What is shown last on every page, below all buttons. */
  readonly below?: readonly CardElement[]
}

/** What stands above every page of an answer. */
export function answerHeader({ asked = '', sharedBy }: AnswerView, language: Language): CardElement[] {
  const question = cutText(cleanText(asked).trim(), budgets.askedText)
  if (sharedBy) return [quietLine(sharedLine(sharedBy, question, language))]
  return question ? [quietLine(`${chatWords.asked[language]}${colon[language]}${question}`)] : []
}

function sharedLine(sharedBy: string, question: string, language: Language): string {
  const name = cutText(cleanText(sharedBy).trim(), budgets.sharedBy)
  return question
    ? `${name}${chatWords.sharedTo[language]}${colon[language]}${question}`
    : `${name}${chatWords.shared[language]}`
}

type Pages = { readonly page: number; readonly pages: number }

/** What stands below every page of an answer: turning pages, whom to write to, and sharing. */
export function answerFooter(answer: Answer, view: AnswerView, { page, pages }: Pages): CardElement[] {
  const { language } = answer
  const turns = pages > 1 ? [quietLine(pageOf[language](page + 1, pages))] : []
  const buttons = [
    ...pageButtons(view, { page, pages }, language),
    ...contactButtons(answer),
    ...shareButton(view, language),
  ]
  return [...turns, ...actionSets(buttons), ...(view.below ?? [])]
}

/** Forwards and back. */
export function pageButtons({ answerId }: AnswerView, { page, pages }: Pages, language: Language): ExecuteAction[] {
  const to = (other: number) => ({ verb: 'page', answerId, page: other }) as const
  return [
    ...(page > 0 ? [button(chatWords.back[language], to(page - 1))] : []),
    ...(page < pages - 1 ? [button(chatWords.more[language], to(page + 1))] : []),
  ]
}

/** One for each contact of the parts; several are told apart by what they ask. */
function contactButtons({ parts, language }: Answer): ExecuteAction[] {
  const asked = parts.map(({ contact }) => cleanText(contact ?? '').trim())
  const questions = [...new Set(asked.filter(fitsContact))].slice(0, mostContacts)
  return questions.map((question) => {
    const label = questions.length === 1 ? words.contact[language] : question
    return button(label, { verb: 'contact', question, language }, question)
  })
}

function fitsContact(question: string): boolean {
  return question !== '' && messageBytes(question) <= budgets.contactBytes
}

const mostContacts = 3

function shareButton({ canShare, sharedBy, answerId }: AnswerView, language: Language): ExecuteAction[] {
  return canShare && !sharedBy ? [button(words.share[language], { verb: 'share', answerId })] : []
}
