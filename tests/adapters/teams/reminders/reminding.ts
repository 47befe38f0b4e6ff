import type { ReferenceKey } from '../../../../src/store/references.ts'
import type { Subscription } from '../../../../src/store/subscriptions.ts'
import { meetingFocalPoint } from '../../meeting-focal-point.ts'
import { checkCard } from '../drawing/card-check.ts'
import { aMessage, type Said } from '../fake/activities/message.ts'
import { objectsIn } from '../fake/fields.ts'
import type { AcceptedActivity } from '../fake/state/accepted-activities.ts'
import { personalConversationOf } from '../fake/state/conversation-ids.ts'
import { INES, type Person } from '../fake/state/people.ts'
import { PROCESSES_CHANNEL } from '../fake/state/teams.ts'
import { execute, type Press } from '../pressing.ts'
import { type RunningAdapter, startAdapter } from '../running-adapter.ts'
import { buttonsIn, cardIn, saidIn } from '../shown-card.ts'

/** An adapter that knows of workshops to come. */
export function startReminding(options: Parameters<typeof startAdapter>[0] = {}): Promise<RunningAdapter> {
  return startAdapter({ focalPoint: meetingFocalPoint(), ...options })
}

export function personalOf({ teams }: RunningAdapter, { id }: Person = INES): ReferenceKey {
  return { platform: 'teams', workspace: teams.tenant, conversationId: personalConversationOf(id) }
}

export function channelOf({ teams }: RunningAdapter): ReferenceKey {
  return { platform: 'teams', workspace: teams.tenant, conversationId: PROCESSES_CHANNEL }
}

/** Writes something, and returns the message that answers it. */
export async function say(running: RunningAdapter, text: string, said: Partial<Said> = {}): Promise<AcceptedActivity> {
  await running.send(aMessage(running.teams, { place: 'personal', ...said, text }))
  return lastOf(running)
}

/** The last message that stands there. */
export function lastOf({ teams }: RunningAdapter): AcceptedActivity {
  const last = teams.shown().at(-1)
  if (!last) throw new Error('nothing has been said')
  return last
}

/** A message as it stands now. */
export function asShown({ teams }: RunningAdapter, { activityId }: AcceptedActivity): AcceptedActivity {
  const found = teams.shown().find((message) => message.activityId === activityId)
  if (!found) throw new Error('the message is gone')
  return found
}

type Filled = { readonly leads?: string; readonly at?: string; readonly where?: string }

/** Fills in a form and presses a button of it. */
export function fill(
  running: RunningAdapter,
  message: AcceptedActivity,
  fields: Filled,
  press: Press = execute,
  label = 'Save',
): ReturnType<Press> {
  const found = buttonsIn(message).find(({ title }) => title === label)
  if (!found) throw new Error(`no button ${label}`)
  return press(running, message, { verb: found.verb, data: { ...found.data, ...fields } })
}

/** The fields of the form in a message, with what stands in them. */
export function fieldsIn(message: AcceptedActivity): Record<string, unknown> {
  const fields = objectsIn(cardIn(message), 'body').filter(({ type }) => String(type).startsWith('Input.'))
  return Object.fromEntries(fields.map(({ id, value }) => [String(id), value]))
}

/** What is wrong with the cards that stand there, and what could not be told as text. */
export function violationsIn({ teams }: RunningAdapter): string[] {
  return teams
    .shown()
    .flatMap((message) => [...checkCard(cardIn(message) as never), ...(saidIn(message) === '' ? ['says nothing'] : [])])
}

export function remindersOf({ store }: RunningAdapter, place: ReferenceKey): Promise<readonly Subscription[]> {
  return store.subscriptions.listOf(place)
}
