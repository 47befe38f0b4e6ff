import { z } from 'zod'
import type { SlackState } from '../state/slack-state.ts'
import { postableChannel } from './channel-of.ts'
import { demandFairMessage } from './message-rules.ts'
import { type Methods, number, Refusal, readArgs } from './method.ts'

const MAX_AHEAD_SECONDS = 120 * 24 * 60 * 60
const WINDOW_SECONDS = 5 * 60
const MAX_IN_WINDOW = 30

/** Messages for later. They are only kept here, never posted. */
export const schedulingMethods: Methods = {
  'chat.scheduleMessage': {
    scope: 'chat:write',
    run: (args, { slack }) => {
      const { channel, post_at } = readArgs({ channel: z.string(), post_at: number }, args)
      demandTime(post_at, channel, slack)
      demandFairMessage(args, 'chat.scheduleMessage', slack)
      const scheduled_message_id = slack.ids.next('Q')
      slack.scheduled.set(scheduled_message_id, { ...args, channel: postableChannel(channel, slack), at: post_at })
      return { channel, scheduled_message_id, post_at, message: { text: args.text, type: 'delayed_message' } }
    },
  },
  'chat.scheduledMessages.list': {
    run: (_, { slack }) => ({
      scheduled_messages: [...slack.scheduled].map(([id, { channel, at, text }]) => ({
        id,
        channel_id: channel,
        post_at: at,
        text,
      })),
      response_metadata: { next_cursor: '' },
    }),
  },
  'chat.deleteScheduledMessage': {
    scope: 'chat:write',
    run: (args, { slack }) => {
      const { scheduled_message_id } = readArgs({ channel: z.string(), scheduled_message_id: z.string() }, args)
      if (!slack.scheduled.delete(scheduled_message_id)) throw new Refusal('invalid_scheduled_message_id')
      return {}
    },
  },
}

function demandTime(postAt: number, channel: string, slack: SlackState): void {
  const ahead = postAt - slack.now() / 1000
  if (ahead <= 0) throw new Refusal('time_in_past')
  if (ahead > MAX_AHEAD_SECONDS) throw new Refusal('time_too_far')
  const near = [...slack.scheduled.values()].filter(
    (other) => other.channel === channel && Math.abs(other.at - postAt) < WINDOW_SECONDS,
  )
  if (near.length >= MAX_IN_WINDOW) throw new Refusal('restricted_too_many')
}
