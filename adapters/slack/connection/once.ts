import type { AllMiddlewareArgs, AnyMiddlewareArgs, Middleware } from '@slack/bolt'
import { z } from 'zod'
import type { SlackTools } from '../tools.ts'

const eventSchema = z.object({ type: z.literal('event_callback'), event_id: z.string() })

/**
 * Keeps an event that Slack delivers again, because it is not sure, away from the listeners while the first is still being
 * worked on. What comes again later finds that its answer is claimed.
 */
export function onlyOnce({ log }: Pick<SlackTools, 'log'>): Middleware<AnyMiddlewareArgs> {
  const inFlight = new Set<string>()
  return async ({ body, next }: AnyMiddlewareArgs & AllMiddlewareArgs) => {
    const { data } = eventSchema.safeParse(body)
    if (!data) return await next()
    const { event_id } = data
    if (inFlight.has(event_id)) return log.info('slack event again', { event_id })
    inFlight.add(event_id)
    try {
      await next()
    } finally {
      inFlight.delete(event_id)
    }
  }
}
