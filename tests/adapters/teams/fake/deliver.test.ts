import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { aMessage } from './activities/message.ts'
import { send } from './deliver.ts'
import { startFakeConnector } from './start-fake-connector.ts'

type Listening = AsyncDisposable & {
  readonly url: string
  readonly posts: { said: string; request: IncomingMessage }[]
}

/** A bot that says the same to everything. */
async function listening(status: number, answer: string): Promise<Listening> {
  const posts: Listening['posts'] = []
  const server = createServer(async (request, response) => {
    posts.push({ said: await text(request), request })
    response.writeHead(status).end(answer)
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`
  const dispose = async () => {
    server.closeAllConnections()
    server.close()
  }
  return { url, posts, [Symbol.asyncDispose]: dispose }
}

test('posts an activity with a token that names its service', async () => {
  await using fake = await startFakeConnector()
  await using bot = await listening(200, '{"ok":true}')
  const serviceUrl = `${fake.baseUrl}/amer/`
  const activity = aMessage(fake, { text: 'Hello', place: 'personal', serviceUrl })
  expect(await send(fake, bot.url, activity)).toMatchObject({ status: 200, body: { ok: true } })
  expect(JSON.parse(bot.posts[0]?.said ?? '')).toEqual(activity)
  const [, claims = ''] = bot.posts[0]?.request.headers.authorization?.split('.') ?? []
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ serviceurl: serviceUrl })
})

test('comes with another kind of token, or none, and with any text', async () => {
  await using fake = await startFakeConnector()
  await using bot = await listening(401, '')
  expect(await send(fake, bot.url, '{', { token: 'missing' })).toMatchObject({ status: 401, body: undefined })
  await send(fake, bot.url, {}, { token: 'not-bearer' })
  expect(bot.posts.map(({ said, request }) => [said, request.headers.authorization?.split(' ')[0]])).toEqual([
    ['{', undefined],
    ['{}', 'Basic'],
  ])
})
