import { aFolder } from '../knowledge-fixture.ts'
import { type Environment, type Outcome, runProgram } from '../run-program.ts'
import { type RunningService, startService } from '../running-service.ts'
import type { Delivery } from './fake/delivery/delivery.ts'
import { httpDelivery } from './fake/delivery/http-delivery.ts'
import { socketDelivery } from './fake/delivery/socket-delivery.ts'
import type { FakeSlack } from './fake/fake-slack.ts'
import type { Transport } from './running-adapter.ts'

/** The settings with which the service reaches this Slack. */
export function slackSettings(slack: FakeSlack, transport: Transport): Environment {
  const { botToken, appToken, signingSecret, apiUrl } = slack
  const secret: Environment =
    transport === 'http' ? { SLACK_SIGNING_SECRET: signingSecret } : { SLACK_APP_TOKEN: appToken }
  return { SLACK_BOT_TOKEN: botToken, SLACK_API_URL: apiUrl, ...secret }
}

/** The service as its own process on a knowledge folder, connected to this Slack and keeping things in `data`. */
export async function startSlackService(
  slack: FakeSlack,
  { transport, knowledge, data, more }: { transport: Transport; knowledge: string; data: string; more?: Environment },
): Promise<{ readonly service: RunningService; readonly send: Delivery }> {
  const service = await startService(knowledge, { ...slackSettings(slack, transport), DATA_DIR: data, ...more })
  const send = transport === 'http' ? httpDelivery(slack, `${service.url}/slack/events`) : socketDelivery(slack)
  return { service, send }
}

/** Starts the service to its end, which is expected to come soon. */
export async function failToStart(knowledge: string, env: Environment): Promise<Outcome> {
  using data = aFolder()
  return await runProgram('start.ts', {
    env: { PORT: '0', FOCAL_POINT_KNOWLEDGE: knowledge, DATA_DIR: data.path, ...env },
  })
}
