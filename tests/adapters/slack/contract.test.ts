import { adapterContract } from '../chat/adapter-contract.ts'
import { transports } from './running-adapter.ts'
import { slackOver } from './slack-under-test.ts'

for (const transport of transports) adapterContract(`Slack over ${transport}`, slackOver(transport))
