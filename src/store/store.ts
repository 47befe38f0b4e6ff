import { createDeliveries, type Deliveries } from './deliveries.ts'
import { openEmbedded, readEmbedded } from './embedded-engine.ts'
import type { Engine } from './engine.ts'
import { createFeedback, type Feedback } from './feedback.ts'
import { GroupCommit } from './group-commit.ts'
import { createInsights, type Insights } from './insights.ts'
import { createKeptAnswers, type KeptAnswers } from './kept-answers.ts'
import { createMeetingStates, type MeetingStates } from './meeting-states.ts'
import { createPersonHash } from './person-hash.ts'
import { createProbe } from './probe.ts'
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
  readonly insights: Insights
  /** Whether something can be written now; tried, and told within two seconds. */
  canWrite(): Promise<boolean>
}

/** Where a store is: a folder, or what the settings say of it. */
export type StorePlace = string | { readonly DATA_DIR: string; readonly DATABASE_URL?: string | undefined }

/**
 * Opens or creates the store: in the database of `DATABASE_URL`, which any number of processes share, or embedded in a folder,
 * which one process at a time can have.
 * @throws {StoreError} one line that names the place and the remedy
 */
export async function openStore(place: StorePlace): Promise<Store> {
  return storeOn(await openEngine(place))
}

/** What operators look at, also while a service runs; only to be read. */
export type StoreReading = AsyncDisposable & Pick<Store, 'subscriptions' | 'deliveries'>

/**
 * Opens the store only to read, without keeping anybody from it.
 * @throws {StoreError} like `openStore`, and where there is none in the folder
 */
export async function readStore(place: StorePlace): Promise<StoreReading> {
  const engine = await openEngineToRead(place)
  const commits = new GroupCommit(engine)
  return {
    subscriptions: createSubscriptions(engine.db, commits),
    deliveries: createDeliveries(engine, commits),
    [Symbol.asyncDispose]: () => engine.close(),
  }
}

/** Only the engine, only to read. */
export async function openEngineToRead(place: StorePlace): Promise<Engine> {
  if (typeof place === 'string') return readEmbedded(place)
  return place.DATABASE_URL === undefined ? readEmbedded(place.DATA_DIR) : openEngine(place)
}

/** Only the engine, for what concerns a store as a whole. */
export async function openEngine(place: StorePlace): Promise<Engine> {
  if (typeof place === 'string') return openEmbedded(place)
  if (place.DATABASE_URL === undefined) return openEmbedded(place.DATA_DIR)
  // Only who wants it waits for its driver.
  const { openPostgres } = await import('./postgres-engine.ts')
  return openPostgres(place.DATABASE_URL)
}

/**
 * Whether the database of `DATABASE_URL` can be reached and holds a store, without changing anything in it.
 * @throws {StoreError} like `openStore`
 */
export async function examineDatabase(url: string): Promise<'empty' | 'store'> {
  const { examinePostgres } = await import('./postgres-engine.ts')
  return examinePostgres(url)
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
    insights: createInsights(db, commits),
    canWrite: createProbe(commits),
    async [Symbol.asyncDispose]() {
      closing ??= commits.close().then(() => engine.close())
      await closing
    },
  }
}
