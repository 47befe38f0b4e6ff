import type { Language } from '../../../src/knowledge/language.ts'
import { exampleQuestions } from '../../chat/prompts.ts'
import { type Activity, originOf } from '../connection/activity.ts'
import { renderWelcome } from '../drawing/render-notices.ts'
import { leavePlace, leaveTeam } from '../reminders/leave.ts'
import { deliver } from '../replies/deliver.ts'
import { asDeliverable } from '../replies/drawing.ts'
import { readerLanguage, rootOf } from '../replies/place.ts'
import type { TeamsTools } from '../tools.ts'

/** Teams tells of an installation in two ways, in either order and more than once; a new version comes as an upgrade. */
export async function takeInstallation(activity: Activity, tools: TeamsTools): Promise<void> {
  const action = activity.action ?? ''
  if (action.startsWith('remove')) return await leave(activity, tools)
  if (action === 'add') return await arrive(activity, tools)
  if (action === 'add-upgrade') await tools.places.keep(activity)
}

/** Somebody came or went, or a team or channel changed. Only what happens to us matters: nobody else is greeted. */
export async function takeConversationUpdate(activity: Activity, tools: TeamsTools): Promise<void> {
  const isUs = ({ id }: { readonly id: string }) => id === activity.recipient.id
  if (activity.membersAdded?.some(isUs)) return await arrive(activity, tools)
  if (activity.membersRemoved?.some(isUs)) return await leave(activity, tools)
  await takeEnd(activity, tools)
}

/** The first to tell of a new place gets the welcome sent. */
async function arrive(activity: Activity, tools: TeamsTools): Promise<void> {
  if (!(await tools.places.keep(activity))) return
  const origin = originOf(activity)
  const language: Language = readerLanguage(activity) ?? 'en'
  const examples = exampleQuestions(tools.focalPoint.knowledge, language)
  const welcome = renderWelcome(language, examples, { inTeam: origin.kind !== 'personal' })
  const root = { ...origin, conversationId: rootOf(origin.conversationId) }
  await deliver(asDeliverable(welcome, language), { origin: root }, tools)
}

/** Of a team, all channels go. */
async function leave(activity: Activity, tools: TeamsTools): Promise<void> {
  const { tenant: workspace, conversationId } = originOf(activity)
  const teamId = activity.channelData?.team?.id ?? undefined
  const here = { platform: 'teams', workspace, conversationId: rootOf(conversationId) } as const
  await (teamId ? leaveTeam({ workspace, teamId, here }, tools) : leavePlace(here, tools))
}

async function takeEnd(activity: Activity, tools: TeamsTools): Promise<void> {
  const { tenant: workspace } = originOf(activity)
  const { eventType, team, channel } = activity.channelData ?? {}
  const isTeamGone = eventType === 'teamDeleted' || eventType === 'teamHardDeleted'
  if (isTeamGone && team?.id) await leaveTeam({ workspace, teamId: team.id }, tools)
  if (eventType === 'channelDeleted' && channel?.id) {
    await leavePlace({ platform: 'teams', workspace, conversationId: channel.id }, tools)
  }
}
