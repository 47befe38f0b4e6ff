import type { SocketModeReceiver } from '@slack/bolt'
import { z } from 'zod'
import { describeError, type Log } from '../../log.ts'

type Client = SocketModeReceiver['client']

const disconnectSchema = z.object({ type: z.literal('disconnect'), reason: z.string() })
const shortEnough = 1000

/**
 * Keeps the SDK from failing unnoticed over frames that it does not expect, such as `null`, and tells why Slack announces
 * the end of a connection.
 */
export function watchFrames(client: Client, log: Log, onGoodbye: (reason: string) => void): void {
  for (const take of client.listeners('ws_message')) {
    client.off('ws_message', take)
    client.on('ws_message', async (data: unknown, ...rest: unknown[]) => {
      const goodbye = goodbyeIn(data)
      if (goodbye !== undefined) onGoodbye(goodbye)
      try {
        await take(data, ...rest)
      } catch (error) {
        log.warn('slack frame not understood', describeError(error))
      }
    })
  }
}

/** Payloads may be long and many, so they are not parsed twice. */
function goodbyeIn(data: unknown): string | undefined {
  if (typeof data !== 'string' || data.length > shortEnough || !data.includes('disconnect')) return undefined
  try {
    return disconnectSchema.safeParse(JSON.parse(data)).data?.reason
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
