import { expect, test } from 'vitest'
import { reminderWords } from '../../../../adapters/chat/reminder-wording.ts'
import { createLog } from '../../../../adapters/log.ts'
import { ReminderService } from '../../../../adapters/reminder-service.ts'
import { meetingFocalPoint, workshopDay } from '../../meeting-focal-point.ts'
import { pressInMessage } from '../pressing.ts'
import type { RunningAdapter } from '../running-adapter.ts'
import { command, startReminding } from './reminding.ts'

/** Sends what is due, until the test is over. */
function startSending({ adapter, store, clock }: RunningAdapter): AsyncDisposable {
  const focalPoint = { ...meetingFocalPoint(), follow: () => undefined }
  const log = createLog('error', () => undefined)
  const service = new ReminderService({ focalPoint, store, log, clock })
  service.start({ slack: adapter.sender })
  return { [Symbol.asyncDispose]: () => service.stop(5000) }
}

/** Lets time pass in steps in which whoever waits can do something. */
async function passUntil({ clock, slack }: RunningAdapter, end: Temporal.Instant, count: number): Promise<void> {
  const isThere = () => slack.calls('chat.postMessage').length >= count
  clock.advance(end.epochMilliseconds - clock.now().epochMilliseconds)
  while (!isThere()) await clock.passSleepOf((ms) => ms <= 60_000)
}

test('a reminder comes when it is due, once, and once more when that is asked for', async () => {
  await using running = await startReminding('sockets')
  const { slack, store } = running
  slack.users.set('U00000001', { tz: 'Europe/Zurich' })
  await command(running, 'remind me of the Kestrel Workshop 1 day before at 9:00')
  await using _sending = startSending(running)
  const due = workshopDay.subtract({ days: 1 }).toZonedDateTime({ timeZone: 'Europe/Zurich', plainTime: '09:00' })
  await passUntil(running, due.toInstant(), 1)
  await slack.until(() => slack.messages.length === 1, 'a reminder')
  expect(slack.messages[0]).toMatchObject({ channel: 'D00000001', text: expect.stringMatching(/^Tomorrow: Kestrel/) })
  await pressInMessage(running, slack.messages[0], reminderWords.inAnHour.en)
  await slack.called('response_url')
  expect(slack.messages[0]?.updates).toBe(1)
  await passUntil(running, running.clock.now().add({ hours: 1, seconds: 1 }), 2)
  await slack.until(() => slack.messages.length === 2, 'the same again')
  expect(slack.messages[1]).toMatchObject({ text: expect.stringMatching(/^Tomorrow: Kestrel/) })
  expect(await store.deliveries.inState('failed', 10)).toEqual([])
  expect(slack.violations).toEqual([])
})
