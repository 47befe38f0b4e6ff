import { z } from 'zod'
import type { NewMessage } from '../state/posted-messages.ts'
import type { Args } from '../state/recorded-calls.ts'
import type { SlackState } from '../state/slack-state.ts'
import { postableChannel } from './channel-of.ts'
import { demandFairMessage } from './message-rules.ts'
import { type Caller, type Method, type Methods, Refusal, readArgs } from './method.ts'
import { asSeen } from './seen-message.ts'

const content = { text: z.string().default(''), blocks: z.array(z.unknown()).optional() }
const postArgs = { channel: z.string(), thread_ts: z.string().optional(), metadata: z.unknown().optional(), ...content }
const place = { channel: z.string(), ts: z.string() }

/** Methods that post, change and delete messages. */
export const postingMethods: Methods = {
  'chat.postMessage': writing((args, { slack, token }) => {
    const message = newMessage(args, { slack, token })
    demandFairMessage(args, 'chat.postMessage', slack)
    if (slack.limitsPosting) demandPause(message.channel, slack)
    const posted = slack.posted.add(message)
    return { channel: posted.channel, ts: posted.ts, message: asSeen(posted, slack) }
  }),
  'chat.postEphemeral': writing((args, { slack }) => {
    const { user, channel, thread_ts, text, blocks } = readArgs({ user: z.string(), ...postArgs }, args)
    postableChannel(channel, slack)
    demandFairMessage(args, 'chat.postEphemeral', slack)
    const message_ts = slack.ids.nextTs()
    slack.ephemeralPosts.push({ channel, user, message_ts, thread_ts, text, blocks })
    return { message_ts }
  }),
  'chat.update': writing((args, { slack, token }) => {
    const { channel, ts, text, blocks } = readArgs({ ...place, ...content }, args)
    const message = slack.posted.find(channel, ts)
    if (!message) throw new Refusal('message_not_found')
    if (message.bot_id !== token.botId) throw new Refusal('cant_update_message')
    // A text without blocks, or with an empty list, takes the earlier blocks away.
    const shown = blocks?.length === 0 ? undefined : blocks
    demandFairMessage({ ...args, blocks: shown }, 'chat.update', slack)
    Object.assign(message, { text, blocks: shown, updates: message.updates + 1 })
    return { channel, ts, text, message: asSeen(message, slack) }
  }),
  'chat.delete': writing((args, { slack, token }) => {
    const { channel, ts } = readArgs(place, args)
    const message = slack.posted.find(channel, ts)
    if (!message) throw new Refusal('message_not_found')
    if (message.bot_id !== token.botId) throw new Refusal('cant_delete_message')
    message.deleted = true
    return { channel, ts }
  }),
  'chat.getPermalink': {
    run: (args, { slack }) => {
      const { channel, message_ts } = readArgs({ channel: z.string(), message_ts: z.string() }, args)
      if (!slack.posted.find(channel, message_ts)) throw new Refusal('message_not_found')
      const permalink = `https://${slack.teamDomain}.slack.com/archives/${channel}/p${message_ts.replace('.', '')}`
      return { channel, permalink }
    },
  },
  'chat.unfurl': { scope: 'links:write', run: () => ({}) },
}

function writing(run: Method['run']): Method {
  return { scope: 'chat:write', run }
}

function newMessage(args: Args, { slack, token }: Caller): NewMessage {
  const { channel, thread_ts, metadata, text, blocks } = readArgs(postArgs, args)
  return {
    channel: postableChannel(channel, slack),
    ts: slack.ids.nextTs(),
    team: token.teamId,
    user: token.userId,
    bot_id: token.botId,
    thread_ts,
    metadata,
    text,
    blocks,
  }
}

function demandPause(channel: string, slack: SlackState): void {
  const now = slack.now()
  const since = now - (slack.lastPostAt.get(channel) ?? -Infinity)
  if (since < 1000) throw new Refusal('ratelimited', {}, 1)
  slack.lastPostAt.set(channel, now)
}
