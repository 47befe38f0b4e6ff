/** Where a message was written. */
export type Place = {
  readonly workspace: string
  readonly channel: string
  readonly thread?: string
  readonly user: string
}

/**
 * The conversation that a message belongs to: a direct message is one, and so is a thread of a channel, whoever writes in
 * it; what is asked by command or in a window is between that person and us.
 */
export function conversationOf({ workspace, channel, thread, user }: Place): string {
  const isDirect = channel.startsWith('D')
  const where = isDirect ? channel : `${channel}:${thread ?? user}`
  return `slack:${workspace}:${where}`
}
