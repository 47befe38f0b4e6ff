// Sends what is due of the store in a folder, and prints the key of each as it is handed to the platform, until it is told to
// stop. A platform that is "held-up" answers only then.
import { writeSync } from 'node:fs'
import { systemClock } from '../../adapters/clock.ts'
import { stopSignal } from '../../adapters/stop-signal.ts'
import { currentCalendar } from '../../src/reminders/meeting-calendar.ts'
import { unpaced } from '../../src/reminders/pacing.ts'
import { createReminderLoop } from '../../src/reminders/reminder-loop.ts'
import { openStore } from '../../src/store/store.ts'
import { anEvent, aSmallKnowledge } from '../intents/small-knowledge.ts'
import { MINUTE, NOW } from '../store/reminder-builders.ts'

const [folder = '', platform] = process.argv.slice(2)
const startedAtMs = Date.now()
const workshop = anEvent('Workshop', { starts: '2027-03-10', time: '14:00', zone: 'Europe/Zurich' })
const knowledge = aSmallKnowledge({ entries: [workshop] })
const answered = Promise.withResolvers<void>()
if (platform !== 'held-up') answered.resolve()

/** All that is spread over the first minute is due. */
const now = () => Temporal.Instant.fromEpochMilliseconds(NOW + 2 * MINUTE + Date.now() - startedAtMs)

await using store = await openStore(folder)
const loop = createReminderLoop({
  store,
  senders: {
    slack: {
      send: async ({ key }) => {
        writeSync(1, `${key}\n`)
        await answered.promise
        return { kind: 'sent', ref: key }
      },
    },
  },
  clock: {
    now,
    sleep: systemClock.sleep,
  },
  calendar: currentCalendar(() => knowledge, now),
  pacing: unpaced,
  onFailure: (error) => console.error(error),
})
loop.start()
await stopSignal()
const stopped = loop.stop()
answered.resolve()
await stopped
