import { aFolder } from '../knowledge-fixture.ts'
import { type Environment, type Outcome, runProgram } from '../run-program.ts'
import { type RunningService, startService } from '../running-service.ts'
import { type SendAnswer, type SendOptions, send } from './fake/deliver.ts'
import type { FakeConnector } from './fake/fake-connector.ts'

type Options = { readonly knowledge: string; readonly data: string; readonly more?: Environment }

/** The service as its own process on a knowledge folder, beside this Teams and keeping things in `data`. */
export async function startTeamsService(
  teams: FakeConnector,
  { knowledge, data, more }: Options,
): Promise<{
  readonly service: RunningService
  readonly send: (activity: object, options?: SendOptions) => Promise<SendAnswer>
}> {
  const service = await startService(knowledge, { ...teams.settings, DATA_DIR: data, ...more })
  return { service, send: (activity, options) => send(teams, `${service.url}/api/messages`, activity, options) }
}

/** Starts the service to its end, which is expected to come soon. */
export async function failToStart(knowledge: string, env: Environment): Promise<Outcome> {
  using data = aFolder()
  return await runProgram('start.ts', {
    env: { PORT: '0', FOCAL_POINT_KNOWLEDGE: knowledge, DATA_DIR: data.path, ...env },
  })
}
