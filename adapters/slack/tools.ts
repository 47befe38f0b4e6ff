import type { Store } from '../../src/store/store.ts'
import type { ChatTools } from '../chat/tools.ts'
import type { KnownPlaces } from './reminders/known-places.ts'
import type { Features } from './replies/features.ts'
import type { Readers } from './replies/readers.ts'
import type { SlackCalls } from './web-api/slack-calls.ts'

/** What listeners work with, besides what Bolt hands them. */
export type SlackTools = ChatTools & {
  readonly store: ChatTools['store'] & Pick<Store, 'references'>
  readonly calls: SlackCalls
  readonly readers: Readers
  readonly places: KnownPlaces
  readonly features: Features
}
