import { parseArgs } from 'node:util'
import { controlRoutes } from './control-plane.ts'
import { startFakeConnector } from './start-fake-connector.ts'

const USAGE = 'Usage: node tests/adapters/teams/fake/run-fake-connector.ts [--port N] [--keep-calls N] [--rate-limits]'

const { values } = parseArgs({
  options: { port: { type: 'string' }, 'keep-calls': { type: 'string' }, 'rate-limits': { type: 'boolean' } },
})
const port = Number(values.port ?? 0)
const keepCalls = Number(values['keep-calls'] ?? 10_000)
if (!Number.isInteger(port) || !Number.isInteger(keepCalls))
  throw new Error(`--port, --keep-calls: whole numbers. ${USAGE}`)

const fake = await startFakeConnector({ port, keepCalls, rateLimits: values['rate-limits'], routes: controlRoutes })
console.log(JSON.stringify({ controlUrl: `${fake.baseUrl}/control/`, env: fake.settings }))

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void fake[Symbol.asyncDispose]())
