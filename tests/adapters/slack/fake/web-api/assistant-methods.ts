import { z } from 'zod'
import { type Method, type Methods, readArgs } from './method.ts'

const thread = { channel_id: z.string(), thread_ts: z.string() }
const prompts = z
  .array(z.strictObject({ title: z.string().min(1), message: z.string().min(1) }))
  .min(1)
  .max(4)

/** What agents may show beside their messages. Prompts of the Messages tab belong to no thread. */
export const assistantMethods: Methods = {
  'assistant.threads.setSuggestedPrompts': ofAgents((args, { slack }) => {
    const { channel_id, ...given } = readArgs(
      { channel_id: z.string(), thread_ts: z.string().optional(), title: z.string().optional(), prompts },
      args,
    )
    slack.prompts.set(channel_id, given)
    return {}
  }),
  'assistant.threads.setStatus': ofAgents((args, { slack }) => {
    const { channel_id, thread_ts, status } = readArgs({ ...thread, status: z.string() }, args)
    slack.statuses.set(`${channel_id}:${thread_ts}`, status)
    return {}
  }),
  'assistant.threads.setTitle': ofAgents((args) => {
    readArgs({ ...thread, title: z.string() }, args)
    return {}
  }),
}

function ofAgents(run: Method['run']): Method {
  return { scope: 'assistant:write', tokens: ['bot'], run }
}
