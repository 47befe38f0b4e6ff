import type { webApi } from '@slack/bolt'
import type { Language } from '../../../src/knowledge/language.ts'
import type { Asking, PlaceRefusal, ReminderPlace } from '../../../src/reminders/asking.ts'
import type { Reader } from '../../chat/reader.ts'
import type { SlackTools } from '../tools.ts'
import { callFailure, refusalOf } from '../web-api/call-failure.ts'
import { type FoundChannel, findChannelById, findChannelByName } from './find-channel.ts'
import type { WrittenCommand } from './read-command.ts'

/** Who wants something of reminders, and from where, as far as Slack tells at once. */
export type Asker = {
  readonly client: webApi.WebClient
  readonly workspace: string
  readonly user: string
  /** Undefined on App Home and in windows, which stand over no channel. */
  readonly channel?: string | undefined
  readonly channelName?: string | undefined
  /** The app is surely in the channel: it was written to there. */
  readonly isInside: boolean
  /** Nobody but the person sees the reply. */
  readonly isPrivate: boolean
  /** Where it is asked in words. */
  readonly written?: WrittenCommand
  /** Of what a button stands in; the person's own where it is left out. */
  readonly language?: Language
}

/** The same as the core asks for it. Slack is asked only about what matters. */
export async function askingOf(asker: Asker, tools: SlackTools): Promise<Asking> {
  const { client, workspace, user } = asker
  const reader = await tools.readers.read(client, workspace, user)
  const from = { asker, reader, tools }
  const personal = once(() => openPersonal(from))
  const here = await hereOf(asker, personal)
  return {
    platform: 'slack',
    workspace,
    person: user,
    language: asker.language ?? reader.language ?? 'en',
    zone: reader.zone,
    isPrivate: asker.isPrivate || here.isPersonal,
    here,
    personal: async () => (here.isPersonal ? here : await personal()),
    channel: (name) => findWritten(name, from),
    isManager: once(() => isAdmin(asker, tools)),
  }
}

type From = { readonly asker: Asker; readonly reader: Reader; readonly tools: SlackTools }

/** A direct message may also be one with somebody else: only what is written to the app is surely the person's own with it. */
async function hereOf(asker: Asker, personal: () => Promise<ReminderPlace | undefined>): Promise<ReminderPlace> {
  const { workspace, channel, channelName, isInside, user } = asker
  const isDirect = channel === undefined || channel.startsWith('D')
  const known = { platform: 'slack', workspace } as const
  if (!isDirect) {
    return { ...known, conversationId: channel, isPersonal: false, name: channelName && `#${channelName}` }
  }
  if (channel !== undefined && isInside) return { ...known, conversationId: channel, isPersonal: true }
  // Slack takes a person's id for the direct message with them, too.
  return (await personal()) ?? { ...known, conversationId: channel ?? user, isPersonal: true }
}

async function openPersonal({ asker, reader, tools }: From): Promise<ReminderPlace | undefined> {
  const { client, workspace, user } = asker
  try {
    const { channel } = await tools.calls.repeat(() => client.conversations.open({ users: user }), { withinMs: 5000 })
    if (!channel?.id) return undefined
    await tools.places.keep({ workspace, channel: channel.id, user, reader })
    return { platform: 'slack', workspace, conversationId: channel.id, isPersonal: true }
  } catch (error) {
    if (refusalOf(error) === undefined) throw error
    return undefined
  }
}

async function findWritten(name: string, from: From): Promise<ReminderPlace | PlaceRefusal> {
  const { client, workspace, user, written } = from.asker
  const looking = { client, user, tools: from.tools }
  const id = written?.channels.get(name)
  const found = await (id ? findChannelById(id, looking) : findChannelByName(name.replace(/^#/, ''), looking))
  if (typeof found === 'string') return found
  return await keepFound(found, workspace, from.tools)
}

async function keepFound({ id, name }: FoundChannel, workspace: string, tools: SlackTools): Promise<ReminderPlace> {
  await tools.places.keep({ workspace, channel: id })
  return { platform: 'slack', workspace, conversationId: id, isPersonal: false, name }
}

/** Nobody becomes a manager because Slack does not answer. */
async function isAdmin({ client, user }: Asker, { calls }: SlackTools): Promise<boolean> {
  try {
    const { user: found } = await calls.repeat(() => client.users.info({ user }), { withinMs: 5000 })
    return found?.is_admin === true || found?.is_owner === true
  } catch (error) {
    if (!callFailure(error)) throw error
    return false
  }
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let working: Promise<T> | undefined
  return () => {
    working ??= work()
    return working
  }
}
