import { z } from 'zod'
import type { FakeConnector } from './fake-connector.ts'

export type Answered = { readonly status: number; readonly headers: Headers; readonly body: unknown }

/** Asks for a token as a bot does, with other words in the form where they are given. */
export async function askForToken(
  fake: FakeConnector,
  other: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const form = {
    grant_type: 'client_credentials',
    client_id: fake.appId,
    client_secret: fake.appSecret,
    scope: 'https://api.botframework.com/.default',
    ...other,
  }
  return answerOf(await fetch(fake.tokenEndpoint, { method: 'POST', body: new URLSearchParams(form) }))
}

type Bot = (method: string, path: string, body?: object | string) => Promise<Answered>

/** A bot that has its token and calls the connector below the service URL. */
export async function botByHand(fake: FakeConnector): Promise<Bot> {
  const { access_token } = z.object({ access_token: z.string() }).parse((await askForToken(fake)).body)
  const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' }
  return async (method, path, body) => {
    const said = typeof body === 'object' ? JSON.stringify(body) : body
    return answerOf(await fetch(fake.serviceUrl + path, { method, headers, body: said }))
  }
}

/** The path of the activities of a conversation. */
export function activitiesIn(conversationId: string): string {
  return `v3/conversations/${encodeURIComponent(conversationId)}/activities`
}

async function answerOf(response: Response): Promise<Answered> {
  const said = await response.text()
  return { status: response.status, headers: response.headers, body: said === '' ? undefined : JSON.parse(said) }
}
