import { z } from 'zod'
import type { Reply, Routes } from '../../fake-web-server.ts'
import { httpDelivery } from './delivery/http-delivery.ts'
import { socketDelivery } from './delivery/socket-delivery.ts'
import type { FakeSlack } from './fake-slack.ts'
import { buildPayload, payloadSchema } from './payloads/build-payload.ts'
import { failureSchema } from './state/faults.ts'
import { bodyArgs } from './web-api/read-call.ts'

type Ask = { readonly slack: FakeSlack; readonly url: URL; readonly body: unknown }
type Control = (ask: Ask) => unknown

/** What a test in another process may do, below `/control`: each is a thin cover over the Slack in this one. */
export function controlRoutes(slack: FakeSlack): Routes {
  return {
    control: async (path, url, request) => {
      const control = CONTROLS[`${request.method} ${path}`]
      if (!control) return badRequest(404, `${request.method} ${path}: allowed is ${Object.keys(CONTROLS).join(', ')}`)
      try {
        return { status: 200, body: (await control({ slack, url, body: await bodyArgs(request) })) ?? { ok: true } }
      } catch (error) {
        if (error instanceof z.ZodError) return badRequest(400, z.prettifyError(error))
        throw error
      }
    },
  }
}

const CONTROLS: Readonly<Record<string, Control>> = {
  'GET health': ({ slack }) => ({ ok: true, sockets: slack.sockets.count, calls: slack.calls().length }),
  'GET calls': ({ slack, url }) => slack.calls(url.searchParams.get('method') ?? undefined),
  'GET called': async ({ slack, url }) => {
    const { method, n, withinMs } = calledSchema.parse(Object.fromEntries(url.searchParams))
    return slack.called(method, n, withinMs)
  },
  'DELETE calls': ({ slack }) => slack.clearRecord(),
  'GET state': ({ slack }) => stateOf(slack),
  'POST events': ({ slack, body }) => sendEvent(slack, body),
  'GET faults': ({ slack }) => slack.faults.list(),
  'POST faults': ({ slack, body }) => slack.faults.add(faultSchema.parse(body)),
  'DELETE faults': ({ slack }) => slack.faults.clear(),
  'POST release': ({ slack }) => slack.faults.release(),
  'POST users': ({ slack, body }) => {
    const { id, ...user } = userSchema.parse(body)
    slack.users.set(id, user)
  },
  'POST disconnect': ({ slack, body }) => {
    const { reason, which } = disconnectSchema.parse(body)
    slack.sockets.disconnect(reason, which)
  },
  'POST drop': ({ slack, body }) => slack.sockets.drop(whichSchema.parse(body).which),
  'POST mute': ({ slack, body }) => slack.sockets.mute(whichSchema.parse(body).which),
}

const calledSchema = z.object({
  method: z.string(),
  n: z.coerce.number().default(1),
  withinMs: z.coerce.number().optional(),
})
const which = z.union([z.literal('all'), z.int().min(0)]).default('all')
const whichSchema = z.object({ which })
const disconnectSchema = z.object({ which, reason: z.enum(['warning', 'refresh_requested', 'link_disabled']) })
const faultSchema = z.strictObject({
  on: z.string(),
  fail: failureSchema,
  times: z.union([z.int().min(1), z.literal('always')]).optional(),
  match: z.record(z.string(), z.unknown()).optional(),
})
const userSchema = z.strictObject({
  id: z.string(),
  name: z.string().optional(),
  realName: z.string().optional(),
  locale: z.string().optional(),
  tz: z.string().optional(),
  deleted: z.boolean().optional(),
  isBot: z.boolean().optional(),
})
/** Over the open sockets unless there is a `url`. */
const eventSchema = payloadSchema.and(z.object({ url: z.url().optional() }))

function sendEvent(slack: FakeSlack, body: unknown): Promise<unknown> {
  const { url, ...wanted } = eventSchema.parse(body)
  const send = url === undefined ? socketDelivery(slack) : httpDelivery(slack, url)
  return send(buildPayload(slack, wanted))
}

function stateOf(slack: FakeSlack): unknown {
  const { messages, ephemerals, homes, modals, responses, acks, violations } = slack
  const scheduled = [...slack.scheduled].map(([id, message]) => ({ id, ...message }))
  const prompts = Object.fromEntries(slack.prompts)
  const unacknowledged = slack.sockets.envelopes.unacknowledged()
  return { messages, ephemerals, homes, modals, responses, acks, unacknowledged, violations, scheduled, prompts }
}

function badRequest(status: number, error: string): Reply {
  return { status, body: { ok: false, error } }
}
