import type { ExpressionBuilder } from 'kysely'
import type { GroupCommit } from './group-commit.ts'
import type { Platform } from './platform.ts'
import type { Queries, Tables } from './tables.ts'

/** Which conversation of which workspace; on Teams a workspace is a tenant. */
export type ReferenceKey = {
  readonly platform: Platform
  readonly workspace: string
  readonly conversationId: string
}

/** All that a message takes which nobody asked for just now. */
export type ConversationReference = ReferenceKey & {
  readonly kind: 'personal' | 'groupChat' | 'channel'
  /** Of a channel. */
  readonly teamId: string | undefined
  /** Where the platform takes messages for it. */
  readonly serviceUrl: string
  readonly botId: string
  /** Of a personal conversation. */
  readonly userId: string | undefined
  readonly locale: string | undefined
  /** The time zone of its people, as the platform tells it; a reference without one leaves what is known. */
  readonly zone?: string | undefined
}

/** A reference as it is kept. */
export type KeptReference = ConversationReference & {
  /** The reason why nothing can be sent there any more. */
  readonly unreachable: string | undefined
  /** The platform takes nothing for it before. */
  readonly blockedUntilMs: number | undefined
}

/** Where the app may write to without being asked: installed there, or spoken to, and not removed since. */
export type References = {
  /** Keeps or renews a reference, which then counts as reachable. True when there was none. */
  keep(reference: ConversationReference, nowMs: number): Promise<boolean>
  find(key: ReferenceKey): Promise<KeptReference | undefined>
  /** All of a workspace, by id. */
  list(workspace: Pick<ReferenceKey, 'platform' | 'workspace'>): Promise<readonly KeptReference[]>
  /** Notes why nothing can be sent there. */
  markUnreachable(key: ReferenceKey, reason: string, nowMs: number): Promise<void>
  remove(key: ReferenceKey): Promise<void>
  /** Removes all channels of a team, also that whose id is the team's. */
  removeTeam(team: Pick<ReferenceKey, 'platform' | 'workspace'> & { readonly teamId: string }): Promise<void>
}

export function createReferences(db: Queries, commits: GroupCommit): References {
  return {
    keep: (reference, nowMs) => commits.write((tx) => keep(tx, reference, nowMs)),
    find: async (key) => {
      const row = await db.selectFrom('conversation_reference').selectAll().where(matches(key)).executeTakeFirst()
      return row && fromRow(row)
    },
    list: async ({ platform, workspace }) => {
      const all = db.selectFrom('conversation_reference').selectAll().orderBy('conversation_id')
      return (await all.where('platform', '=', platform).where('workspace', '=', workspace).execute()).map(fromRow)
    },
    markUnreachable: (key, reason, nowMs) =>
      commits.write(async (tx) => {
        const change = tx.updateTable('conversation_reference').set({ unreachable: reason, updated_at: nowMs })
        await change.where(matches(key)).execute()
      }),
    remove: (key) =>
      commits.write(async (tx) => {
        await tx.deleteFrom('conversation_reference').where(matches(key)).execute()
      }),
    removeTeam: (team) => commits.write((tx) => removeTeam(tx, team)),
  }
}

type Row = Tables['conversation_reference']

async function keep(db: Queries, reference: ConversationReference, nowMs: number): Promise<boolean> {
  const row = toRow(reference, nowMs)
  const added = await db
    .insertInto('conversation_reference')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('conversation_id')
    .executeTakeFirst()
  if (added) return true
  const { zone, blocked_until, ...changing } = row
  const update = db.updateTable('conversation_reference').set(zone === null ? changing : { ...changing, zone })
  await update.where(matches(reference)).execute()
  return false
}

async function removeTeam(
  db: Queries,
  { platform, workspace, teamId }: Parameters<References['removeTeam']>[0],
): Promise<void> {
  await db
    .deleteFrom('conversation_reference')
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .where((eb) => eb.or([eb('team_id', '=', teamId), eb('conversation_id', '=', teamId)]))
    .execute()
}

export function matches({ platform, workspace, conversationId }: ReferenceKey) {
  // Only these three, although whole references are handed in as well.
  return (eb: ExpressionBuilder<Tables, 'conversation_reference'>) =>
    eb.and({ platform, workspace, conversation_id: conversationId })
}

function toRow(reference: ConversationReference, nowMs: number): Row {
  const { platform, workspace, conversationId, kind, teamId, serviceUrl, botId, userId, locale, zone } = reference
  return {
    platform,
    workspace,
    conversation_id: conversationId,
    kind,
    team_id: teamId ?? null,
    service_url: serviceUrl,
    bot_id: botId,
    user_id: userId ?? null,
    locale: locale ?? null,
    unreachable: null,
    zone: zone ?? null,
    blocked_until: null,
    updated_at: nowMs,
  }
}

function fromRow(row: Row): KeptReference {
  const { platform, workspace, kind } = row
  return {
    platform,
    workspace,
    conversationId: row.conversation_id,
    kind,
    teamId: row.team_id ?? undefined,
    serviceUrl: row.service_url,
    botId: row.bot_id,
    userId: row.user_id ?? undefined,
    locale: row.locale ?? undefined,
    zone: row.zone ?? undefined,
    unreachable: row.unreachable ?? undefined,
    blockedUntilMs: row.blocked_until ?? undefined,
  }
}
