import type { Meeting } from '../calendar/meeting.ts'
import { overAt } from '../calendar/meeting-times.ts'
import type { Delivery, WantedDelivery } from '../store/delivery.ts'
import type { MeetingState } from '../store/meeting-states.ts'

/** What has become of a meeting since it was seen last. */
export type Change = { readonly meeting: Meeting; readonly kind: 'changed' | 'cancelled'; readonly revision: number }

export type Seen = {
  /** Of meetings that had been seen before. */
  readonly changes: readonly Change[]
  /** The states that are new. */
  readonly states: readonly MeetingState[]
}

/** Compares meetings with what was seen of them before. That a cancelled one takes place after all is a change as well. */
export function compareMeetings(meetings: readonly Meeting[], before: ReadonlyMap<string, MeetingState>): Seen {
  const seen = meetings.map((meeting) => seeMeeting(meeting, before.get(meeting.id))).filter((one) => one !== undefined)
  return { changes: seen.flatMap(({ change }) => change ?? []), states: seen.map(({ state }) => state) }
}

type SeenMeeting = { readonly state: MeetingState; readonly change?: Change }

/** Undefined where nothing is new. */
function seeMeeting(meeting: Meeting, before: MeetingState | undefined): SeenMeeting | undefined {
  if (before && before.fingerprint === fingerprintOf(meeting)) return undefined
  const state = stateOf(meeting, (before?.revision ?? 0) + 1)
  if (!before) return { state }
  const kind = meeting.status === 'cancelled' && before.status !== 'cancelled' ? 'cancelled' : 'changed'
  // Who has been told that it does not take place need not hear that this would be at another time.
  const isOfInterest = kind === 'cancelled' || meeting.status === 'scheduled'
  return { state, ...(isOfInterest && { change: { meeting, kind, revision: state.revision } }) }
}

function stateOf(meeting: Meeting, revision: number): MeetingState {
  const { id: meetingId, status, time } = meeting
  const { precision, starts, ends, zone } = time
  return { meetingId, revision, fingerprint: fingerprintOf(meeting), precision, starts, ends, zone, status }
}

/** All that people are told of and plan by. */
export function fingerprintOf({ time, status, place }: Meeting): string {
  return JSON.stringify([time, status, place?.en])
}

/** One notice of a change for each conversation that has been told of the meeting. */
export function wantedNotices(
  { meeting, kind, revision }: Change,
  told: readonly Delivery[],
  now: Temporal.Instant,
): WantedDelivery[] {
  const byConversation = Map.groupBy(told, conversationOf)
  return [...byConversation].flatMap(([conversation, [first, ...others]]) => {
    if (!first) return []
    const { platform, workspace, conversationId } = first
    const subscriptionIds = [...new Set([first, ...others].flatMap((delivery) => delivery.subscriptionIds))].sort()
    return {
      key: `${conversation}|${meeting.id}|${revision}|${kind}`,
      platform,
      workspace,
      conversationId,
      meetingId: meeting.id,
      kind,
      lead: '',
      subscriptionIds,
      dueAtMs: now.epochMilliseconds,
      expiresAtMs: overAt(meeting, 'UTC').epochMilliseconds,
    }
  })
}

/** Which revision the notice of that key tells. */
export function revisionIn(key: string): number {
  return Number(key.split('|').at(-2))
}

function conversationOf({ platform, workspace, conversationId }: Delivery): string {
  return [platform, workspace, conversationId].join('|')
}
