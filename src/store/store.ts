import { createDeliveries, type Deliveries } from './deliveries.ts'
import { openEmbedded } from './embedded-engine.ts'
import type { Engine } from './engine.ts'
import { createFeedback, type Feedback } from './feedback.ts'
import { GroupCommit } from './group-commit.ts'
import { createKeptAnswers, type KeptAnswers } from './kept-answers.ts'
import { createMeetingStates, type MeetingStates } from './meeting-states.ts'
import { createPersonHash } from './person-hash.ts'
import { createReferences, type References } from './references.ts'
import { createSeenEvents, type SeenEvents } from './seen-events.ts'
import { createSubscriptions, type Subscriptions } from './subscriptions.ts'

/** What must outlive a restart. Disposing of it makes everything durable and frees its place for another process. */
export type Store = AsyncDisposable & {
  readonly seenEvents: SeenEvents
  readonly feedback: Feedback
  readonly keptAnswers: KeptAnswers
  readonly references: References
  readonly subscriptions: Subscriptions
  readonly deliveries: Deliveries
  readonly meetingStates: MeetingStates
  /** False since a write failed, until one succeeds. */
  readonly isWritable: boolean
}

/**
 * Opens or creates the embedded store in a folder; one process at a time can have it.
 * @throws {StoreError} one line that names the file and the remedy
 */
export async function openStore(folder: string): Promise<Store> {
  return storeOn(await openEmbedded(folder))
}

/** The store over an engine, which it closes in the end, or if it fails. */
export async function storeOn(engine: Engine): Promise<Store> {
  const { db } = engine
  const commits = new GroupCommit(engine)
  const hashPerson = await createPersonHash(db).catch(async (error: unknown) => {
    await engine.close()
    throw error
  })
  let closing: Promise<void> | undefined
  return {
    seenEvents: createSeenEvents(db, commits),
    feedback: createFeedback(db, commits, hashPerson),
    keptAnswers: createKeptAnswers(db, commits),
    references: createReferences(db, commits),
    subscriptions: createSubscriptions(db, commits),
    deliveries: createDeliveries(engine, commits),
    meetingStates: createMeetingStates(db, commits),
    get isWritable() {
      return commits.isWritable
    },
    async [Symbol.asyncDispose]() {
      closing ??= commits.close().then(() => engine.close())
      await closing
    },
  }
}
