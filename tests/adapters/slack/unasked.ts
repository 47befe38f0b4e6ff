import type { FakeSlack } from './fake/fake-slack.ts'
import { anyEvent } from './fake/payloads/event-envelope.ts'
import { appMention } from './fake/payloads/message-events.ts'
import * as subtypes from './fake/payloads/message-subtypes.ts'
import type { Payload } from './fake/payloads/payload.ts'

/** What looks like a message, but is no question of a person to us. */
export const unasked: Readonly<Record<string, (slack: FakeSlack, text: string) => Payload>> = {
  'our own message': (slack, text) => subtypes.ownMessage(slack, { text }),
  'a bot of the old kind': (slack, text) => subtypes.botMessage(slack, { text }),
  'a bot of the new kind': (slack, text) => subtypes.otherBotMessage(slack, { text }),
  'a mention by another bot': (slack, text) => {
    const { event } = appMention(slack, { text }).body
    return anyEvent(slack, { ...event, bot_id: 'B00000099' })
  },
  'an edit': (slack, text) => subtypes.messageChanged(slack, { text }),
  'a deletion': (slack, text) => subtypes.messageDeleted(slack, { text }),
  'Slack itself': (slack, text) => subtypes.systemMessage(slack, { text }),
  'somebody joining': (slack, text) => subtypes.channelJoin(slack, { text }),
}
