import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import type { Store } from '../../src/store/store.ts'
import type { AsyncFocalPoint } from '../async-focal-point.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Features } from './replies/features.ts'
import type { Readers } from './replies/readers.ts'
import type { SlackCalls } from './web-api/slack-calls.ts'

/** What is answered from, and by whom. */
export type KnowingFocalPoint = AsyncFocalPoint & {
  readonly knowledge: Knowledge
  readonly knowledgeReadAt: Temporal.Instant
}

/** What listeners work with, besides what Bolt hands them. */
export type SlackTools = {
  readonly focalPoint: KnowingFocalPoint
  readonly store: Pick<Store, 'seenEvents' | 'feedback' | 'keptAnswers'>
  readonly calls: SlackCalls
  readonly readers: Readers
  readonly features: Features
  readonly clock: Clock
  readonly log: Log
}
