import type { SaidMessage } from '../chat/chat-under-test.ts'
import type { FakeSlack } from './fake/fake-slack.ts'
import type { Acknowledgement } from './fake/state/slack-state.ts'
import { buttonsIn, type ShownButton } from './pressing.ts'
import { readMarkup, textOf } from './shown-text.ts'

/** What stands to be read in Slack now: what all see, and then what one person sees. */
export function saidBy(slack: FakeSlack): SaidMessage[] {
  return shownBy(slack).map(({ id, text, blocks, thread, isPrivate }) => {
    const buttons = buttonsIn(blocks)
    return {
      id,
      text: blocks ? textOf(blocks) : readMarkup(text),
      thread,
      isPrivate,
      buttons: buttons.map(({ label }) => label),
      choices: buttons.filter(startsWith('focal.choose.')).map(({ label }) => label),
      canBeShared: buttons.some(startsWith('focal.share')),
    }
  })
}

function startsWith(actionId: string): (button: ShownButton) => boolean {
  return ({ action }) => action.action_id.startsWith(actionId)
}

type Body = { readonly text: string; readonly blocks?: unknown }
type Shown = Body & Pick<SaidMessage, 'id' | 'thread' | 'isPrivate'> & { readonly channel: string }

/** The same as it is drawn. */
export function shownBy(slack: FakeSlack): Shown[] {
  const standing = slack.messages.filter(({ deleted }) => !deleted)
  const answers = slack.acks.flatMap((ack, i) => privateAnswer(ack, `1700000000.${1000 + i}`, slack))
  return [
    ...standing.map((message) => ({ ...message, id: message.ts, thread: threadOf(message), isPrivate: false })),
    ...answers,
    ...slack.ephemerals.map((told) => ({ ...told, id: told.message_ts, thread: threadOf(told), isPrivate: true })),
  ]
}

/** Slack's name for a thread. */
export function threadOf({
  channel,
  thread_ts,
}: {
  readonly channel: string
  readonly thread_ts?: string | undefined
}) {
  return `${channel}:${thread_ts ?? ''}`
}

/** What the acknowledgement of a command says, or what was put in its place since. */
function privateAnswer({ payload, body }: Acknowledgement, id: string, slack: FakeSlack): Shown[] {
  if (payload.kind !== 'slash_commands' || body === undefined) return []
  const { channel_id, response_url } = payload.body
  const replaced = slack.responses.findLast(
    (response) =>
      response.effect === 'replaced' && (response.messageTs === id || urlOf(response.id, slack) === response_url),
  )
  const { text, blocks } = (replaced?.body ?? body) as Body
  const channel = String(channel_id)
  return [{ id, text, blocks, channel, thread: threadOf({ channel }), isPrivate: true }]
}

function urlOf(responseId: string, { baseUrl }: FakeSlack): string {
  return `${baseUrl}/response/${responseId}`
}
