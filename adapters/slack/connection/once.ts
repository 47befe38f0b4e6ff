import type { AllMiddlewareArgs, AnyMiddlewareArgs, Middleware } from '@slack/bolt'
import { z } from 'zod'
import type { SlackTools } from '../tools.ts'

const eventSchema = z.object({ type: z.literal('event_callback'), event_id: z.string() })

/** Slack delivers again for minutes; with 20 events a second this is more than eight. */
const remembered = 10_000

/**
 * Keeps an event that Slack delivers again, because it is not sure, away from the listeners: while the first is still being
 * worked on, and afterwards, when asking once more would take a conversation back to where it was. Across a restart the
 * claim of its answer does.
 */
export function onlyOnce({ log }: Pick<SlackTools, 'log'>): Middleware<AnyMiddlewareArgs> {
  const taken = new Set<string>()
  return async ({ body, next }: AnyMiddlewareArgs & AllMiddlewareArgs) => {
    const { data } = eventSchema.safeParse(body)
    if (!data) return await next()
    const { event_id } = data
    if (taken.has(event_id)) return log.info('slack event again', { event_id })
    taken.add(event_id)
    const [oldest] = taken
    if (taken.size > remembered && oldest !== undefined) taken.delete(oldest)
    try {
      await next()
    } catch (error) {
      // What went wrong may go well the next time.
      taken.delete(event_id)
      throw error
    }
  }
}
