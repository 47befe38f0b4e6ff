import { type Activity as BotActivity, CloudAdapter, INVOKE_RESPONSE_KEY, type InvokeResponse } from 'botbuilder'
import type { Activity } from './activity.ts'

/** What an invoke is answered with. */
export type Reply = { readonly status: number; readonly body?: unknown }

/** Answers an activity that has been let in; undefined where nobody waits for more than a status. */
export type Turn = (activity: Activity) => Promise<Reply | undefined>

/** Botbuilder's adapter with a way in that knows nothing of Express, prints nothing and returns the reply. */
export class TeamsCloudAdapter extends CloudAdapter {
  /** @throws {RefusedError | CannotVerifyError} when the activity is not let in; else what the turn throws */
  async receive(authorization: string, activity: Activity, turn: Turn): Promise<Reply | undefined> {
    return await this.processActivity(authorization, asBotActivity(activity), async (context) => {
      const reply = await turn(activity)
      if (reply)
        context.turnState.set(INVOKE_RESPONSE_KEY, { type: 'invokeResponse', value: reply satisfies InvokeResponse })
    })
  }
}

/** Botbuilder wants times as objects, and declares as there what Teams need not send. */
function asBotActivity(activity: Activity): BotActivity {
  const { timestamp, localTimestamp } = activity
  return {
    ...activity,
    ...(typeof timestamp === 'string' && { timestamp: new Date(timestamp) }),
    ...(typeof localTimestamp === 'string' && { localTimestamp: new Date(localTimestamp) }),
  } as unknown as BotActivity
}
