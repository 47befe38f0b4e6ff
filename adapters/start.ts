import { readEnvFile } from './env-file.ts'
import { healthRoutes } from './health.ts'
import { chooseKnowledgeFolder } from './knowledge-folder.ts'
import { createLog } from './log.ts'
import { partsToCome } from './parts-to-come.ts'
import { askRoute } from './playground/ask-api.ts'
import { pageRoutes } from './playground/page.ts'
import { ReloadingFocalPoint } from './reload-knowledge.ts'
import { readSettings, type Settings } from './settings.ts'
import { exitForSettings, explainStartFailure, type StartFailure } from './start-failure.ts'
import { stopSignal } from './stop-signal.ts'
import { closeServer, createWebServer, listen } from './web-server.ts'

/** What is in flight when the service is told to stop gets this long. */
const stopGraceMs = 10_000

await start()

async function start(): Promise<void> {
  const envProblem = readEnvFile()
  const read = readSettings(process.env)
  const problems = [...(envProblem ? [envProblem] : []), ...(read.ok ? [] : read.problems)]
  if (!read.ok || problems.length > 0) leave({ lines: problems, exitCode: exitForSettings })
  else await serve(read.settings).catch((error: unknown) => leaveFor(error, read.settings))
}

/** Runs the service until it is told to stop. */
async function serve(settings: Settings): Promise<void> {
  const stopped = stopSignal()
  const log = createLog(settings.LOG_LEVEL)
  for (const part of partsToCome(settings)) log.warn('not part of this version yet', { part })
  await using focalPoint = await ReloadingFocalPoint.start(chooseKnowledgeFolder(settings.FOCAL_POINT_KNOWLEDGE), log)
  const server = createWebServer([...pageRoutes(), askRoute(focalPoint, log), ...healthRoutes(focalPoint.checks)], log)
  log.info('ready', { url: await listen(server, settings.PORT, settings.HOST) })
  log.info('stopping', { signal: await stopped })
  await closeServer(server, stopGraceMs)
  log.info('stopped')
}

function leaveFor(error: unknown, settings: Settings): void {
  const failure = explainStartFailure(error, settings)
  if (!failure) throw error
  leave(failure)
}

function leave({ lines, exitCode }: StartFailure): void {
  for (const line of lines) console.error(line)
  process.exitCode = exitCode
}
