import type { webApi } from '@slack/bolt'
import type { Language } from '../../../src/knowledge/language.ts'
import { type Notice, renderNotice } from '../drawing/render-notices.ts'
import type { SlackTools } from '../tools.ts'
import { callFailure } from '../web-api/call-failure.ts'
import { type Opening, openNotice } from './open-window.ts'
import { privately } from './private-message.ts'

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
  for (const way of waysTo(person, notice, spoken, tools)) {
    if (await works(way)) return
  }
  tools.log.warn('slack person not told', { notice })
}

type Way = () => Promise<boolean>

function waysTo(person: Person, notice: Notice, language: Language, tools: SlackTools): Way[] {
  const { client, user, responseUrl, window, channel, thread } = person
  const { text, blocks } = renderNotice(notice, language)
  const drawing = { text, blocks: [...blocks] }
  const ways: (Way | false | undefined)[] = [
    responseUrl !== undefined &&
      (() => done(tools.calls.say(responseUrl, { ...privately(drawing), replace_original: false }))),
    window && (() => openNotice(notice, { ...window, language }, tools)),
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
