import { parseArgs } from 'node:util'
import { controlRoutes } from './control-plane.ts'
import { startFakeSlack } from './start-fake-slack.ts'

const USAGE = 'Usage: node tests/adapters/slack/fake/run-fake-slack.ts [--port N] [--keep-calls N]'

const { values } = parseArgs({ options: { port: { type: 'string' }, 'keep-calls': { type: 'string' } } })
const port = Number(values.port ?? 0)
const keepCalls = Number(values['keep-calls'] ?? 10_000)
if (!Number.isInteger(port) || !Number.isInteger(keepCalls))
  throw new Error(`--port, --keep-calls: whole numbers. ${USAGE}`)

const slack = await startFakeSlack({ port, keepCalls, routes: controlRoutes })
const { apiUrl, baseUrl, botToken, appToken, signingSecret, teamId, botUserId, botId, appId } = slack
const controlUrl = `${baseUrl}/control/`
const credentials = { botToken, appToken, signingSecret, teamId, botUserId, botId, appId }
console.log(JSON.stringify({ apiUrl, controlUrl, ...credentials }))

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void slack[Symbol.asyncDispose]())
