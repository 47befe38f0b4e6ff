import { z } from 'zod'
import { languages } from '../../src/knowledge/language.ts'

const language = z.enum(languages)
const answerId = z.string().regex(/^[\w:.-]{1,100}$/)

/** What a button carries that asks a question. */
export const chooseSchema = z.strictObject({ question: z.string().trim().min(1), language })
/** What turns to a page of an answer. */
export const pageSchema = z.strictObject({ answerId, page: z.int().min(0).max(9999) })
/** What shares an answer. */
export const shareSchema = z.strictObject({ answerId })
/** What judges an answer, with what is worth knowing of it once it is gone. */
export const feedbackSchema = z.strictObject({
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

// Undefined for anything else than what we write today: other versions' values and made-up ones.
export const parseChoose = (value: unknown): ChooseValue | undefined => chooseSchema.safeParse(value).data
export const parsePage = (value: unknown): PageValue | undefined => pageSchema.safeParse(value).data
export const parseShare = (value: unknown): ShareValue | undefined => shareSchema.safeParse(value).data
export const parseFeedback = (value: unknown): FeedbackValue | undefined => feedbackSchema.safeParse(value).data
