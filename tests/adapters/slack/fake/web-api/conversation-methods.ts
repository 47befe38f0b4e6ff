import { z } from 'zod'
import { type Channel, kindOfChannel } from '../state/channels.ts'
import type { PostedMessage } from '../state/posted-messages.ts'
import type { Args } from '../state/recorded-calls.ts'
import type { SlackState } from '../state/slack-state.ts'
import { directChannelTo } from './channel-of.ts'
import { type Answer, flag, type Methods, number, Refusal, readArgs } from './method.ts'
import { asSeen } from './seen-message.ts'

const pageArgs = {
  channel: z.string(),
  limit: number.default(100),
  cursor: z.string().optional(),
  oldest: z.string().default('0'),
  latest: z.string().default('9999999999'),
  inclusive: flag,
  include_all_metadata: flag,
}

const listArgs = { limit: number.default(100), cursor: z.string().optional(), exclude_archived: flag }

/** Conversations and what was said in them. */
export const conversationMethods: Methods = {
  'conversations.open': {
    scope: 'im:write',
    run: (args, { slack }) => {
      const { users, return_im } = readArgs({ users: z.string(), return_im: flag }, args)
      if (users.includes(',')) throw new Refusal('missing_scope', { needed: 'mpim:write' })
      const id = directChannelTo(users, slack)
      return { channel: return_im ? { id, is_im: true, user: users } : { id } }
    },
  },
  'conversations.info': {
    scope: scopeFor('read'),
    run: (args, { slack }) => {
      const channel = slack.channels.get(readArgs({ channel: z.string() }, args).channel)
      if (!channel) throw new Refusal('channel_not_found')
      return { channel: channelAsSeen(channel) }
    },
  },
  'conversations.list': {
    scope: 'channels:read',
    run: (args, { slack }) => {
      const { exclude_archived, ...page } = readArgs(listArgs, args)
      const all = slack.channels.list().filter(({ id }) => kindOfChannel(id) === 'channels')
      const { shown, next_cursor } = cut(exclude_archived ? all.filter(({ isArchived }) => !isArchived) : all, page)
      return { channels: shown.map(channelAsSeen), response_metadata: { next_cursor } }
    },
  },
  'conversations.members': {
    scope: scopeFor('read'),
    run: (args, { slack }) => {
      const { channel, ...page } = readArgs({ channel: z.string(), ...listArgs }, args)
      const { shown, next_cursor } = cut(slack.channels.get(channel)?.people ?? [], page)
      return { members: shown, response_metadata: { next_cursor } }
    },
  },
  'conversations.history': {
    scope: scopeFor('history'),
    run: (args, { slack }) => {
      const page = readArgs(pageArgs, args)
      const roots = slack.posted.in(page.channel).filter(({ thread_ts, ts }) => !thread_ts || thread_ts === ts)
      return pageOf([...roots].reverse(), page, slack)
    },
  },
  'conversations.replies': {
    scope: scopeFor('history'),
    run: (args, { slack }) => {
      const page = readArgs({ ...pageArgs, ts: z.string() }, args)
      const thread = slack.posted.in(page.channel).filter(({ ts, thread_ts }) => [ts, thread_ts].includes(page.ts))
      if (thread.length === 0) throw new Refusal('thread_not_found')
      return pageOf(thread, page, slack)
    },
  },
  'conversations.join': {
    scope: 'channels:join',
    run: (args, { slack }) => {
      const { channel: id } = readArgs({ channel: z.string() }, args)
      if (!slack.channels.get(id)) throw new Refusal('channel_not_found')
      slack.channels.set(id, { isMember: true })
      return { channel: { id } }
    },
  },
}

function scopeFor(doing: 'read' | 'history') {
  return ({ channel }: Args) => `${kindOfChannel(String(channel))}:${doing}`
}

type Page = z.infer<z.ZodObject<typeof pageArgs>>

function pageOf(messages: readonly PostedMessage[], page: Page, slack: SlackState): Answer {
  const asked = messages.filter(({ ts }) => isBetween(ts, page))
  const { shown, next_cursor } = cut(asked, page)
  return {
    messages: shown.map((message) => asSeen(message, slack, page.include_all_metadata)),
    has_more: next_cursor !== '',
    response_metadata: { next_cursor },
  }
}

function cut<T>(
  all: readonly T[],
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
) {
  const start = Number(cursor ?? 0)
  const end = start + limit
  return { shown: all.slice(start, end), next_cursor: end < all.length ? String(end) : '' }
}

function channelAsSeen({ id, name, isMember, isArchived, isPrivate }: Channel): Answer {
  const isIm = kindOfChannel(id) === 'im'
  const kind = { is_im: isIm, is_channel: !isIm && !isPrivate, is_group: isPrivate, is_private: isPrivate || isIm }
  return { id, name, is_member: isMember, is_archived: isArchived, ...kind }
}

function isBetween(ts: string, { oldest, latest, inclusive }: Page): boolean {
  const at = Number(ts)
  if (inclusive) return at >= Number(oldest) && at <= Number(latest)
  return at > Number(oldest) && at < Number(latest)
}
