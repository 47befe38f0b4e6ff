import type { Understanding } from '../intents/understanding.ts'
import type { Language } from '../knowledge/language.ts'
import type { Wording } from './statement.ts'

/** What composing an answer needs besides what was decided. */
export type Composing = {
  readonly tools: Understanding
  readonly language: Language
  /** The day of the question, `YYYY-MM-DD`. */
  readonly today: string
  /** The time zone of who asks, where that is known. */
  readonly zone?: string | undefined
}

/** What the statements of an answer are worded with. */
export function wordingOf({ tools, language, today, zone }: Composing): Wording {
  return { knowledge: tools.knowledge, language, ...(today === noDay ? {} : { today, readerZone: zone }) }
}

/** The day of what is asked on no day: nothing counts as being to come. */
export const noDay = '9999-12-31'
