import type { Fields } from '../fields.ts'
import { type Activity, type ActivitySource, anActivity, botAccount, type Circumstances } from './activity.ts'
import { type Mention, mentionOf } from './mention.ts'

export type Said = Circumstances & {
  /** In a channel or a group it gets the mention of the bot in front, unless `mentions` are given. */
  readonly text?: string
  /** Who is mentioned in the text as it is; none with an empty list. */
  readonly mentions?: readonly Mention[]
  /** Written with a slash, for the bot alone to read and to answer in private. */
  readonly targeted?: boolean
  /** What a card of the bot submits. Such a message has no text unless one is given. */
  readonly value?: unknown
  /** The message of the bot that holds the card. */
  readonly replyToId?: string
  readonly attachments?: readonly Fields[]
}

/** Somebody writes to the bot, or presses Action.Submit on one of its cards. */
export function aMessage(fake: ActivitySource, said: Said): Activity {
  const { value, replyToId, attachments, targeted } = said
  const recipient = targeted && { recipient: { ...botAccount(fake), isTargeted: true } }
  const own = { ...words(fake, said), ...recipient, ...definedOnly({ value, replyToId, attachments }) }
  return anActivity(fake, 'message', said, own)
}

/** Somebody changes a message. */
export function anEdit(fake: ActivitySource, id: string, said: Said): Activity {
  const edited = { id, channelData: { eventType: 'editMessage' }, ...said.fields }
  return anActivity(fake, 'messageUpdate', { ...said, fields: edited }, words(fake, said))
}

/** Somebody deletes a message. */
export function aDeletion(fake: ActivitySource, id: string, about: Circumstances): Activity {
  const deleted = { id, channelData: { eventType: 'softDeleteMessage' }, ...about.fields }
  return anActivity(fake, 'messageDelete', { ...about, fields: deleted }, {})
}

function words(fake: ActivitySource, { text, place, mentions, targeted, value }: Said): Fields {
  if (text === undefined && value !== undefined) return {}
  const isAddressed = place === 'personal' || targeted || mentions !== undefined
  const bot = mentionOf(botAccount(fake))
  const said = isAddressed ? (text ?? '') : `${bot.text} ${text ?? ''}`.trim()
  const named = mentions ?? (isAddressed ? [] : [bot])
  return { text: said, textFormat: 'plain', entities: named.map(({ entity }) => entity), ...html(said, named) }
}

/** Teams repeats a text with mentions as HTML. */
function html(text: string, mentions: readonly Mention[]): Fields {
  if (mentions.length === 0) return {}
  return { attachments: [{ contentType: 'text/html', content: `<p>${text}</p>` }] }
}

function definedOnly(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
