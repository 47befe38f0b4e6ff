import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt'
import type { Change, Reminders } from '../../../src/reminders/reminders.ts'
import type { ReminderReply } from '../../../src/reminders/reply.ts'
import { replyWords } from '../../../src/reminders/reply-wording.ts'
import { replyWith } from '../../../src/reminders/serving.ts'
import type { ReminderForm } from '../../chat/reminder-form.ts'
import type { Reply } from '../../chat/shown-answer.ts'
import { within } from '../../clock.ts'
import { describeError } from '../../log.ts'
import { leadErrors } from '../drawing/reminder-windows.ts'
import { renderLoadingModal } from '../drawing/render-modals.ts'
import { type Asker, askingOf } from '../reminders/asking.ts'
import { isThere } from '../reminders/is-there.ts'
import { readForm } from '../reminders/read-form.ts'
import { listAfter, replaceList } from '../reminders/show-list.ts'
import { shownReply } from '../reminders/tell-reply.ts'
import {
  type EditMetadata,
  parseEditMetadata,
  parseSetMetadata,
  type SetMetadata,
} from '../reminders/window-metadata.ts'
import { drawModal } from '../replies/draw-reply.ts'
import { changeWindow } from '../replies/open-window.ts'
import { publishHome } from '../replies/publish-home.ts'
import { workspaceOf } from '../replies/workspace.ts'
import type { SlackTools } from '../tools.ts'

type Submitted = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs

/** Slack waits 3 s; the window then waits with the person. */
const patienceMs = 1500

/** The window for a new reminder is sent: its last page says what was understood. */
export async function takeReminder(submitted: Submitted, tools: SlackTools): Promise<void> {
  const metadata = parseSetMetadata(submitted.view.private_metadata)
  await takeForm(submitted, metadata, tools, async (form, asker, reminders) => {
    return await setReminder(form, metadata as SetMetadata, { asker, reminders }, tools)
  })
}

/** The window that changes a reminder is sent. The list that it came from is then shown as it is now. */
export async function takeChange(submitted: Submitted, tools: SlackTools): Promise<void> {
  const metadata = parseEditMetadata(submitted.view.private_metadata)
  await takeForm(submitted, metadata, tools, async ({ leads, at }, asker, reminders) => {
    const { reminder, list } = metadata as EditMetadata
    const change: Change = { kind: 'edit', leads, ...(at !== undefined && { at }) }
    const reply = await reminders.change(reminder, change, await askingOf(asker, tools))
    if (reply.kind === 'done' && list) await showAnew(list, reply, { asker, reminders }, tools)
    return reply
  })
}

type Work = (form: ReminderForm, asker: Asker, reminders: Reminders) => Promise<ReminderReply>

/** Does what a window asks for, and shows in it what became of that. */
async function takeForm(
  submitted: Submitted,
  metadata: SetMetadata | EditMetadata | undefined,
  tools: SlackTools,
  work: Work,
): Promise<void> {
  const { ack, view, client } = submitted
  const form = readForm(view.state.values)
  const { reminders } = tools
  if (!metadata || !form || !reminders) {
    tools.log.warn('slack window of another version', { callback_id: view.callback_id })
    return await ack()
  }
  const { language } = metadata
  if (form.leads.length === 0) return await ack({ response_action: 'errors', errors: leadErrors(language) })
  const asker = askerOf(submitted, metadata)
  const working = work(form, asker, reminders).then((reply) => shownReply(reply, asker.workspace, tools))
  const shown = working.catch((error): Reply => {
    tools.log.error('reminder not taken', describeError(error))
    return { shown: undefined, language }
  })
  const inTime = await within(patienceMs, shown, tools.clock)
  if (inTime) return await ack({ response_action: 'update', view: drawModal(inTime, 0, tools) })
  await ack({ response_action: 'update', view: renderLoadingModal(language) })
  await changeWindow({ view_id: view.id }, drawModal(await shown, 0, tools), { client }, tools)
}

function askerOf({ client, context, body }: Submitted, metadata: SetMetadata | EditMetadata): Asker {
  const { language, channel, channelName } = metadata
  const isPrivate = 'isPrivate' in metadata ? metadata.isPrivate : true
  const workspace = workspaceOf(context)
  return { client, workspace, user: body.user.id, channel, channelName, language, isPrivate, isInside: false }
}

type Doing = { readonly asker: Asker; readonly reminders: Reminders }

async function setReminder(
  { leads, at, place }: ReminderForm,
  { meeting, language }: SetMetadata,
  { asker, reminders }: Doing,
  tools: SlackTools,
): Promise<ReminderReply> {
  if (place === 'here' && !(await isThere(asker, tools))) {
    return replyWith('refused', 'set', replyWords.appNotThere, { language })
  }
  const target = { kind: 'event', id: meeting } as const
  return await reminders.set({ target, leads, at, place }, await askingOf(asker, tools))
}

async function showAnew(list: string, done: ReminderReply, doing: Doing, tools: SlackTools): Promise<void> {
  const { asker, reminders } = doing
  try {
    if (list === 'home') return await publishHome(asker, tools)
    await replaceList(list, await listAfter(done, await askingOf(asker, tools), reminders, tools), tools)
  } catch (error) {
    // It is changed all the same, and the window says so.
    tools.log.warn('slack list not shown anew', describeError(error))
  }
}
