import { z } from 'zod'

/** It becomes a part of addresses, in which dots alone would lead elsewhere. */
const idSchema = z.string().regex(/^(?!\.{1,2}$)/)

const accountSchema = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  aadObjectId: z.string().nullish(),
  role: z.string().nullish(),
  isTargeted: z.boolean().nullish(),
})

const channelDataSchema = z.looseObject({
  eventType: z.string().nullish(),
  tenant: z.looseObject({ id: z.string() }).nullish(),
  team: z.looseObject({ id: z.string().nullish(), aadGroupId: z.string().nullish() }).nullish(),
  channel: z.looseObject({ id: z.string().nullish() }).nullish(),
})

/** A field that we can do without: of another kind than it is today, it counts as left out. */
function whereUsable<T extends z.ZodType>(schema: T) {
  return schema.nullish().catch(undefined)
}

/** What all that Teams sends has in common, and what we read of it. Whatever else there is or will be is left alone. */
export const activitySchema = z.looseObject({
  type: z.string().min(1),
  id: idSchema.nullish(),
  name: z.string().nullish(),
  channelId: z.string().nullish(),
  serviceUrl: z.string().nullish(),
  conversation: z.looseObject({
    id: idSchema.min(1),
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
  }),
  recipient: accountSchema,
  from: accountSchema.nullish(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  replyToId: idSchema.nullish(),
  locale: whereUsable(z.string()),
  localTimezone: whereUsable(z.string()),
  action: whereUsable(z.string()),
  entities: whereUsable(z.array(z.unknown())),
  attachments: whereUsable(z.array(z.looseObject({ contentType: z.string().nullish() }).nullable())),
  membersAdded: z.array(accountSchema).nullish(),
  membersRemoved: z.array(accountSchema).nullish(),
  reactionsAdded: whereUsable(z.array(z.looseObject({ type: z.string() }))),
  channelData: channelDataSchema.nullish(),
})

/** Something that happened in Teams. */
export type Activity = Readonly<z.infer<typeof activitySchema>>

/** Everything but a message between one person and us alone can be read by others. */
export type PlaceKind = 'personal' | 'groupChat' | 'channel'

/** Who did something, and where. */
export type Origin = {
  readonly tenant: string
  readonly kind: PlaceKind
  /** With the thread, where there is one. */
  readonly conversationId: string
  readonly serviceUrl: string
  readonly user: string
  readonly botId: string
}

/** The tenant that an activity comes from: empty where Teams does not say. */
export function tenantOf({
  channelData,
  conversation,
}: {
  readonly channelData?: { readonly tenant?: { readonly id: string } | null } | null
  readonly conversation: { readonly tenantId?: string | null }
}): string {
  return channelData?.tenant?.id ?? conversation.tenantId ?? ''
}

/** Where something happened. A place of an unknown kind counts as one that others read. */
export function originOf(activity: Activity): Origin {
  const { conversation, serviceUrl, from, recipient } = activity
  return {
    tenant: tenantOf(activity),
    kind: kindOf(activity),
    conversationId: conversation.id,
    serviceUrl: serviceUrl ?? '',
    user: from?.id ?? '',
    botId: recipient.id,
  }
}

function kindOf({ conversation }: Activity): PlaceKind {
  const { conversationType } = conversation
  return conversationType === 'personal' || conversationType === 'channel' ? conversationType : 'groupChat'
}
