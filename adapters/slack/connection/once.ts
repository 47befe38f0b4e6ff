import type { AllMiddlewareArgs, AnyMiddlewareArgs, Middleware } from '@slack/bolt'
import { z } from 'zod'
import { TakenKeys } from '../../chat/taken-keys.ts'
import type { SlackTools } from '../tools.ts'

const eventSchema = z.object({ type: z.literal('event_callback'), event_id: z.string() })

/**
 * Keeps an event that Slack delivers again, because it is not sure, away from the listeners: while the first is still being
 * worked on, and afterwards, when asking once more would take a conversation back to where it was. Across a restart the
 * claim of its answer does.
 */
export function onlyOnce({ log }: Pick<SlackTools, 'log'>): Middleware<AnyMiddlewareArgs> {
  // Slack delivers again for minutes; with 20 events a second this remembers more than eight.
  const taken = new TakenKeys()
  return async ({ body, next }: AnyMiddlewareArgs & AllMiddlewareArgs) => {
    const { data } = eventSchema.safeParse(body)
    if (!data) return await next()
    const { event_id } = data
    if (!taken.take(event_id)) return log.info('slack event again', { event_id })
    try {
      await next()
    } catch (error) {
      // What went wrong may go well the next time.
      taken.giveBack(event_id)
      throw error
    }
  }
}
