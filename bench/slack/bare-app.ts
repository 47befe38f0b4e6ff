import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { App, HTTPReceiver } from '@slack/bolt'
import { renderAnswer } from '../../adapters/slack/drawing/render-answer.ts'
import { anAnswer, aPart } from '../../tests/adapters/chat/an-answer.ts'
import { aView } from '../../tests/adapters/slack/drawing/an-answer.ts'

/**
 * What one has without this project: a Bolt app that acknowledges a mention and posts an answer, the same each time, drawn
 * once and as long as usual ones. Prints its address like the service does.
 */
const facts = Array.from(
  { length: 5 },
  (_, i) => `Fact ${i}: a line about a process, as long as such lines usually are.`,
)
const { text, blocks } = renderAnswer(anAnswer([aPart({ facts })]), aView())
const { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret = '', SLACK_API_URL: slackApiUrl } = process.env
const receiver = new HTTPReceiver({ signingSecret })
const app = new App({
  receiver,
  authorize: async () => ({ botToken, botUserId: 'UBOT00001', botId: 'B00000001' }),
  clientOptions: { slackApiUrl, retryConfig: { retries: 0 } },
})
app.event('app_mention', async ({ event, client }) => {
  const thread_ts = event.thread_ts ?? event.ts
  await client.chat.postMessage({ channel: event.channel, thread_ts, text, blocks: [...blocks] })
})
const server = createServer((request, response) => receiver.requestListener(request, response))
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  console.log(JSON.stringify({ message: 'ready', url: `http://127.0.0.1:${port}` }))
})
process.on('SIGTERM', () => process.exit())
