import { sql } from 'kysely'
import type { GroupCommit } from './group-commit.ts'
import type { Queries, Tables } from './tables.ts'

const PAGE = 500

type Row = Tables['meeting_state']

/** What was seen last of a meeting. */
export type MeetingState = {
  readonly meetingId: string
  /** One more with each change that people were, or are to be, told of. */
  readonly revision: number
  /** The same as long as nothing that people are told of changes. */
  readonly fingerprint: string
  readonly precision: 'day' | 'time'
  /** Local to the place. */
  readonly starts: string
  readonly ends: string | undefined
  readonly zone: string | undefined
  readonly status: 'scheduled' | 'cancelled'
}

/** As it is kept. */
export type KeptMeetingState = MeetingState & {
  /** When this revision was seen first. */
  readonly seenAtMs: number
}

/**
 * What was seen last of each meeting. Plan the notices of a change first and keep the new state afterwards: after a crash in
 * between the same change is seen again with the same revision, so that its notices have the same keys.
 */
export type MeetingStates = {
  /** The states of those that have been seen before, by id of the meeting. */
  find(meetingIds: readonly string[]): Promise<ReadonlyMap<string, KeptMeetingState>>
  /** The revisions of those that have changed since they were seen first, by id of the meeting. */
  revised(): Promise<ReadonlyMap<string, number>>
  /** Keeps states that are new, or of a later revision than is kept; others are left alone. */
  keep(states: readonly MeetingState[], nowMs: number): Promise<void>
  remove(meetingIds: readonly string[]): Promise<void>
  /** All there are in pages, by id. */
  all(pageSize?: number): AsyncGenerator<readonly KeptMeetingState[]>
}

export function createMeetingStates(db: Queries, commits: GroupCommit): MeetingStates {
  return {
    find: async (meetingIds) => {
      const states = await Promise.all(slicesOf(meetingIds).map((slice) => findSlice(db, slice)))
      return new Map(states.flat().map((state) => [state.meetingId, state]))
    },
    revised: async () => {
      const rows = db.selectFrom('meeting_state').select(['meeting_id', 'revision']).where('revision', '>', 1)
      return new Map((await rows.execute()).map(({ meeting_id, revision }) => [meeting_id, revision]))
    },
    keep: async (states, nowMs) => {
      await Promise.all(slicesOf(inOrder(states)).map((slice) => commits.write((tx) => keep(tx, slice, nowMs))))
    },
    remove: async (meetingIds) => {
      await Promise.all(slicesOf(meetingIds).map((slice) => commits.write((tx) => remove(tx, slice))))
    },
    all: (pageSize = PAGE) => pagesOf(db, pageSize),
  }
}

async function findSlice(db: Queries, meetingIds: readonly string[]): Promise<KeptMeetingState[]> {
  const rows = db.selectFrom('meeting_state').selectAll().where('meeting_id', 'in', meetingIds)
  return (await rows.execute()).map(fromRow)
}

async function keep(db: Queries, states: readonly MeetingState[], nowMs: number): Promise<void> {
  await db
    .insertInto('meeting_state')
    .values(states.map((state) => toRow(state, nowMs)))
    .onConflict((conflict) =>
      conflict
        .column('meeting_id')
        .doUpdateSet((eb) => ({
          revision: eb.ref('excluded.revision'),
          fingerprint: eb.ref('excluded.fingerprint'),
          precision: eb.ref('excluded.precision'),
          starts: eb.ref('excluded.starts'),
          ends: eb.ref('excluded.ends'),
          zone: eb.ref('excluded.zone'),
          status: eb.ref('excluded.status'),
          seen_at: eb.ref('excluded.seen_at'),
        }))
        .where(sql<boolean>`excluded.revision > meeting_state.revision`),
    )
    .execute()
}

async function remove(db: Queries, meetingIds: readonly string[]): Promise<void> {
  await db.deleteFrom('meeting_state').where('meeting_id', 'in', meetingIds).execute()
}

async function* pagesOf(db: Queries, pageSize: number): AsyncGenerator<readonly KeptMeetingState[]> {
  const page = db.selectFrom('meeting_state').selectAll().orderBy('meeting_id').limit(pageSize)
  let rows = await page.execute()
  while (rows.length > 0) {
    yield rows.map(fromRow)
    rows = await page.where('meeting_id', '>', rows.at(-1)?.meeting_id ?? '').execute()
  }
}

/** Always the same, so that two processes that keep the same states never wait for each other in a circle. */
function inOrder(states: readonly MeetingState[]): readonly MeetingState[] {
  return states.toSorted((a, b) => (a.meetingId < b.meetingId ? -1 : 1))
}

function slicesOf<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / PAGE)
  return Array.from({ length: count }, (_, index) => all.slice(index * PAGE, (index + 1) * PAGE))
}

function toRow({ meetingId, ends, zone, ...state }: MeetingState, nowMs: number): Row {
  const { revision, fingerprint, precision, starts, status } = state
  return {
    meeting_id: meetingId,
    revision,
    fingerprint,
    precision,
    starts,
    ends: ends ?? null,
    zone: zone ?? null,
    status,
    seen_at: nowMs,
  }
}

function fromRow(row: Row): KeptMeetingState {
  const { revision, fingerprint, precision, starts, status } = row
  return {
    meetingId: row.meeting_id,
    revision,
    fingerprint,
    precision,
    starts,
    ends: row.ends ?? undefined,
    zone: row.zone ?? undefined,
    status,
    seenAtMs: row.seen_at,
  }
}
