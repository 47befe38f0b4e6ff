/** What tells a message that a person wrote from all that also comes as one. */
type Written = {
  readonly user?: string
  readonly bot_id?: string
  readonly subtype?: string
  readonly hidden?: boolean
}

/** Kinds of messages in which people write: one with a file, one that is also sent to the channel. */
const written: ReadonlySet<string | undefined> = new Set([undefined, 'file_share', 'thread_broadcast'])
/** Slack's own users. */
const system: ReadonlySet<string> = new Set(['USLACK', 'USLACKBOT'])

/** Whether a person wrote it: bots are left alone, our own included, so that no two of them talk for ever. */
export function isFromPerson({ user, bot_id, subtype, hidden }: Written): boolean {
  return user !== undefined && !system.has(user) && bot_id === undefined && !hidden && written.has(subtype)
}
