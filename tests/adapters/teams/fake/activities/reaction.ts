import { type Activity, type ActivitySource, anActivity, type Circumstances } from './activity.ts'

type Reacted = Circumstances & {
  /** The message of the bot. */
  readonly to: string
  /** `like`, `heart`, `laugh`, … */
  readonly type: string
  /** Taken back. */
  readonly removed?: boolean
}

/** Somebody reacts to a message of the bot. */
export function aReaction(fake: ActivitySource, { to, type, removed, ...about }: Reacted): Activity {
  const reactions = { [removed ? 'reactionsRemoved' : 'reactionsAdded']: [{ type }] }
  return anActivity(fake, 'messageReaction', about, { replyToId: to, ...reactions })
}
