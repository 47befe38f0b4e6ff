import type { webApi } from '@slack/bolt'
import type { PlaceRefusal } from '../../../src/reminders/asking.ts'
import type { SlackTools } from '../tools.ts'
import { refusalOf } from '../web-api/call-failure.ts'

/** Where is looked, and for whom. */
export type Looking = {
  readonly client: webApi.WebClient
  readonly user: string
  readonly tools: Pick<SlackTools, 'calls'>
}

export type FoundChannel = { readonly id: string; readonly name: string | undefined }

const pageSize = 500
/** Of larger workspaces the rest is not read; there a channel is named by a mention of it. */
const mostPages = 10
/** The person waits. */
const withinMs = 5000

/**
 * A channel by its id, that the app and, where it is private, the person are in.
 * @throws what the Web API throws, but for what it refuses
 */
export async function findChannelById(id: string, looking: Looking): Promise<FoundChannel | PlaceRefusal> {
  const { client, tools } = looking
  const channel = await unlessRefused(async () => {
    const found = await tools.calls.repeat(() => client.conversations.info({ channel: id }), { withinMs })
    return found.channel
  })
  if (!channel || channel.is_archived) return 'unknown'
  if (!channel.is_member) return 'app-not-there'
  if (channel.is_private && !(await isMember(id, looking))) return 'person-not-there'
  return { id, name: channel.name && `#${channel.name}` }
}

/** The same by its name, among public channels. */
export async function findChannelByName(name: string, looking: Looking): Promise<FoundChannel | PlaceRefusal> {
  const { client, tools } = looking
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const asked = { types: 'public_channel', exclude_archived: true, limit: pageSize, cursor }
    const found = await unlessRefused(() => tools.calls.repeat(() => client.conversations.list(asked), { withinMs }))
    const channel = found?.channels?.find((one) => one.name === name)
    if (channel?.id) return await findChannelById(channel.id, looking)
    cursor = found?.response_metadata?.next_cursor
    if (!cursor) return 'unknown'
  }
  return 'unknown'
}

async function isMember(channel: string, { client, user, tools }: Looking): Promise<boolean> {
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const asked = { channel, limit: pageSize, cursor }
    const found = await unlessRefused(() => tools.calls.repeat(() => client.conversations.members(asked), { withinMs }))
    if (found?.members?.includes(user)) return true
    cursor = found?.response_metadata?.next_cursor
    if (!cursor) return false
  }
  return false
}

/** Slack refuses what the app may not see, and what is not there. */
async function unlessRefused<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call()
  } catch (error) {
    if (refusalOf(error) === undefined) throw error
    return undefined
  }
}
