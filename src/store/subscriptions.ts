import { randomUUIDv7 } from 'node:crypto'
import type { ExpressionBuilder } from 'kysely'
import type { GroupCommit } from './group-commit.ts'
import type { ReferenceKey } from './references.ts'
import type { Queries, Tables } from './tables.ts'

const PAGE = 500

type Row = Tables['subscription']

/** Which meetings a subscription is about; the id is empty for all. */
export type Target = { readonly kind: Row['target_kind']; readonly id: string }

/** The wish of somebody to be told of meetings, in one conversation. */
export type Subscription = ReferenceKey & {
  readonly id: string
  /** Who asked for it, as the platform names people. */
  readonly createdBy: string
  readonly kind: 'reminder' | 'digest'
  readonly target: Target
  /** ISO 8601 durations before the meeting, longest first. */
  readonly leads: readonly string[]
  /** HH:MM on the wall, for leads of whole days and for digests. */
  readonly at: string | undefined
  /** Of a digest: 1 is Monday, 7 Sunday. */
  readonly weekday: number | undefined
  /** A name of the time zone database. */
  readonly zone: string
  readonly language: Row['language']
  /** HH:MM on the wall between which nothing is sent. */
  readonly quiet: { readonly from: string; readonly to: string } | undefined
  readonly snoozedUntilMs: number | undefined
  readonly isActive: boolean
  /** One more with each change. */
  readonly version: number
  readonly createdAtMs: number
  /** Since when it is wanted as it is: what was due before is not sent late. */
  readonly askedAtMs: number
}

export type NewSubscription = Omit<
  Subscription,
  'id' | 'snoozedUntilMs' | 'isActive' | 'version' | 'createdAtMs' | 'askedAtMs'
>

/** What may change later. A property that is there with `undefined` empties it, one that is not leaves it. */
export type SubscriptionChanges = Partial<
  Pick<
    Subscription,
    'leads' | 'at' | 'weekday' | 'zone' | 'language' | 'quiet' | 'snoozedUntilMs' | 'isActive' | 'askedAtMs'
  >
>

/** Who wants to be told of which meetings: one subscription for each conversation, kind and target. */
export type Subscriptions = {
  /**
   * Adds a subscription. Where the conversation has one of that kind for that target, that one takes over everything but
   * who created it, and is active again. Returns it as it is kept.
   */
  add(subscription: NewSubscription, nowMs: number): Promise<Subscription>
  find(id: string): Promise<Subscription | undefined>
  /** Those of a conversation, oldest first. */
  listOf(conversation: ReferenceKey): Promise<readonly Subscription[]>
  /** Those that a person created anywhere, oldest first. */
  listBy(person: Pick<Subscription, 'platform' | 'workspace' | 'createdBy'>): Promise<readonly Subscription[]>
  /** Returns it as changed; undefined when there is none. */
  change(id: string, changes: SubscriptionChanges): Promise<Subscription | undefined>
  /** False when there was none. */
  remove(id: string): Promise<boolean>
  /** Removes all of a conversation. */
  removeOf(conversation: ReferenceKey): Promise<void>
  /** All there are in pages, ordered by conversation; a conversation is never split between two pages. */
  all(pageSize?: number): AsyncGenerator<readonly Subscription[]>
}

export function createSubscriptions(db: Queries, commits: GroupCommit): Subscriptions {
  const all = () => db.selectFrom('subscription').selectAll()
  const oldestFirst = () => all().orderBy('created_at').orderBy('id')
  return {
    add: (subscription, nowMs) => commits.write((tx) => add(tx, subscription, nowMs)),
    find: async (id) => {
      const row = await all().where('id', '=', id).executeTakeFirst()
      return row && fromRow(row)
    },
    listOf: async (conversation) => (await oldestFirst().where(isOf(conversation)).execute()).map(fromRow),
    listBy: async ({ platform, workspace, createdBy }) => {
      const rows = oldestFirst().where((eb) => eb.and({ platform, workspace, created_by: createdBy }))
      return (await rows.execute()).map(fromRow)
    },
    change: (id, changes) => commits.write((tx) => change(tx, id, changes)),
    remove: (id) =>
      commits.write(async (tx) => {
        const removed = tx.deleteFrom('subscription').where('id', '=', id).returning('id')
        return (await removed.executeTakeFirst()) !== undefined
      }),
    removeOf: (conversation) =>
      commits.write(async (tx) => {
        await tx.deleteFrom('subscription').where(isOf(conversation)).execute()
      }),
    all: (pageSize = PAGE) => pagesOf(db, pageSize),
  }
}

async function add(db: Queries, subscription: NewSubscription, nowMs: number): Promise<Subscription> {
  const row = toRow(subscription, nowMs)
  const { id, created_by, created_at, version, ...changing } = row
  const kept = await db
    .insertInto('subscription')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['platform', 'workspace', 'conversation_id', 'kind', 'target_kind', 'target_id'])
        .doUpdateSet((eb) => ({ ...changing, version: eb('subscription.version', '+', 1) })),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
  return fromRow(kept)
}

async function change(db: Queries, id: string, changes: SubscriptionChanges): Promise<Subscription | undefined> {
  const row = await db
    .updateTable('subscription')
    .set((eb) => ({ ...toChangedColumns(changes), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  return row && fromRow(row)
}

/** The last conversation of a full page may go on, so that it is left to the next one. */
async function* pagesOf(db: Queries, pageSize: number): AsyncGenerator<readonly Subscription[]> {
  let after: ReferenceKey | undefined
  for (let limit = pageSize; ; ) {
    const rows = await pageAfter(db, after, limit)
    const last = rows.at(-1)
    const isWhole = rows.length < limit
    const page = isWhole ? rows : rows.filter((row) => !isSameConversation(row, last))
    if (page.length === 0 && !isWhole) {
      // A single conversation with more than a page.
      limit *= 2
      continue
    }
    limit = pageSize
    if (page.length > 0) yield page
    if (isWhole) return
    after = page.at(-1)
  }
}

async function pageAfter(db: Queries, after: ReferenceKey | undefined, limit: number): Promise<Subscription[]> {
  let page = db.selectFrom('subscription').selectAll().limit(limit)
  for (const column of ['platform', 'workspace', 'conversation_id', 'id'] as const) page = page.orderBy(column)
  if (after) {
    page = page.where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('platform', 'workspace', 'conversation_id'),
        '>',
        tuple(after.platform, after.workspace, after.conversationId),
      ),
    )
  }
  return (await page.execute()).map(fromRow)
}

function isSameConversation(one: ReferenceKey, other: ReferenceKey | undefined): boolean {
  return (
    one.platform === other?.platform && one.workspace === other.workspace && one.conversationId === other.conversationId
  )
}

function isOf({ platform, workspace, conversationId }: ReferenceKey) {
  return (eb: ExpressionBuilder<Tables, 'subscription'>) =>
    eb.and({ platform, workspace, conversation_id: conversationId })
}

function toRow(subscription: NewSubscription, nowMs: number): Row {
  const { platform, workspace, conversationId, createdBy, kind, target, at, weekday, zone, language } = subscription
  return {
    id: randomUUIDv7(),
    platform,
    workspace,
    conversation_id: conversationId,
    created_by: createdBy,
    kind,
    target_kind: target.kind,
    target_id: target.id,
    leads: JSON.stringify(subscription.leads),
    at_time: at ?? null,
    weekday: weekday ?? null,
    zone,
    language,
    quiet_from: subscription.quiet?.from ?? null,
    quiet_to: subscription.quiet?.to ?? null,
    snoozed_until: null,
    is_active: 1,
    version: 1,
    created_at: nowMs,
    asked_at: nowMs,
  }
}

function toChangedColumns(changes: SubscriptionChanges): Partial<Row> {
  const { leads, zone, language, isActive, askedAtMs } = changes
  return {
    ...(leads && { leads: JSON.stringify(leads) }),
    ...('at' in changes && { at_time: changes.at ?? null }),
    ...('weekday' in changes && { weekday: changes.weekday ?? null }),
    ...(zone !== undefined && { zone }),
    ...(language && { language }),
    ...('quiet' in changes && { quiet_from: changes.quiet?.from ?? null, quiet_to: changes.quiet?.to ?? null }),
    ...('snoozedUntilMs' in changes && { snoozed_until: changes.snoozedUntilMs ?? null }),
    ...(isActive !== undefined && { is_active: isActive ? 1 : 0 }),
    ...(askedAtMs !== undefined && { asked_at: askedAtMs }),
  }
}

function fromRow(row: Row): Subscription {
  const { id, platform, workspace, kind, zone, language, version } = row
  return {
    id,
    platform,
    workspace,
    conversationId: row.conversation_id,
    createdBy: row.created_by,
    kind,
    target: { kind: row.target_kind, id: row.target_id },
    // Only written by `toRow` and `toChangedColumns`.
    leads: JSON.parse(row.leads) as string[],
    at: row.at_time ?? undefined,
    weekday: row.weekday ?? undefined,
    zone,
    language,
    quiet: row.quiet_from !== null && row.quiet_to !== null ? { from: row.quiet_from, to: row.quiet_to } : undefined,
    snoozedUntilMs: row.snoozed_until ?? undefined,
    isActive: row.is_active === 1,
    version,
    createdAtMs: row.created_at,
    askedAtMs: row.asked_at,
  }
}
