import { z } from 'zod'
import { aPerson } from '../state/people.ts'
import { type ActivitySource, botAccount } from './activity.ts'
import { aConversationUpdate } from './conversation-update.ts'
import { anInstallation } from './installation.ts'
import { aCardAction, aJudgement, anInvoke, aPastedLink, aSearch } from './invoke.ts'
import { aMessage } from './message.ts'
import { aReaction } from './reaction.ts'

const optional = z.string().optional()
const fields = z.record(z.string(), z.unknown())
const circumstances = {
  place: z.enum(['personal', 'channel', 'groupChat']).default('personal'),
  /** The name of somebody. */
  from: z
    .string()
    .transform((name) => aPerson(name))
    .optional(),
  locale: optional,
  timezone: optional,
  thread: optional,
  channel: optional,
  chat: optional,
  fields: fields.optional(),
}
const replyToId = optional

/** An activity in words: what is wanted and what matters about it. Any other goes `as-is`. */
export const activitySchema = z.discriminatedUnion('send', [
  z.strictObject({
    send: z.literal('message'),
    ...circumstances,
    text: optional,
    targeted: z.boolean().optional(),
    value: z.unknown().optional(),
    replyToId,
  }),
  z.strictObject({ send: z.literal('invoke'), ...circumstances, name: z.string(), value: z.unknown(), replyToId }),
  z.strictObject({
    send: z.literal('card-action'),
    ...circumstances,
    verb: z.string(),
    data: fields.optional(),
    replyToId,
  }),
  z.strictObject({ send: z.literal('search'), ...circumstances, text: optional }),
  z.strictObject({ send: z.literal('link'), ...circumstances, url: z.string() }),
  z.strictObject({
    send: z.literal('judgement'),
    ...circumstances,
    reaction: z.enum(['like', 'dislike']),
    comment: optional,
    replyToId,
  }),
  z.strictObject({
    send: z.literal('installation'),
    ...circumstances,
    action: z.enum(['add', 'remove', 'add-upgrade', 'remove-upgrade']),
  }),
  z.strictObject({ send: z.literal('bot-added'), ...circumstances }),
  z.strictObject({
    send: z.literal('reaction'),
    ...circumstances,
    to: z.string(),
    type: z.string(),
    removed: z.boolean().optional(),
  }),
  z.strictObject({ send: z.literal('as-is'), activity: fields }),
])

/** Builds what was asked for in words. */
export function buildActivity(fake: ActivitySource, wanted: z.infer<typeof activitySchema>): object {
  switch (wanted.send) {
    case 'message':
      return aMessage(fake, wanted)
    case 'invoke':
      return anInvoke(fake, wanted)
    case 'card-action':
      return aCardAction(fake, wanted)
    case 'search':
      return aSearch(fake, wanted)
    case 'link':
      return aPastedLink(fake, wanted)
    case 'judgement':
      return aJudgement(fake, wanted)
    case 'installation':
      return anInstallation(fake, wanted)
    case 'bot-added':
      return aConversationUpdate(fake, { ...wanted, membersAdded: [botAccount(fake)] })
    case 'reaction':
      return aReaction(fake, wanted)
    case 'as-is':
      return wanted.activity
  }
}
