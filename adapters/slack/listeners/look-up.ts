import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt'
import { askOnly } from '../replies/ask.ts'
import { readMessageText } from '../replies/incoming-text.ts'
import { openNotice, openWindow } from '../replies/open-window.ts'
import { conversationOf } from '../replies/place.ts'
import { tellPerson } from '../replies/tell-person.ts'
import { workspaceOf } from '../replies/workspace.ts'
import type { SlackTools } from '../tools.ts'

/** "Look this up" on a message: its text is the question, the answer comes in a window of its own. */
export async function lookUp(
  { shortcut, ack, context, client }: SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs,
  tools: SlackTools,
): Promise<void> {
  await ack()
  const workspace = workspaceOf(context)
  const { channel, user, message, trigger_id: triggerId, response_url: responseUrl } = shortcut
  const { language: reader } = await tools.readers.read(client, workspace, user.id)
  const text = readMessageText(message.text ?? '', { botUserId: context.botUserId ?? '' })
  // A look-up has no before, whatever was asked in that place.
  const conversation = `${conversationOf({ workspace, channel: channel.id, user: user.id })}:${message.ts}`
  // Somebody else's words are a question, whatever they ask for.
  const asking = askOnly({ text, workspace, conversation, reader }, { asked: text, canShare: false }, tools)
  const language = reader ?? 'en'
  const opening = { client, triggerId, language }
  const isOpen = await (text === '' ? openNotice('noText', opening, tools) : openWindow({ ...opening, asking }, tools))
  if (!isOpen) await tellPerson('clickAgain', { client, workspace, user: user.id, responseUrl }, tools, language)
}
