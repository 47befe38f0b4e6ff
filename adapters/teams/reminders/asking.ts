import type { Language } from '../../../src/knowledge/language.ts'
import type { Asking, ReminderPlace } from '../../../src/reminders/asking.ts'
import { type Activity, originOf } from '../connection/activity.ts'
import { connectorFailure } from '../connector/connector-failure.ts'
import { readerLanguage, readerZone, rootOf } from '../replies/place.ts'
import type { TeamsTools } from '../tools.ts'

type Asked = {
  /** Nobody but the person sees the reply. */
  readonly isPrivate: boolean
  /** Of what a button stands in; the person's own where it is left out. */
  readonly language?: Language | undefined
}

/** Who wants something of reminders, and where, as Teams tells. It knows no channels by name, and does not say who owns a team. */
export function askingOf(activity: Activity, { isPrivate, language }: Asked, tools: TeamsTools): Asking {
  const { tenant: workspace, conversationId, kind, user: person } = originOf(activity)
  const known = { platform: 'teams', workspace } as const
  const here: ReminderPlace = {
    ...known,
    conversationId: rootOf(conversationId),
    isPersonal: kind === 'personal',
  }
  return {
    ...known,
    person,
    language: language ?? readerLanguage(activity) ?? 'en',
    zone: readerZone(activity),
    isPrivate: isPrivate || here.isPersonal,
    here,
    personal: async () => (here.isPersonal ? here : await openPersonal(activity, tools)),
    channel: async () => 'unknown',
    isManager: async () => false,
  }
}

/** Teams opens it where the person has never written there; that is kept, as reminders go there later. */
async function openPersonal(activity: Activity, tools: TeamsTools): Promise<ReminderPlace | undefined> {
  const origin = originOf(activity)
  try {
    const { conversationId } = await tools.calls.openPersonal(origin, origin.user)
    await tools.places.keepPersonal(activity, conversationId)
    return { platform: 'teams', workspace: origin.tenant, conversationId, isPersonal: true }
  } catch (error) {
    if (!connectorFailure(error)) throw error
    return undefined
  }
}
