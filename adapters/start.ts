import type { Reminders } from '../src/reminders/reminders.ts'
import { openStore, type Store } from '../src/store/store.ts'
import { StoreError } from '../src/store/store-error.ts'
import { AnswerObserver } from './answer-observer.ts'
import { answerProgram } from './answer-thread.ts'
import { type CalendarLink, calendarLinks } from './calendar-link.ts'
import { calendarRoute } from './calendar-route.ts'
import { redact } from './chat/redact.ts'
import { drawAnswers } from './draw-answers.ts'
import { examineAll } from './examine-all.ts'
import { healthRoutes } from './health.ts'
import { chooseKnowledgeFolder } from './knowledge-folder.ts'
import { loadSettings } from './load-settings.ts'
import { createLog, type Log } from './log.ts'
import { metricsRoute } from './metrics-route.ts'
import { partsToCome } from './parts-to-come.ts'
import { insightsRoutes } from './playground/insights/insights-routes.ts'
import { doctorRoute } from './playground/knowledge/doctor-route.ts'
import { knowledgeRoutes } from './playground/knowledge/knowledge-routes.ts'
import { playgroundRoutes } from './playground/playground-routes.ts'
import { createWebReminders } from './playground/reminders/web-reminders.ts'
import { ReloadingFocalPoint } from './reload-knowledge.ts'
import { ReminderService } from './reminder-service.ts'
import type { Settings } from './settings.ts'
import { hasSlack, hasTeams } from './settings-sets.ts'
import type { SlackAdapter } from './slack/slack-adapter.ts'
import { startCalendars } from './start-calendars.ts'
import { exitForSettings, explainStartFailure, type StartFailure } from './start-failure.ts'
import { stopSignal } from './stop-signal.ts'
import { storeCheck } from './store-check.ts'
import type { TeamsAdapter } from './teams/teams-adapter.ts'
import { surviveUnhandledRejections } from './unhandled-rejections.ts'
import { closeServer, createWebServer, listen } from './web-server.ts'

/** What is in flight when the service is told to stop gets this long, so that it ends within ten seconds. */
const stopGraceMs = 8000

await start()

async function start(): Promise<void> {
  const read = loadSettings()
  if (!read.ok) {
    leave({ lines: read.problems, exitCode: exitForSettings })
    return
  }
  await serve(read.settings).catch((error: unknown) => leaveFor(error, read.settings))
  // What is still out by then, or waits for another try, must not hold up the end.
  process.exit()
}

/** Runs the service until it is told to stop. */
async function serve(settings: Settings): Promise<void> {
  const stopped = stopSignal()
  const log = createLog(settings.LOG_LEVEL)
  const rejections = surviveUnhandledRejections(log)
  for (const part of partsToCome(settings)) log.warn('not part of this version yet', { part })
  await using store = await openStoreOrGoWithout(settings, log)
  using calendars = await startCalendars(settings, log)
  const folder = chooseKnowledgeFolder(settings.FOCAL_POINT_KNOWLEDGE)
  await using focalPoint = await ReloadingFocalPoint.start(folder, log, answerProgram, calendars)
  const reminding = store && new ReminderService({ focalPoint, store, log })
  const { reminders } = reminding ?? {}
  const web = store && reminders && createWebReminders({ reminders, deliveries: store.deliveries })
  const calendarLink = calendarLinks(settings.PUBLIC_URL)
  const observer = new AnswerObserver({ focalPoint, store, redact, log })
  const { slack, teams } =
    store && reminders ? await createChats(settings, { observer, store, reminders, calendarLink, log }) : {}
  const chats = [slack, teams].filter((chat) => chat !== undefined)
  const chatChecks = Object.assign({}, ...chats.map((chat) => chat.checks))
  const checks = {
    ...focalPoint.checks,
    ...calendars.checks,
    ...(store && storeCheck(store, settings)),
    ...chatChecks,
    rejections,
  }
  const chatRoutes = chats.flatMap((chat) => chat.routes)
  const shown = knowledgeRoutes(focalPoint, folder)
  const routes = [
    ...playgroundRoutes({
      focalPoint: observer.observed('web'),
      explaining: focalPoint,
      origin: focalPoint,
      views: drawAnswers(focalPoint),
      reminding: web,
      log,
    }),
    ...shown.routes,
    doctorRoute(() => examineAll(settings)),
    ...insightsRoutes({ store, settings }),
    metricsRoute({ tally: observer.tally, origin: focalPoint, store }),
    calendarRoute(focalPoint, store?.meetingStates),
    ...chatRoutes,
    ...healthRoutes(checks),
  ]
  const server = createWebServer(routes, log)
  const url = await listen(server, settings.PORT, settings.HOST)
  // All else is there meanwhile, and whoever ends the service need not wait for Slack or Teams.
  await Promise.race([Promise.all(chats.map((chat) => chat.start())), stopped])
  reminding?.start({ slack: slack?.sender, teams: teams?.sender, web: web?.sender })
  log.info('ready', { url })
  log.info('stopping', { signal: await stopped })
  shown.stop()
  web?.stop()
  const parts = [reminding, observer, ...chats].filter((part) => part !== undefined)
  await Promise.all([closeServer(server, stopGraceMs), ...parts.map((part) => part.stop(stopGraceMs))])
  log.info('stopped')
}

/** Chats need the store, and so does who has named a place for it. Without it the page answers all the same. */
async function openStoreOrGoWithout(settings: Settings, log: Log): Promise<Store | undefined> {
  try {
    return await openStore(settings)
  } catch (error) {
    const isNamed = settings.DATABASE_URL !== undefined || process.env.DATA_DIR !== undefined
    if (isNamed || hasSlack(settings) || hasTeams(settings) || !(error instanceof StoreError)) throw error
    log.warn('no store, so that nothing is kept and nobody is reminded', { reason: error.message })
    return undefined
  }
}

type ChatParts = {
  readonly observer: AnswerObserver
  readonly store: Store
  readonly reminders: Reminders
  readonly calendarLink: CalendarLink | undefined
  readonly log: Log
}
type Chats = { readonly slack?: SlackAdapter; readonly teams?: TeamsAdapter }

/** The chat platforms that are configured. Each is loaded only where it is wanted, because its SDK takes a while. */
async function createChats(settings: Settings, { observer, ...parts }: ChatParts): Promise<Chats> {
  const slack =
    hasSlack(settings) &&
    new (await import('./slack/slack-adapter.ts')).SlackAdapter({
      settings,
      focalPoint: observer.observed('slack'),
      ...parts,
    })
  const teams =
    hasTeams(settings) &&
    new (await import('./teams/teams-adapter.ts')).TeamsAdapter({
      settings,
      focalPoint: observer.observed('teams'),
      ...parts,
    })
  return { ...(slack && { slack }), ...(teams && { teams }) }
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
