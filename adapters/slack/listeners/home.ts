import type { AllMiddlewareArgs, SlackEventMiddlewareArgs, webApi } from '@slack/bolt'
import { z } from 'zod'
import type { Language } from '../../../src/knowledge/language.ts'
import { promptsFor } from '../../chat/prompts.ts'
import type { Reader } from '../../chat/reader.ts'
import { isTokenRefusal } from '../connection/token-refusal.ts'
import { parseChooseValue } from '../drawing/control-values.ts'
import { slackLimits } from '../drawing/limits.ts'
import { ask } from '../replies/ask.ts'
import { openWindow } from '../replies/open-window.ts'
import { conversationOf } from '../replies/place.ts'
import { askerOf, carriedBy, type Press, placeOf, tell } from '../replies/pressed.ts'
import { publishHome } from '../replies/publish-home.ts'
import { workspaceOf } from '../replies/workspace.ts'
import type { SlackTools } from '../tools.ts'
import { callFailure } from '../web-api/call-failure.ts'

/** Somebody opens one of our tabs. */
export async function openHome(
  { event, context, client }: SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs,
  tools: SlackTools,
): Promise<void> {
  const workspace = workspaceOf(context)
  const { user, channel } = event
  if (event.tab === 'messages') {
    const reader = await tools.readers.read(client, workspace, user)
    return await suggestPrompts(client, { workspace, channel, reader }, tools)
  }
  const asker = { client, workspace, user, channel, isInside: true, isPrivate: true }
  await publishHome(asker, tools, hashOf(event.view))
}

/** Slack sends it with the view that it shows, although the SDK's type does not know. */
function hashOf(view: unknown): string | undefined {
  return z.object({ hash: z.string() }).safeParse(view).data?.hash
}

type Tab = { readonly workspace: string; readonly channel: string; readonly reader: Reader }

/** Where agent features are off, all else works without. */
async function suggestPrompts(client: webApi.WebClient, tab: Tab, tools: SlackTools): Promise<void> {
  const { workspace, channel, reader } = tab
  const { calls, features, focalPoint } = tools
  const offered = promptsFor(focalPoint.knowledge, reader.language ?? 'en')
  const [first, ...rest] = offered.slice(0, slackLimits.suggestedPrompts)
  if (!first || !features.has('prompts', workspace)) return
  try {
    await calls.repeat(() =>
      client.assistant.threads.setSuggestedPrompts({ channel_id: channel, prompts: [first, ...rest] }),
    )
  } catch (error) {
    const failure = callFailure(error)
    if (!failure) throw error
    if (failure.kind === 'refused' && !isTokenRefusal(failure.error)) {
      features.refuse('prompts', workspace, failure.error)
    }
  }
}

/** An example on App Home is asked: its answer comes in a window, because nothing can be written on that page. */
export async function answerExample(press: Press, tools: SlackTools): Promise<void> {
  await press.ack()
  const value = parseChooseValue(carriedBy(press))
  if (!value) return await tell('unknownControl', press, tools)
  const workspace = workspaceOf(press.context)
  const { question: text, language }: { question: string; language: Language } = value
  const conversation = conversationOf(placeOf(press, workspace))
  const asker = askerOf(press)
  const asking = ask({ text, language, workspace, conversation, asker }, { asked: text, canShare: false }, tools)
  const isOpen = await openWindow({ client: press.client, triggerId: press.body.trigger_id, asking, language }, tools)
  if (!isOpen) await tell('clickAgain', press, tools, language)
}
