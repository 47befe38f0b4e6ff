import { randomUUID } from 'node:crypto'
import type { Language } from '../../../src/knowledge/language.ts'
import { claimShareAttempt } from '../../chat/share-attempt.ts'
import { ask, findKept, keep, keepForButtons, type Reply, type ShownAnswer } from '../../chat/shown-answer.ts'
import { connectorFailure } from '../connector/connector-failure.ts'
import type { CardAction } from '../drawing/card-values.ts'
import { actOnReminder } from '../reminders/act-on-reminder.ts'
import { askingOf } from '../reminders/asking.ts'
import { drawPage } from '../replies/drawing.ts'
import { conversationOf } from '../replies/place.ts'
import { sendAnswer } from '../replies/send-answer.ts'
import type { TeamsTools } from '../tools.ts'
import type { Outcome } from './outcome.ts'
import { type Press, pressKey } from './press.ts'

type Of<V extends CardAction['verb']> = Extract<CardAction, { readonly verb: V }>

/** Does what a button is for. @throws what sending throws */
export async function act(press: Press, tools: TeamsTools): Promise<Outcome> {
  const { action, reader } = press
  switch (action?.verb) {
    case 'choose':
      return await choose(action, press, tools)
    case 'contact':
      return await askForContact(action, press, tools)
    case 'page':
      return await turnPage(action, press, tools)
    case 'share':
      return await share(action, press, tools)
    default:
      return (await actOnReminder(press, tools)) ?? { kind: 'tell', notice: 'unknownControl', language: reader }
  }
}

/** One of several readings, or a suggestion: the answer takes the place of the question. */
async function choose({ question, language }: Of<'choose'>, press: Press, tools: TeamsTools): Promise<Outcome> {
  const reply = await askAs(press, question, language, tools)
  // The choice stays, so that it can be made again.
  if (!reply.shown) return { kind: 'tell', notice: 'unavailable', language }
  return { kind: 'replace', drawing: drawPage(reply.shown, 0, tools), reply, question }
}

function askAs(press: Press, text: string, language: Language, tools: TeamsTools): Promise<Reply> {
  const { origin, sent, activity } = press
  const isPrivate = sent?.isPrivate ?? false
  const conversation = conversationOf(origin, { isPrivate })
  const asking = askingOf(activity, { isPrivate, language }, tools)
  const asked = { text, language, workspace: origin.tenant, conversation, asking }
  // What was asked first no longer says what is answered.
  return ask(asked, { asked: text, canShare: isPrivate }, tools)
}

/** Whom to write to, in a message of its own: the answer stays. Once, however often the button is pressed. */
async function askForContact(action: Of<'contact'>, press: Press, tools: TeamsTools): Promise<Outcome> {
  const key = pressKey(press)
  if (!tools.taken.take(key)) return { kind: 'done' }
  try {
    const outcome = await tellContact(action, press, tools)
    if (outcome.kind === 'tell') tools.taken.giveBack(key)
    return outcome
  } catch (error) {
    tools.taken.giveBack(key)
    throw error
  }
}

async function tellContact({ question, language }: Of<'contact'>, press: Press, tools: TeamsTools): Promise<Outcome> {
  const reply = await askAs(press, question, language, tools)
  if (!reply.shown) return { kind: 'tell', notice: 'unavailable', language }
  const { origin, messageId: replyTo, sent } = press
  const attempt = await claimShareAttempt('teams', { id: pressKey(press), workspace: origin.tenant }, tools)
  if (!attempt) return { kind: 'done' }
  try {
    await sendAnswer(reply, { origin, replyTo, question, isPrivate: sent?.isPrivate ?? false }, tools)
    return { kind: 'done' }
  } catch (error) {
    await attempt.giveBack()
    throw error
  }
}

async function turnPage({ answerId, page }: Of<'page'>, press: Press, tools: TeamsTools): Promise<Outcome> {
  const kept = await findKept(answerId, press.origin.tenant, tools)
  if (!kept) return { kind: 'tell', notice: 'answerGone', language: press.reader }
  // A private answer may have gone into the personal conversation.
  const shown = { ...kept, canShare: kept.canShare && press.origin.kind !== 'personal' }
  const reply = { shown, language: shown.answer.language }
  return { kind: 'replace', drawing: drawPage(shown, page, tools), reply, question: press.sent?.question ?? '' }
}

/** A private answer for all to see, once. */
async function share({ answerId }: Of<'share'>, press: Press, tools: TeamsTools): Promise<Outcome> {
  const shown = await findKept(answerId, press.origin.tenant, tools)
  if (!shown) return { kind: 'tell', notice: 'answerGone', language: press.reader }
  const attempt = shown.canShare ? await claimShareAttempt('teams', shown, tools) : undefined
  if (!attempt) return { kind: 'done' }
  const { language } = shown.answer
  try {
    await sendShared(shown, press, tools)
  } catch (error) {
    if (!connectorFailure(error)) throw error
    await attempt.giveBack()
    return { kind: 'tell', notice: 'shareFailed', language }
  }
  const without = { ...shown, canShare: false }
  await keep(without, tools)
  const reply = { shown: without, language }
  return { kind: 'replace', drawing: drawPage(without, 0, tools), reply, question: shown.asked ?? '' }
}

async function sendShared(shown: ShownAnswer, { activity, origin }: Press, tools: TeamsTools): Promise<void> {
  const sharedBy = activity.from?.name || (await tools.calls.lookUp(origin, origin.user))?.name || '…'
  const shared: ShownAnswer = { ...shown, id: randomUUID(), sharedBy, canShare: false }
  await keepForButtons(shared, tools)
  const reply = { shown: shared, language: shared.answer.language }
  await sendAnswer(reply, { origin, question: shown.asked ?? '', isPrivate: false }, tools)
}
