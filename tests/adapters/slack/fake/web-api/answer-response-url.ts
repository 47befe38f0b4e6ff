import { z } from 'zod'
import type { Reply } from '../../../fake-web-server.ts'
import type { Args } from '../state/recorded-calls.ts'
import type { ResponseTarget } from '../state/response-urls.ts'
import type { SlackState } from '../state/slack-state.ts'
import { messageBreaches } from './message-rules.ts'
import { flag } from './method.ts'

const bodySchema = z.looseObject({
  text: z.string().default(''),
  blocks: z.array(z.unknown()).optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: flag,
  delete_original: flag,
  thread_ts: z.string().optional(),
})
type Body = z.infer<typeof bodySchema>

/** Takes what is posted to a response_url: an answer for one or for all, or a change of the message acted on. */
export function answerResponseUrl(id: string, args: Args, slack: SlackState): Reply {
  const target = slack.responseUrls.use(id)
  if (typeof target === 'string') return { status: 404, body: { ok: false, error: target } }
  const body = bodySchema.safeParse(args)
  if (!body.success) return { status: 400, body: 'invalid_payload' }
  if (!body.data.delete_original && !isFair(args, slack)) return { status: 400, body: 'invalid_blocks' }
  const effect = respond(body.data, target, slack)
  slack.responseUrls.posts.push({ ...target, id, at: slack.now(), body: args, effect })
  slack.changes.announce()
  return { status: 200, body: 'ok' }
}

function isFair(args: Args, slack: SlackState): boolean {
  const lines = messageBreaches(args, 'response_url', slack)
  // The limit of all blocks together was not seen here.
  return !slack.strict || lines.every((line) => line.startsWith('msg_blocks_too_long'))
}

function respond(body: Body, target: ResponseTarget, slack: SlackState) {
  const message = slack.posted.find(target.channel, target.messageTs ?? '')
  if (body.delete_original) {
    if (message) message.deleted = true
    return 'deleted'
  }
  if (body.replace_original) {
    if (message) Object.assign(message, { text: body.text, blocks: body.blocks, updates: message.updates + 1 })
    return 'replaced'
  }
  return post(body, target, slack)
}

function post(body: Body, { channel, user }: ResponseTarget, slack: SlackState) {
  const { text, blocks, thread_ts } = body
  const ts = slack.ids.nextTs()
  if (body.response_type === 'ephemeral') {
    slack.ephemeralPosts.push({ channel, user, message_ts: ts, thread_ts, text, blocks })
    return 'ephemeral'
  }
  const author = { team: slack.teamId, user: slack.botUserId, bot_id: slack.botId }
  slack.posted.add({ channel, ts, thread_ts, text, blocks, ...author })
  return 'message'
}
