import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import type { AsyncFocalPoint, Explaining } from '../async-focal-point.ts'
import type { Log } from '../log.ts'
import type { RateLimit } from '../rate-limit.ts'
import type { Route } from '../web-server.ts'
import type { AnswerViews } from './answer-views.ts'
import { askLimit, askRoute } from './ask-api.ts'
import { examplesRoute } from './examples.ts'
import { pageRoutes } from './page.ts'
import { pageAskRoutes } from './page-ask.ts'
import type { WebReminders } from './reminders/web-reminders.ts'

/** What the playground is made of. */
export type Playground = {
  readonly focalPoint: AsyncFocalPoint
  readonly explaining: Explaining
  /** What is answered from at the moment. */
  readonly origin: { readonly knowledge: Knowledge }
  readonly views: AnswerViews
  readonly log: Log
  /** Left out where nobody can be reminded. */
  readonly reminding?: WebReminders | undefined
  readonly limit?: RateLimit
}

/** The pages, and what the chat page and programs ask. */
export function playgroundRoutes({ origin, limit = askLimit(), ...asked }: Playground): Route[] {
  return [
    ...pageRoutes(),
    askRoute(asked.focalPoint, asked.log, limit),
    ...pageAskRoutes({ ...asked, limit }),
    examplesRoute(origin),
  ]
}
