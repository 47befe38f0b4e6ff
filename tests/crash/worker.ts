import { webApi } from '@slack/bolt'
import { createLog } from '../../adapters/log.ts'
import { createSlackSender } from '../../adapters/slack/reminders/slack-sender.ts'
import { webClientOptions } from '../../adapters/slack/web-api/web-client-options.ts'
import { DeliveryLoop } from '../../src/reminders/delivery-loop.ts'
import type { ReminderMessage } from '../../src/reminders/message.ts'
import { unpaced } from '../../src/reminders/pacing.ts'
import { sentAgain, toMessageText } from '../../src/reminders/wording.ts'
import type { HeldDelivery } from '../../src/store/delivery.ts'
import { storeOn } from '../../src/store/store.ts'
import { openShared, type SharedPlace } from './open-shared.ts'
import { type ClockScale, scaledClock } from './scaled-clock.ts'

/** What a worker is told, as JSON. */
export type WorkerOrders = {
  readonly place: SharedPlace
  readonly apiUrl: string
  readonly token: string
  readonly scale: ClockScale
  /** Whether Slack lets us look for messages; else what is done about those of which nobody knows. */
  readonly mode: 'read-back' | 'resend-once' | 'never'
}

const { place, apiUrl, token, scale, mode }: WorkerOrders = JSON.parse(process.argv[2] ?? '')
const log = createLog('error')
const clock = scaledClock(scale)
const store = await storeOn(await openShared(place))
// Who is stopped for longer than a call may take gives it up when it goes on, as with usual clocks.
const { timeout = 0, ...options } = webClientOptions(apiUrl)
const client = new webApi.WebClient(token, { ...options, timeout: timeout / scale.factor })
const slack = createSlackSender({
  client: () => client,
  clock,
  log,
  draw: (message) => ({ text: toMessageText(message) }),
})
const { readBack: _, ...blind } = slack

new DeliveryLoop<ReminderMessage>({
  deliveries: store.deliveries,
  senders: { slack: mode === 'read-back' ? slack : blind },
  clock,
  pacing: unpaced,
  contentOf: async (held) => messageOf(held),
  onUnknown: mode === 'never' ? 'never' : 'resend-once',
  onFailure: (error) => console.error(error),
}).start()
process.send?.('started')
// Whoever started it may die first.
process.on('disconnect', () => process.exit())

function messageOf({ key, isUncertain, subscriptionIds }: HeldDelivery): ReminderMessage {
  const notes = isUncertain ? [sentAgain.en] : []
  return { kind: 'reminder', language: 'en', headline: key, parts: [], notes, subscriptionIds }
}
