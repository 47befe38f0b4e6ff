import {
  type ChooseValue,
  type FeedbackValue,
  type PageValue,
  parseChoose,
  parseFeedback,
  parsePage,
  parseShare,
  type ShareValue,
} from '../../chat/control-values.ts'
import {
  type AgainValue,
  type ChangeValue,
  parseAgain,
  parseChange,
  parseRemind,
  parseStop,
  type RemindValue,
  type StopValue,
} from '../../chat/reminder-values.ts'
import { slackLimits } from './limits.ts'

/** What Slack calls our buttons. Those of a row differ in their position. */
export const actionIds = {
  choose: (position: number) => `focal.choose.${position}`,
  example: (position: number) => `focal.example.${position}`,
  next: 'focal.page.next',
  back: 'focal.page.back',
  share: 'focal.share',
  feedback: 'focal.feedback',
  /** Where plain buttons stand in for the feedback element, which has one id for both thumbs. */
  feedbackButton: (verdict: 'up' | 'down') => `focal.feedback.${verdict}`,
  remind: (position: number) => `focal.remind.${position}`,
  /** Opens an address; Slack tells of presses all the same. */
  calendar: (position: number) => `focal.calendar.${position}`,
  change: (does: ChangeValue['does'], position: number) => `focal.reminder.${does}.${position}`,
  again: (after: AgainValue['for']) => `focal.reminder.again.${after}`,
  stopAll: 'focal.reminder.stop-all',
} as const

/** The same as patterns to listen to. */
export const actionPatterns = {
  choose: /^focal\.choose\.\d+$/,
  example: /^focal\.example\.\d+$/,
  page: /^focal\.page\.(?:next|back)$/,
  share: /^focal\.share$/,
  feedback: /^focal\.feedback(?:\.(?:up|down))?$/,
  remind: /^focal\.remind\.\d+$/,
  calendar: /^focal\.calendar\.\d+$/,
  change: /^focal\.reminder\.(?:snooze|edit|stop)\.\d+$/,
  again: /^focal\.reminder\.again\.\w+$/,
  stopAll: /^focal\.reminder\.stop-all$/,
} as const

/** What Slack calls our shortcut and our modals. */
export const callbackIds = {
  shortcut: 'focal.look-up',
  feedbackReason: 'focal.feedback-reason',
  answer: 'focal.answer',
  setReminder: 'focal.set-reminder',
  changeReminder: 'focal.change-reminder',
} as const

type AnswerValue = ChooseValue | PageValue | ShareValue | FeedbackValue
type ReminderValue = RemindValue | ChangeValue | AgainValue | StopValue

/** A value as a button carries it; undefined where Slack would refuse it as too long. */
export function writeValue(value: AnswerValue | ReminderValue): string | undefined {
  const json = JSON.stringify(value)
  return json.length <= slackLimits.buttonValue ? json : undefined
}

// Undefined for whatever `adapters/chat` does not take, and for what Slack never lets through.
export const parseChooseValue = (value: unknown) => parse(parseChoose, value, slackLimits.buttonValue)
export const parsePageValue = (value: unknown) => parse(parsePage, value, slackLimits.buttonValue)
export const parseShareValue = (value: unknown) => parse(parseShare, value, slackLimits.buttonValue)
export const parseFeedbackValue = (value: unknown) => parse(parseFeedback, value, slackLimits.buttonValue)
export const parseRemindValue = (value: unknown) => parse(parseRemind, value, slackLimits.buttonValue)
export const parseChangeValue = (value: unknown) => parse(parseChange, value, slackLimits.buttonValue)
export const parseAgainValue = (value: unknown) => parse(parseAgain, value, slackLimits.buttonValue)
export const parseStopValue = (value: unknown) => parse(parseStop, value, slackLimits.buttonValue)
/** The feedback that the reason modal is about, out of its `private_metadata`. */
export const parseFeedbackMetadata = (value: unknown) => parse(parseFeedback, value, slackLimits.privateMetadata)

function parse<T>(take: (value: unknown) => T | undefined, value: unknown, maxLength: number): T | undefined {
  if (typeof value !== 'string' || value.length > maxLength) return undefined
  return take(readJson(value))
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // No JSON is one more way of not being ours.
    return undefined
  }
}
