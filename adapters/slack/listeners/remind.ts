import { nameTarget } from '../../../src/reminders/subscription-names.ts'
import { parseRemindValue } from '../drawing/control-values.ts'
import { renderSetWindow } from '../drawing/reminder-windows.ts'
import { writeMetadata } from '../reminders/window-metadata.ts'
import { openView } from '../replies/open-window.ts'
import { askerOf, carriedBy, type Press, tell } from '../replies/pressed.ts'
import type { SlackTools } from '../tools.ts'

/** "Remind me" below an answer about a meeting to come: asks when, and in a channel for whom. */
export async function openReminderWindow(press: Press, tools: SlackTools): Promise<void> {
  await press.ack()
  const value = parseRemindValue(carriedBy(press))
  if (!value || !tools.reminders) return await tell('unknownControl', press, tools)
  const { meeting, language } = value
  const { channel, channelName } = askerOf(press)
  const canBeShared = channel !== undefined && !channel.startsWith('D')
  const name = nameTarget({ kind: 'event', id: meeting }, tools.focalPoint.knowledge, language)
  const metadata = writeMetadata({ meeting, language, ...(canBeShared && { channel, channelName }) })
  const view = renderSetWindow({ language, name, canBeShared, metadata })
  const { client, body } = press
  const opening = { client, triggerId: body.trigger_id, onTop: body.view?.type === 'modal' }
  if (!(await openView(view, opening, tools))) await tell('clickAgain', press, tools, language)
}
