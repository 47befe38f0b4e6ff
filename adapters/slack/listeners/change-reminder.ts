import type { Reminders } from '../../../src/reminders/reminders.ts'
import type { ReminderReply } from '../../../src/reminders/reply.ts'
import type { ChangeValue } from '../../chat/reminder-values.ts'
import { parseChangeValue } from '../drawing/control-values.ts'
import { askingOf } from '../reminders/asking.ts'
import { openEditWindow } from '../reminders/edit-window.ts'
import { listAfter } from '../reminders/show-list.ts'
import { shownReply, tellReply } from '../reminders/tell-reply.ts'
import { askerOf, carriedBy, type Press, personOf, tell } from '../replies/pressed.ts'
import { publishHome } from '../replies/publish-home.ts'
import { replaceWith } from '../replies/replace.ts'
import type { SlackTools } from '../tools.ts'

const changes = { stop: { kind: 'stop' }, snooze: { kind: 'snooze', for: 'P1D' } } as const

/** "Snooze", "Change" and "Stop" beside a reminder. What is shown there is then shown as it is now. */
export async function changeReminder(press: Press, tools: SlackTools): Promise<void> {
  await press.ack()
  const value = parseChangeValue(carriedBy(press))
  const { reminders } = tools
  if (!value || !reminders) return await tell('unknownControl', press, tools)
  if (value.does === 'edit') return await openEditWindow(value, press, reminders, tools)
  const asking = await askingOf({ ...askerOf(press), language: value.language }, tools)
  const reply = await reminders.change(value.reminder, changes[value.does], asking)
  if (reply.kind !== 'done') return await tellReply(reply, personOf(press), tools)
  await showChanged(reply, value, { press, reminders }, tools)
}

async function showChanged(
  reply: ReminderReply,
  { inList, language }: ChangeValue,
  { press, reminders }: { readonly press: Press; readonly reminders: Reminders },
  tools: SlackTools,
): Promise<void> {
  const asker = { ...askerOf(press), language }
  if (press.body.view?.type === 'home') return await publishHome(asker, tools)
  const shown = inList
    ? await listAfter(reply, await askingOf(asker, tools), reminders, tools)
    : await shownReply(reply, asker.workspace, tools)
  await replaceWith(shown, 0, press, tools)
}
