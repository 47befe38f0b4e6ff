import type { types, webApi } from '@slack/bolt'
import type { Language } from '../../src/knowledge/language.ts'
import { within } from '../clock.ts'
import { refusalOf } from './call-failure.ts'
import { renderLoadingModal, renderNoticeModal } from './render-modals.ts'
import type { Notice } from './render-notices.ts'
import { modalOf } from './replace.ts'
import type { Reply } from './shown-answer.ts'
import type { SlackTools } from './tools.ts'

/** Slack opens a window for three seconds after the click; an answer that takes longer than this gets one to wait in. */
const patienceMs = 300

/** Too late, or used before. */
const triggerRefusals: ReadonlySet<string> = new Set([
  'expired_trigger_id',
  'exchanged_trigger_id',
  'invalid_trigger_id',
  'trigger_expired',
  'trigger_exchanged',
])

export function isExpiredTrigger(refusal: string): boolean {
  return triggerRefusals.has(refusal)
}

type Opening = { readonly client: webApi.WebClient; readonly triggerId: string; readonly language: Language }

/** Shows a reply in a window. False when Slack no longer opens one for that click. */
export async function openWindow(
  { asking, ...opening }: Opening & { readonly asking: Promise<Reply> },
  tools: SlackTools,
): Promise<boolean> {
  const inTime = await within(patienceMs, asking, tools.clock)
  const id = await open(inTime ? modalOf(inTime, 0, tools) : renderLoadingModal(opening.language), opening, tools)
  if (id === undefined) return false
  if (!inTime) await fill(id, await asking, opening, tools)
  return true
}

/** Shows a sentence in a window. False when Slack no longer opens one for that click. */
export async function openNotice(notice: Notice, opening: Opening, tools: SlackTools): Promise<boolean> {
  return (await open(renderNoticeModal(notice, opening.language), opening, tools)) !== undefined
}

/** The id of the window; undefined when it is too late to open one. */
async function open(
  view: types.ModalView,
  { client, triggerId }: Opening,
  { calls }: SlackTools,
): Promise<string | undefined> {
  try {
    const { view: opened } = await calls.repeat(() => client.views.open({ trigger_id: triggerId, view }))
    return opened?.id ?? ''
  } catch (error) {
    if (isExpiredTrigger(refusalOf(error) ?? '')) return undefined
    throw error
  }
}

async function fill(id: string, reply: Reply, { client }: Opening, tools: SlackTools): Promise<void> {
  const view = modalOf(reply, 0, tools)
  await tools.calls.repeat(() => client.views.update({ view_id: id, view }))
}
