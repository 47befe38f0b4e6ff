import { randomUUID } from 'node:crypto'
import type { types, webApi } from '@slack/bolt'
import type { Language } from '../../../src/knowledge/language.ts'
import type { Reply } from '../../chat/shown-answer.ts'
import type { CallFailure } from '../../chat/tries.ts'
import { within } from '../../clock.ts'
import { renderLoadingModal, renderNoticeModal } from '../drawing/render-modals.ts'
import type { Notice } from '../drawing/render-notices.ts'
import type { SlackTools } from '../tools.ts'
import { callFailure, refusalOf } from '../web-api/call-failure.ts'
import { drawModal } from './draw-reply.ts'

/** Slack opens a window for three seconds after the click; an answer that takes longer than this gets one to wait in. */
const patienceMs = 300
const triggerLifeMs = 3000

/** Too late, or used before. */
const triggerRefusals: ReadonlySet<string> = new Set([
  'expired_trigger_id',
  'exchanged_trigger_id',
  'invalid_trigger_id',
  'trigger_expired',
  'trigger_exchanged',
])
const usedTriggers: ReadonlySet<string> = new Set(['exchanged_trigger_id', 'trigger_exchanged'])

/** With what a window is opened. */
export type Opening = {
  readonly client: webApi.WebClient
  readonly triggerId: string
  /** The click was in a window, which stays beneath the new one. */
  readonly onTop?: boolean
}

type Saying = Opening & { readonly language: Language }

/** Shows a reply in a window. False when Slack no longer opens one for that click. */
export async function openWindow(
  { asking, ...opening }: Saying & { readonly asking: Promise<Reply> },
  tools: SlackTools,
): Promise<boolean> {
  const inTime = await within(patienceMs, asking, tools.clock)
  const view = inTime ? drawModal(inTime, 0, tools) : renderLoadingModal(opening.language)
  const opened = await openView(view, opening, tools)
  if (opened && !inTime) {
    await changeWindow({ external_id: opened.id }, drawModal(await asking, 0, tools), opening, tools)
  }
  return opened !== undefined
}

/** Shows a sentence in a window. False when Slack no longer opens one for that click. */
export async function openNotice(notice: Notice, opening: Saying, tools: SlackTools): Promise<boolean> {
  return (await openView(renderNoticeModal(notice, opening.language), opening, tools)) !== undefined
}

/**
 * Opens a window, by whose external id it can be found again; undefined when it is too late.
 * @throws what else the Web API throws
 */
export async function openView(
  view: types.ModalView,
  { client, triggerId, onTop }: Opening,
  { calls }: SlackTools,
): Promise<{ readonly id: string } | undefined> {
  const id = randomUUID()
  const window = { trigger_id: triggerId, view: { ...view, external_id: id } }
  let isUnsure = false
  const onFailure = ({ kind }: CallFailure) => {
    isUnsure ||= kind === 'unknown'
  }
  try {
    await calls.repeat(() => (onTop ? client.views.push(window) : client.views.open(window)), {
      withinMs: triggerLifeMs,
      onFailure,
    })
    return { id }
  } catch (error) {
    const failure = callFailure(error)
    if (!failure) throw error
    // By now the trigger is worth nothing any more.
    if (failure.kind !== 'refused') return undefined
    // Slack has opened it, only its answer got lost.
    if (isUnsure && usedTriggers.has(failure.error)) return { id }
    if (!triggerRefusals.has(failure.error)) throw error
    return undefined
  }
}

/** Changes a window, unless the person has closed it. */
export async function changeWindow(
  window: { readonly view_id: string } | { readonly external_id: string },
  view: types.ModalView,
  { client }: Pick<Opening, 'client'>,
  { calls }: SlackTools,
): Promise<void> {
  try {
    await calls.repeat(() => client.views.update({ ...window, view }))
  } catch (error) {
    if (refusalOf(error) !== 'not_found') throw error
  }
}
