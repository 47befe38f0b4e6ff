import { drawAnswers } from '../../../../adapters/draw-answers.ts'
import { createLog } from '../../../../adapters/log.ts'
import { playgroundRoutes } from '../../../../adapters/playground/playground-routes.ts'
import { createWebReminders } from '../../../../adapters/playground/reminders/web-reminders.ts'
import { ReminderService } from '../../../../adapters/reminder-service.ts'
import { closeServer, createWebServer, listen } from '../../../../adapters/web-server.ts'
import type { Understanding } from '../../../../src/intents/understanding.ts'
import { openStore, type Store } from '../../../../src/store/store.ts'
import { loadUpcomingKnowledge } from '../../../answers/upcoming-knowledge.ts'
import { aFolder } from '../../knowledge-fixture.ts'
import { focalPointOver, learn } from '../../own-focal-point.ts'
import { TestClock } from '../../test-clock.ts'

export type RemindingServer = AsyncDisposable & {
  readonly url: string
  readonly clock: TestClock
  readonly store: Store
  readonly logged: readonly string[]
  /** Moves the clock to a moment, and has what is due by then sent. */
  moveTo(moment: string): Promise<void>
  /** Lets a second pass, after which there is another look for what is due. */
  look(): Promise<void>
}

/** A Tuesday, ten in the morning in Zurich. */
const start = Temporal.Instant.from('2026-12-01T09:00:00Z')
const lookMs = 1000
let learnt: Understanding | undefined

/** The chat page with reminders, over invented meetings to come, a store of its own, and a clock that tests move. */
export async function startRemindingServer(): Promise<RemindingServer> {
  learnt ??= learn(loadUpcomingKnowledge())
  const origin = focalPointOver(learnt)
  const clock = new TestClock(start)
  const folder = aFolder()
  const store = await openStore(folder.path)
  const logged: string[] = []
  const log = createLog('debug', (line) => logged.push(line))
  const service = new ReminderService({ focalPoint: { ...origin, follow: () => {} }, store, log, clock })
  const reminding = createWebReminders({ reminders: service.reminders, deliveries: store.deliveries, clock })
  const views = drawAnswers(origin)
  const server = createWebServer(
    playgroundRoutes({ focalPoint: origin, explaining: origin, origin, views, log, reminding }),
    log,
  )
  const url = await listen(server, 0, '127.0.0.1')
  service.start({ web: reminding.sender })
  const look = async () => void (await clock.passSleepOf(lookMs))
  return {
    url,
    clock,
    store,
    logged,
    look,
    moveTo: async (moment) => {
      clock.advance(Temporal.Instant.from(moment).epochMilliseconds - clock.now().epochMilliseconds)
      await look()
    },
    [Symbol.asyncDispose]: async () => {
      reminding.stop()
      await Promise.all([service.stop(0), closeServer(server, 10)])
      await store[Symbol.asyncDispose]()
      folder[Symbol.dispose]()
    },
  }
}
