import type { DeliveryResult } from './fake/delivery/delivery.ts'
import { type Action, ephemeralAction, messageAction, viewAction } from './fake/payloads/block-actions.ts'
import type { PostedMessage } from './fake/state/posted-messages.ts'
import type { ShownView } from './fake/state/views.ts'
import type { RunningAdapter } from './running-adapter.ts'

/** A button as it is shown. */
export type ShownButton = { readonly label: string; readonly action: Action & { readonly value: string } }

/** All buttons in what is shown, in order; of the feedback element both thumbs. */
export function buttonsIn(shown: unknown): ShownButton[] {
  if (Array.isArray(shown)) return shown.flatMap(buttonsIn)
  if (!isObject(shown)) return []
  if (shown.type === 'button') return [buttonOf('button', shown.action_id, shown)]
  if (shown.type === 'feedback_buttons') {
    return [shown.positive_button, shown.negative_button].map((thumb) =>
      buttonOf('feedback_buttons', shown.action_id, thumb),
    )
  }
  return Object.values(shown).flatMap(buttonsIn)
}

/** The labels of all buttons in what is shown. */
export function labelsIn(shown: unknown): string[] {
  return buttonsIn(shown).map(({ label }) => label)
}

/** The button with that label or action id. */
export function buttonNamed(shown: unknown, name: string): ShownButton['action'] {
  const found = buttonsIn(shown).find(({ label, action }) => label === name || action.action_id === name)
  if (!found) throw new Error(`no button ${name} among ${labelsIn(shown).join(', ') || 'none at all'}`)
  return found.action
}

type By = { readonly user?: string }

/** Somebody presses a button of a message that all see, or does what `action` says. */
export function pressInMessage(
  { slack, send }: RunningAdapter,
  message: PostedMessage | undefined,
  button: string | Action,
  by: By = {},
): Promise<DeliveryResult> {
  if (!message) throw new Error('there is no message to press a button of')
  return send(messageAction(slack, { message, action: actionOf(message.blocks, button), ...by }))
}

type Private = By & { readonly channel?: string; readonly message_ts?: string }

/** The same with a message that only one person sees; `shown` is what stands in it. */
export function pressInPrivate(
  { slack, send }: RunningAdapter,
  shown: unknown,
  button: string | Action,
  { channel = 'C00000001', message_ts = '1700000000.000200', ...by }: Private = {},
): Promise<DeliveryResult> {
  return send(ephemeralAction(slack, { channel, message_ts, action: actionOf(shown, button), ...by }))
}

/** The same in a window or on App Home. */
export function pressInView(
  { slack, send }: RunningAdapter,
  view: ShownView | undefined,
  button: string | Action,
  by: By = {},
): Promise<DeliveryResult> {
  if (!view) throw new Error('there is no view to press a button of')
  return send(viewAction(slack, { view, action: actionOf(view.view, button), ...by }))
}

/** Resolves when so many payloads have been worked through since the start. */
export function handled({ slack, logged }: RunningAdapter, count: number): Promise<void> {
  const isReached = () => logged.filter((line) => line.includes('"message":"slack payload"')).length >= count
  return slack.until(isReached, `${count} payloads worked through`)
}

function actionOf(shown: unknown, button: string | Action): Action {
  return typeof button === 'string' ? buttonNamed(shown, button) : button
}

function buttonOf(type: string, actionId: unknown, shown: unknown): ShownButton {
  const { text, value } = isObject(shown) ? shown : {}
  const label = isObject(text) ? String(text.text) : ''
  return { label, action: { type, action_id: String(actionId), value: String(value) } }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
