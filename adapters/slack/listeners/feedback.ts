import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt'
import type { FeedbackValue } from '../../chat/control-values.ts'
import { parseFeedbackMetadata, parseFeedbackValue } from '../drawing/control-values.ts'
import { reasonErrors, reasonIds, renderReasonModal } from '../drawing/render-modals.ts'
import { openView } from '../replies/open-window.ts'
import { carriedBy, type Press, tell } from '../replies/pressed.ts'
import { workspaceOf } from '../replies/workspace.ts'
import type { SlackTools } from '../tools.ts'

/** A thumb under an answer: noted once per person, who may change it. Thumbs down asks for the reason. */
export async function takeVerdict(press: Press, tools: SlackTools): Promise<void> {
  await press.ack()
  const value = parseFeedbackValue(carriedBy(press))
  if (!value) return await tell('unknownControl', press, tools)
  // The window first: Slack lets it be opened for three seconds only.
  const asking = value.verdict === 'down' ? askForReason(value, press, tools) : undefined
  await Promise.all([asking, record(value, press, tools)])
  if (!asking) await tell('thanks', press, tools, value.language)
}

function record({ answerId, ...value }: FeedbackValue, { body, context }: Press, { store, clock }: SlackTools) {
  const key = { platform: 'slack', workspace: workspaceOf(context), answerId, person: body.user.id } as const
  return store.feedback.record({ ...key, ...value }, clock.now().epochMilliseconds)
}

/** On top of the window that the answer is in, where it is in one. */
async function askForReason(value: FeedbackValue, press: Press, tools: SlackTools): Promise<void> {
  const { body, client } = press
  const opening = { client, triggerId: body.trigger_id, onTop: body.view?.type === 'modal' }
  const opened = await openView(renderReasonModal(value), opening, tools)
  if (!opened) await tell('clickAgain', press, tools, value.language)
}

/** The reason, once it is sent. What is empty comes back with an error at its field. */
export async function takeReason(
  { ack, view, body, context }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs,
  { store, clock, log }: SlackTools,
): Promise<void> {
  const value = parseFeedbackMetadata(view.private_metadata)
  if (!value) {
    log.warn('slack window of another version', { callback_id: view.callback_id })
    return await ack()
  }
  const reason = view.state.values[reasonIds.block]?.[reasonIds.action]?.value?.trim() ?? ''
  if (reason === '') return await ack({ response_action: 'errors', errors: { ...reasonErrors(value.language) } })
  await ack()
  const { answerId, ...verdict } = value
  const key = { platform: 'slack', workspace: workspaceOf(context), answerId, person: body.user.id } as const
  const nowMs = clock.now().epochMilliseconds
  if (await store.feedback.addReason(key, reason, nowMs)) return
  // The verdict may have been lost with a crash, or be a good one by now; a reason implies a bad one.
  await store.feedback.record({ ...key, ...verdict }, nowMs)
  await store.feedback.addReason(key, reason, nowMs)
}
