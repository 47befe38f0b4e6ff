import type { ChatTools } from '../chat/tools.ts'
import type { Features } from './replies/features.ts'
import type { Readers } from './replies/readers.ts'
import type { SlackCalls } from './web-api/slack-calls.ts'

/** What listeners work with, besides what Bolt hands them. */
export type SlackTools = ChatTools & {
  readonly calls: SlackCalls
  readonly readers: Readers
  readonly features: Features
}
