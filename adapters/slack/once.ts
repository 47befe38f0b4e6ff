import type { AllMiddlewareArgs, AnyMiddlewareArgs, Middleware } from '@slack/bolt'
import { z } from 'zod'
import type { SlackTools } from './tools.ts'

const eventSchema = z.object({ type: z.literal('event_callback'), event_id: z.string() })

/**
 * Lets each event through once: Slack delivers it again when it is not sure, at times while the first is still being
 * worked on or after a restart. Runs after the acknowledgement, so that a slow store does not delay that.
 */
export function onlyOnce({ store, log }: Pick<SlackTools, 'store' | 'log'>): Middleware<AnyMiddlewareArgs> {
  const inFlight = new Set<string>()
  return async ({ body, next }: AnyMiddlewareArgs & AllMiddlewareArgs) => {
    const { data } = eventSchema.safeParse(body)
    if (!data) return await next()
    const id = data.event_id
    const isRepeated = inFlight.has(id)
    inFlight.add(id)
    if (isRepeated || (await store.seenEvents.has('slack', id))) {
      log.info('slack event again', { event_id: id })
      if (!isRepeated) inFlight.delete(id)
      return
    }
    try {
      await next()
    } finally {
      inFlight.delete(id)
    }
  }
}
