import { z } from 'zod'
import { kindOfChannel } from '../state/channels.ts'
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
      const { id, name, isMember, isArchived } = channel
      const isIm = kindOfChannel(id) === 'im'
      return { channel: { id, name, is_member: isMember, is_archived: isArchived, is_im: isIm, is_channel: !isIm } }
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
  const start = Number(page.cursor ?? 0)
  const shown = asked.slice(start, start + page.limit)
  const next = start + page.limit < asked.length ? String(start + page.limit) : ''
  return {
    messages: shown.map((message) => asSeen(message, slack, page.include_all_metadata)),
    has_more: next !== '',
    response_metadata: { next_cursor: next },
  }
}

function isBetween(ts: string, { oldest, latest, inclusive }: Page): boolean {
  const at = Number(ts)
  if (inclusive) return at >= Number(oldest) && at <= Number(latest)
  return at > Number(oldest) && at < Number(latest)
}
