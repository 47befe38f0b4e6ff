import { z } from 'zod'
import { languages } from '../../../src/knowledge/language.ts'
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
} as const

/** The same as patterns to listen to. */
export const actionPatterns = {
  choose: /^focal\.choose\.\d+$/,
  example: /^focal\.example\.\d+$/,
  page: /^focal\.page\.(?:next|back)$/,
  share: /^focal\.share$/,
  feedback: /^focal\.feedback(?:\.(?:up|down))?$/,
} as const

/** What Slack calls our shortcut and our modals. */
export const callbackIds = {
  shortcut: 'focal.look-up',
  feedbackReason: 'focal.feedback-reason',
  answer: 'focal.answer',
} as const

const language = z.enum(languages)
const answerId = z.string().regex(/^[\w:.-]{1,100}$/)

const chooseSchema = z.strictObject({ question: z.string().trim().min(1), language })
const pageSchema = z.strictObject({ answerId, page: z.int().min(0).max(9999) })
const shareSchema = z.strictObject({ answerId })
const feedbackSchema = z.strictObject({
  answerId,
  intent: z.string().min(1).max(200),
  status: z.enum(['answered', 'clarify', 'unknown']),
  language,
  verdict: z.enum(['up', 'down']),
})

export type ChooseValue = Readonly<z.infer<typeof chooseSchema>>
export type PageValue = Readonly<z.infer<typeof pageSchema>>
export type ShareValue = Readonly<z.infer<typeof shareSchema>>
export type FeedbackValue = Readonly<z.infer<typeof feedbackSchema>>

/** A value as a button carries it; undefined where Slack would refuse it as too long. */
export function writeValue(value: ChooseValue | PageValue | ShareValue | FeedbackValue): string | undefined {
  const json = JSON.stringify(value)
  return json.length <= slackLimits.buttonValue ? json : undefined
}

// Undefined for anything else than what we write today: other versions' values and made-up ones.
export const parseChooseValue = (value: unknown) => parse(chooseSchema, value, slackLimits.buttonValue)
export const parsePageValue = (value: unknown) => parse(pageSchema, value, slackLimits.buttonValue)
export const parseShareValue = (value: unknown) => parse(shareSchema, value, slackLimits.buttonValue)
export const parseFeedbackValue = (value: unknown) => parse(feedbackSchema, value, slackLimits.buttonValue)
/** The feedback that the reason modal is about, out of its `private_metadata`. */
export const parseFeedbackMetadata = (value: unknown) => parse(feedbackSchema, value, slackLimits.privateMetadata)

function parse<T>(schema: z.ZodType<T>, value: unknown, maxLength: number): T | undefined {
  if (typeof value !== 'string' || value.length > maxLength) return undefined
  return schema.safeParse(readJson(value)).data
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // No JSON is one more way of not being ours.
    return undefined
  }
}
