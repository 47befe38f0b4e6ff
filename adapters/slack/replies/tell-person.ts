import type { types, webApi } from '@slack/bolt'
import type { Language } from '../../../src/knowledge/language.ts'
import { renderNoticeModal } from '../drawing/render-modals.ts'
import { type Notice, renderNotice } from '../drawing/render-notices.ts'
import type { SlackTools } from '../tools.ts'
import { callFailure } from '../web-api/call-failure.ts'
import { type Opening, openView } from './open-window.ts'
import { privately } from './private-message.ts'
import type { Sendable } from './send-drawing.ts'

/** Somebody who did something, and by what they alone can be told something about it. */
export type Person = {
  readonly client: webApi.WebClient
  readonly workspace: string
  readonly user: string
  readonly responseUrl?: string | undefined
  readonly window?: Opening | undefined
  readonly channel?: string | undefined
  readonly thread?: string | undefined
}

/**
 * Tells a person, and nobody else, something; in their own language where none is given. Goes the first way that works:
 * where they acted, and if that was in no message, in a window or as a direct message. Never rejects for Slack's sake.
 */
export async function tellPerson(
  notice: Notice,
  person: Person,
  tools: SlackTools,
  language?: Language,
): Promise<void> {
  const { client, workspace, user } = person
  const spoken = language ?? (await tools.readers.read(client, workspace, user)).language ?? 'en'
  const told = { drawing: renderNotice(notice, spoken), view: renderNoticeModal(notice, spoken) }
  if (!(await tellDrawn(told, person, tools))) tools.log.warn('slack person not told', { notice })
}

/** The same as a message and as a window, of which one is shown. */
export type Told = { readonly drawing: Sendable; readonly view: types.ModalView }

/** Shows something to a person, and nobody else, in the same ways; false where none works. */
export async function tellDrawn(told: Told, person: Person, tools: SlackTools): Promise<boolean> {
  for (const way of waysTo(person, told, tools)) {
    if (await works(way)) return true
  }
  return false
}

type Way = () => Promise<boolean>

function waysTo(person: Person, { drawing: { text, blocks = [] }, view }: Told, tools: SlackTools): Way[] {
  const { client, user, responseUrl, window, channel, thread } = person
  const drawing = { text, blocks: [...blocks] }
  const ways: (Way | false | undefined)[] = [
    responseUrl !== undefined &&
      (() => done(tools.calls.say(responseUrl, { ...privately(drawing), replace_original: false }))),
    window && (async () => (await openView(view, window, tools)) !== undefined),
    channel !== undefined && (() => done(client.chat.postEphemeral({ channel, user, thread_ts: thread, ...drawing }))),
    channel === undefined && (() => done(client.chat.postMessage({ channel: user, ...drawing }))),
  ]
  return ways.filter((way) => typeof way === 'function')
}

async function done(doing: Promise<unknown>): Promise<true> {
  await doing
  return true
}

async function works(way: Way): Promise<boolean> {
  try {
    return await way()
  } catch (error) {
    if (!callFailure(error)) throw error
    return false
  }
}
