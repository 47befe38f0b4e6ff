import { text } from 'node:stream/consumers'
import { z } from 'zod'
import type { Reply, Routes } from '../../fake-web-server.ts'
import { activitySchema, buildActivity } from './activities/build-activity.ts'
import { send } from './deliver.ts'
import { type FakeConnector, tokenKinds } from './fake-connector.ts'
import { placeOf, rootOf } from './state/conversation-ids.ts'
import { faultSchema } from './state/faults.ts'

type Ask = { readonly fake: FakeConnector; readonly query: URLSearchParams; readonly body: unknown }
type Control = (ask: Ask) => unknown

/** What a test in another process may do, below `/control`: each is a thin cover over the connector in this one. */
export function controlRoutes(fake: FakeConnector): Routes {
  return {
    control: async (path, { searchParams }, request) => {
      const control = CONTROLS[`${request.method} ${path}`]
      if (!control) return badRequest(404, `${request.method} ${path}: allowed is ${Object.keys(CONTROLS).join(', ')}`)
      try {
        const said = await text(request)
        const body = said === '' ? undefined : JSON.parse(said)
        return { status: 200, body: (await control({ fake, query: searchParams, body })) ?? { ok: true } }
      } catch (error) {
        if (error instanceof z.ZodError) return badRequest(400, z.prettifyError(error))
        if (error instanceof SyntaxError) return badRequest(400, 'the body is no JSON')
        throw error
      }
    },
  }
}

const CONTROLS: Readonly<Record<string, Control>> = {
  'GET health': ({ fake }) => ({ ok: true, calls: fake.calls.length, messages: fake.messages.length }),
  'GET env': ({ fake }) => fake.settings,
  'GET calls': ({ fake, query }) => fake.calls.filter(({ area }) => area === (query.get('area') ?? area)),
  'DELETE calls': ({ fake }) => fake.clearRecord(),
  'GET messages': ({ fake }) => fake.messages,
  'GET conversations': ({ fake }) => conversationsOf(fake),
  'GET faults': ({ fake }) => fake.faults.list(),
  'POST faults': ({ fake, body }) => fake.fault(faultSchema.parse(body)),
  'DELETE faults': ({ fake }) => fake.clearFaults(),
  'POST revoke': ({ fake }) => fake.revokeTokens(),
  'POST secret': ({ fake, body }) => fake.changeSecret(secretSchema.parse(body).secret),
  'GET token': ({ fake, query }) => {
    const { kind, serviceUrl } = tokenSchema.parse(Object.fromEntries(query))
    return { authorization: fake.token(kind, { serviceUrl: serviceUrl ?? fake.serviceUrl }) }
  },
  'POST send': ({ fake, body }) => sendActivity(fake, body),
}

const secretSchema = z.strictObject({ secret: z.string() })
const tokenSchema = z.strictObject({ kind: z.enum(tokenKinds).default('valid'), serviceUrl: z.string().optional() })
/** Where to, with what, and an activity in words. */
const sendSchema = z.object({ url: z.url(), token: z.enum(tokenKinds).optional(), activity: activitySchema })

async function sendActivity(fake: FakeConnector, body: unknown): Promise<unknown> {
  const { url, token, activity } = sendSchema.parse(body)
  const built = buildActivity(fake, activity)
  const { status, body: answer } = await send(fake, url, built, { token })
  return { activity: built, status, body: answer }
}

function conversationsOf(fake: FakeConnector): unknown {
  const byId = Map.groupBy(fake.shown(), ({ conversationId }) => rootOf(conversationId))
  return [...byId].map(([id, messages]) => ({ id, place: placeOf(id), messages }))
}

function badRequest(status: number, error: string): Reply {
  return { status, body: { ok: false, error } }
}
