import { type Asked, ask, type Reply, type Showing } from '../../chat/shown-answer.ts'
import { within } from '../../clock.ts'
import { type Activity, type Origin, originOf } from '../connection/activity.ts'
import { askingOf } from '../reminders/asking.ts'
import { deliver } from '../replies/deliver.ts'
import { asDeliverable, drawHelp } from '../replies/drawing.ts'
import { mentionsUs, readMessageText } from '../replies/incoming-text.ts'
import { conversationOf, isFromPerson, isPrivate, keyOf, readerLanguage } from '../replies/place.ts'
import { sendAnswer } from '../replies/send-answer.ts'
import { tellPerson } from '../replies/tell-person.ts'
import type { TeamsTools } from '../tools.ts'
import { submitCard } from './submit-card.ts'

/** Whoever waits longer is shown that we are at it. */
const typingAfterMs = 2000

/** Whether a message concerns us. Where the app may read all messages of a place, most of them are none of our business. */
export function concernsUs(activity: Activity): boolean {
  return isFromPerson(activity) && (isPress(activity) || (isForUs(activity) && !isCardAlone(activity)))
}

/** Somebody writes to us, mentions us or types one of our slash commands; or presses a button of an older client. */
export async function answerMessage(activity: Activity, tools: TeamsTools): Promise<void> {
  const key = keyOf(activity)
  if (key !== undefined && !tools.taken.take(key)) return tools.log.info('teams activity again', { key })
  tools.later(tools.places.refresh(activity))
  try {
    await (isPress(activity) ? submitCard(activity, tools) : answer(activity, key, tools))
  } catch (error) {
    await tellPerson('failed', { origin: originOf(activity), language: readerLanguage(activity) ?? 'en' }, tools)
    throw error
  }
}

function isPress({ value, text }: Activity): boolean {
  return Boolean(value && !text)
}

/** What a search or a link of ours has put into a message is there to be looked at. */
function isCardAlone(activity: Activity): boolean {
  const isCard = activity.attachments?.some((it) => it?.contentType?.startsWith('application/vnd.microsoft.card.'))
  return isCard === true && readMessageText(activity) === '' && !mentionsUs(activity)
}

function isForUs(activity: Activity): boolean {
  return originOf(activity).kind === 'personal' || isPrivate(activity) || mentionsUs(activity)
}

/** The activity is marked as answered right before the answer goes out: whatever crashes then, it is not given twice. */
async function answer(activity: Activity, key: string | undefined, tools: TeamsTools): Promise<void> {
  const origin = originOf(activity)
  const question = readMessageText(activity)
  const reply = question === '' ? undefined : await askSlowly(activity, question, origin, tools)
  const nowMs = tools.clock.now().epochMilliseconds
  if (key !== undefined && !(await tools.store.seenEvents.claim('teams', key, nowMs))) {
    return tools.log.info('teams activity again', { key })
  }
  const to = { origin, replyTo: activity.id ?? undefined, isPrivate: isPrivate(activity) }
  if (reply) return await sendAnswer(reply, { ...to, question }, tools)
  const language = readerLanguage(activity) ?? 'en'
  await deliver(asDeliverable(drawHelp(language, tools), language), to, tools)
}

async function askSlowly(activity: Activity, text: string, origin: Origin, tools: TeamsTools): Promise<Reply> {
  const asked = {
    text,
    workspace: origin.tenant,
    conversation: conversationOf(origin, { isPrivate: isPrivate(activity) }),
    reader: readerLanguage(activity),
    asking: askingOf(activity, { isPrivate: isPrivate(activity) }, tools),
  }
  const showing = isPrivate(activity) ? { asked: text, canShare: true } : { canShare: false }
  const asking = askAndRenew(activity, asked, showing, tools)
  const inTime = await within(typingAfterMs, asking, tools.clock)
  if (inTime) return inTime
  await tools.calls.showTyping(origin)
  return await asking
}

/** Where reminders are asked for, they must get to. */
async function askAndRenew(activity: Activity, asked: Asked, showing: Showing, tools: TeamsTools): Promise<Reply> {
  const reply = await ask(asked, showing, tools)
  if (reply.shown?.reminders) await tools.places.renew(activity)
  return reply
}
