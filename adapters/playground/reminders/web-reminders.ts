import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ReminderSender } from '../../../src/reminders/reminder-loop.ts'
import type { Reminders } from '../../../src/reminders/reminders.ts'
import type { ReminderReply } from '../../../src/reminders/reply.ts'
import type { Deliveries } from '../../../src/store/deliveries.ts'
import { type Clock, systemClock } from '../../clock.ts'
import { EventStreams } from '../../event-streams.ts'
import { HttpError, sendJson } from '../../http-reply.ts'
import { limitedRoute, RateLimit } from '../../rate-limit.ts'
import type { Route } from '../../web-server.ts'
import { type ReminderAction, readSeen } from './read-action.ts'
import { askingOf, placeOf, visitorSchema } from './visitor.ts'
import { VisitorPages } from './visitor-pages.ts'
import { createWebSender } from './web-sender.ts'

export type WebReminderParts = {
  readonly reminders: Reminders
  readonly deliveries: Pick<Deliveries, 'retryNow'>
  readonly clock?: Clock
}

/** Reminders of people who have nothing but the page. */
export type WebReminders = {
  readonly reminders: Reminders
  /** What a button beside a reminder asks for. */
  act(action: ReminderAction): Promise<ReminderReply>
  /** What open pages listen to, and where they confirm what they have shown. */
  readonly routes: readonly Route[]
  readonly sender: ReminderSender
  /** Ends what still listens. */
  stop(): void
}

/** Pages that were cut off come back by themselves, all at once after a restart. */
const rate = { burst: 100, perSecond: 5 }

export function createWebReminders({ reminders, deliveries, clock = systemClock }: WebReminderParts): WebReminders {
  const streams = new EventStreams()
  const pages = new VisitorPages(streams, clock)
  const limit = new RateLimit(rate)

  async function listen(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const visitor = visitorOf(request)
    pages.add(visitor, request, response)
    await deliveries.retryNow(placeOf(visitor), clock.now().epochMilliseconds)
  }
  async function confirm(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { visitor, key } = await readSeen(request)
    pages.confirm(visitor, key)
    sendJson(response, 200, {})
  }
  return {
    reminders,
    act: (action) => act(action, reminders),
    routes: [
      limitedRoute({ method: 'GET', path: '/api/playground/reminders/events', handle: listen }, limit),
      limitedRoute({ method: 'POST', path: '/api/playground/reminders/seen', handle: confirm }, limit),
    ],
    sender: createWebSender(pages),
    stop: () => streams.stop(),
  }
}

function act({ visitor, zone, reader, action }: ReminderAction, reminders: Reminders): Promise<ReminderReply> {
  const asking = askingOf({ id: visitor, zone }, reader)
  switch (action.kind) {
    case 'again':
      return reminders.again({ meetingId: action.meetingId, subscriptionId: action.id, for: action.for }, asking)
    case 'snooze':
      return reminders.change(action.id, { kind: 'snooze', for: action.for }, asking)
    case 'stop':
      return reminders.change(action.id, { kind: 'stop' }, asking)
  }
}

function visitorOf({ url = '' }: IncomingMessage): string {
  const found = visitorSchema.safeParse(new URL(url, 'http://localhost').searchParams.get('visitor'))
  if (found.success) return found.data
  throw new HttpError(400, 'visitor: expected 32 hexadecimal digits')
}
