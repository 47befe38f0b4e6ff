import type { AnswerPart } from '../../src/answers/answer.ts'
import type { Explanation } from '../../src/answers/explanation.ts'
import type { Language } from '../../src/knowledge/language.ts'
import type { ListedReminder } from '../../src/reminders/reply.ts'
import type { AnswerJson } from '../answer-json.ts'
import type { SlackMessage, TeamsMessage } from './answer-views.ts'

/** What the chat page gets for a question: the answer in every form, and how it came about. */
export type PlaygroundAnswer = {
  /** As `/api/ask` gives it. */
  readonly answer: AnswerJson
  readonly language: Language
  readonly parts: readonly AnswerPart[]
  readonly views: { readonly text: string; readonly slack: SlackMessage; readonly teams: TeamsMessage }
  /** Where the picture of the Slack message is, as long as it is kept. */
  readonly slackPicture: string
  /** Left out of a reply about reminders, which is not looked up. */
  readonly why?: Explanation
  /** The reminders that a reply is about. */
  readonly listed?: readonly ListedReminder[]
}

/** A reminder that comes unasked, as the chat page gets it. */
export type ShownReminder = {
  /** What has the same key is the same message. */
  readonly key: string
  readonly headline: string
  readonly language: Language
  readonly parts: readonly AnswerPart[]
  /** The meetings that one can be reminded of again. */
  readonly meetingIds: readonly string[]
  readonly subscriptionIds: readonly string[]
}
