import type { Reminders } from '../../../src/reminders/reminders.ts'
import type { ChangeValue } from '../../chat/reminder-values.ts'
import { renderEditWindow } from '../drawing/reminder-windows.ts'
import { openView } from '../replies/open-window.ts'
import { askerOf, type Press, personOf, tell } from '../replies/pressed.ts'
import type { SlackTools } from '../tools.ts'
import { type Asker, askingOf } from './asking.ts'
import { tellReply } from './tell-reply.ts'
import { type EditMetadata, writeMetadata } from './window-metadata.ts'

/** Asks how to change a reminder, in a window that begins with what it is now. */
export async function openEditWindow(
  { reminder: id, language, inList }: ChangeValue,
  press: Press,
  reminders: Reminders,
  tools: SlackTools,
): Promise<void> {
  const { client, body } = press
  const asker = { ...askerOf(press), language }
  const asking = await askingOf(asker, tools)
  const { listed } = await reminders.list(asking)
  const reminder = listed.find((one) => one.id === id && one.mayChange)
  // Says why it cannot be changed: it is somebody else's, or gone.
  if (!reminder) return await tellReply(await reminders.change(id, { kind: 'edit' }, asking), personOf(press), tools)
  const metadata = writeMetadata(metadataOf(id, asker, inList ? listOf(press) : undefined))
  const opening = { client, triggerId: body.trigger_id, onTop: body.view?.type === 'modal' }
  const opened = await openView(renderEditWindow({ language, reminder, metadata }), opening, tools)
  if (!opened) await tell('clickAgain', press, tools, language)
}

/** Where the list is that the button stands in. */
function listOf({ body }: Press): string | undefined {
  return body.view?.type === 'home' ? 'home' : body.response_url || undefined
}

function metadataOf(
  reminder: string,
  { channel, channelName, isPrivate, language = 'en' }: Asker,
  list: string | undefined,
): EditMetadata {
  return { reminder, language, isPrivate, channel, channelName, list }
}
