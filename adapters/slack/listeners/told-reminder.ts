import type { types } from '@slack/bolt'
import { z } from 'zod'
import type { ReminderReply } from '../../../src/reminders/reply.ts'
import { parseAgainValue, parseStopValue } from '../drawing/control-values.ts'
import { contextLine } from '../drawing/text-objects.ts'
import { askingOf } from '../reminders/asking.ts'
import { tellReply } from '../reminders/tell-reply.ts'
import { askerOf, carriedBy, type Press, personOf, tell } from '../replies/pressed.ts'
import type { SlackTools } from '../tools.ts'
import { callFailure } from '../web-api/call-failure.ts'
import { postToResponseUrl } from '../web-api/response-url.ts'

/** "Again in 1 hour", "Again tomorrow" below a reminder that came. */
export async function remindAgain(press: Press, tools: SlackTools): Promise<void> {
  await press.ack()
  const value = parseAgainValue(carriedBy(press))
  if (!value || !tools.reminders) return await tell('unknownControl', press, tools)
  const { meeting: meetingId, reminder: subscriptionId, for: duration, language } = value
  const asking = await askingOf({ ...askerOf(press), language }, tools)
  const reply = await tools.reminders.again({ meetingId, subscriptionId, for: duration }, asking)
  await note(reply, press, tools)
}

/** "Stop" below what came unasked: ends all that it was sent for, as far as the person may. */
export async function stopReminders(press: Press, tools: SlackTools): Promise<void> {
  await press.ack()
  const value = parseStopValue(carriedBy(press))
  const { reminders } = tools
  if (!value || !reminders) return await tell('unknownControl', press, tools)
  const asking = await askingOf({ ...askerOf(press), language: value.language }, tools)
  const replies: ReminderReply[] = []
  for (const id of value.reminders) replies.push(await reminders.change(id, { kind: 'stop' }, asking))
  const done = replies.filter(({ kind }) => kind === 'done')
  const [first] = done.length > 0 ? done : replies
  if (first) await note({ ...first, lead: done.map(({ lead }) => lead).join('\n') || first.lead }, press, tools)
}

const messageSchema = z.object({ text: z.string(), blocks: z.array(z.looseObject({ type: z.string() })).min(1) })

/** What was done stands where the buttons were, so that nobody does it twice; what was not is told to the person alone. */
async function note(reply: ReminderReply, press: Press, tools: SlackTools): Promise<void> {
  const { data: message } = messageSchema.safeParse(press.body.message)
  if (reply.kind !== 'done' || !message) return await tellReply(reply, personOf(press), tools)
  const kept = message.blocks.filter(({ type }) => type !== 'actions') as unknown as types.KnownBlock[]
  const blocks = [...kept, contextLine(reply.lead)]
  try {
    await tools.calls.repeat(() =>
      postToResponseUrl(press.body.response_url, { replace_original: true, text: message.text, blocks }),
    )
  } catch (error) {
    if (!callFailure(error)) throw error
    await tellReply(reply, personOf(press), tools)
  }
}
