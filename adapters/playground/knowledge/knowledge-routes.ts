import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Knowledge } from '../../../src/knowledge/knowledge.ts'
import { EventStreams } from '../../event-streams.ts'
import type { Route } from '../../web-server.ts'
import { viewKnowledge } from './knowledge-view.ts'

/** What the knowledge page is about: knowledge that changes. */
export type ShownKnowledge = {
  readonly knowledge: Knowledge
  readonly knowledgeReadAt: Temporal.Instant
  readonly problems: readonly string[]
  follow(onChange: () => void): void
  followProblems(onProblems: () => void): void
}

type Body = { readonly tag: string; readonly plain: Buffer; readonly zipped: Buffer }

const zip = promisify(gzip)

/**
 * `GET /api/knowledge`: what the knowledge page shows. `GET /api/knowledge/changes`: tells as an event whenever that is
 * another; `stop` ends what still listens.
 */
export function knowledgeRoutes(shown: ShownKnowledge, folder: string): { readonly routes: Route[]; stop(): void } {
  const streams = new EventStreams()
  let body: Promise<Body> | undefined
  const change = () => {
    body = undefined
    streams.tell('knowledge', { problems: shown.problems.length })
  }
  shown.follow(change)
  shown.followProblems(change)
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    body ??= bodyOf(viewKnowledge(shown, folder))
    sendBody(await body, request, response)
  }
  const routes: Route[] = [
    { method: 'GET', path: '/api/knowledge', handle: serve },
    {
      method: 'GET',
      path: '/api/knowledge/changes',
      handle: (request, response) => streams.add(request, response),
    },
  ]
  return { routes, stop: () => streams.stop() }
}

async function bodyOf(value: unknown): Promise<Body> {
  const plain = Buffer.from(JSON.stringify(value))
  const tag = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  return { tag: `"${tag}"`, plain, zipped: await zip(plain) }
}

function sendBody({ tag, plain, zipped }: Body, { headers }: IncomingMessage, response: ServerResponse): void {
  const isZipped = /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''))
  const own = isZipped ? tag.replace(/"$/, '-gzip"') : tag
  const all = { ETag: own, 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding', 'X-Content-Type-Options': 'nosniff' }
  if (headers['if-none-match'] === own) {
    response.writeHead(304, all).end()
    return
  }
  const body = isZipped ? zipped : plain
  response.writeHead(200, {
    ...all,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.byteLength,
    ...(isZipped && { 'Content-Encoding': 'gzip' }),
  })
  response.end(body)
}
