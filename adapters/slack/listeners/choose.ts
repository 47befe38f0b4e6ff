import { parseChooseValue } from '../drawing/control-values.ts'
import { ask } from '../replies/ask.ts'
import { conversationOf } from '../replies/place.ts'
import { askerOf, carriedBy, type Press, placeOf, tell } from '../replies/pressed.ts'
import { replaceWith } from '../replies/replace.ts'
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
  // What was asked first no longer says what is answered.
  const showing = { asked: text, canShare: press.body.container.is_ephemeral === true }
  const reply = await ask({ text, language, workspace, conversation, asker: askerOf(press) }, showing, tools)
  // The choice stays, so that it can be made again.
  if (!reply.shown) return await tell('unavailable', press, tools, language)
  await replaceWith(reply, 0, press, tools)
}
