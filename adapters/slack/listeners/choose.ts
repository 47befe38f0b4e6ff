import { parseChooseValue } from '../drawing/control-values.ts'
import { conversationOf } from '../replies/place.ts'
import { carriedBy, type Press, placeOf, tell } from '../replies/pressed.ts'
import { replaceWith } from '../replies/replace.ts'
import { ask } from '../replies/shown-answer.ts'
import { workspaceOf } from '../replies/workspace.ts'
import type { SlackTools } from '../tools.ts'

/** Somebody picks one of several readings: the answer takes the place of the question. */
export async function answerChoice(press: Press, tools: SlackTools): Promise<void> {
  await press.ack()
  const value = parseChooseValue(carriedBy(press))
  if (!value) return await tell('unknownControl', press, tools)
  const { question: text, language } = value
  const workspace = workspaceOf(press.context)
  const conversation = conversationOf(placeOf(press, workspace))
  const isPrivate = press.body.container.is_ephemeral === true
  const isSeen = !isPrivate && !press.body.view
  const showing = { ...(isSeen ? {} : { asked: text }), canShare: isPrivate }
  const reply = await ask({ text, language, workspace, conversation }, showing, tools)
  await replaceWith(reply, 0, press, tools)
}
