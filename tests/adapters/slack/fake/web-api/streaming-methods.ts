import { z } from 'zod'
import { postableChannel } from './channel-of.ts'
import { type Method, type Methods, Refusal, readArgs } from './method.ts'

const place = { channel: z.string(), ts: z.string() }

/** Messages that grow while they are read. */
export const streamingMethods: Methods = {
  'chat.startStream': {
    scope: 'chat:write',
    run: (args, { slack, token }) => {
      const { channel, thread_ts, markdown_text } = readArgs(
        { channel: z.string(), thread_ts: z.string(), markdown_text: z.string().default('') },
        args,
      )
      const { ts } = slack.posted.add({
        channel: postableChannel(channel, slack),
        ts: slack.ids.nextTs(),
        team: token.teamId,
        user: token.userId,
        bot_id: token.botId,
        thread_ts,
        text: markdown_text,
        blocks: undefined,
      })
      return { channel, ts }
    },
  },
  'chat.appendStream': growing(z.string().min(1)),
  'chat.stopStream': growing(z.string().default('')),
}

function growing(more: z.ZodType<string>): Method {
  return {
    scope: 'chat:write',
    run: (args, { slack }) => {
      const { channel, ts, markdown_text } = readArgs({ ...place, markdown_text: more }, args)
      const message = slack.posted.find(channel, ts)
      if (!message) throw new Refusal('message_not_found')
      message.text += markdown_text
      return { channel, ts }
    },
  }
}
