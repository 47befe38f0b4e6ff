import { actionIds, callbackIds } from '../../../adapters/slack/drawing/control-values.ts'
import type { FakeSlack } from './fake/fake-slack.ts'
import { appHomeOpened, appUninstalled } from './fake/payloads/app-events.ts'
import { messageAction, viewAction } from './fake/payloads/block-actions.ts'
import { anyEvent } from './fake/payloads/event-envelope.ts'
import { appMention, directMessage } from './fake/payloads/message-events.ts'
import type { Payload } from './fake/payloads/payload.ts'
import { messageShortcut } from './fake/payloads/shortcuts.ts'
import { slashCommand } from './fake/payloads/slash-command.ts'
import { viewSubmission } from './fake/payloads/view-payloads.ts'
import type { ShownView } from './fake/state/views.ts'

const text = 'Who runs the secretariat of the Almaty Process?'
const value = JSON.stringify({ question: text, language: 'en' })

/** Every kind of payload that is listened to. */
export const oneOfEach: readonly (readonly [kind: string, payload: (slack: FakeSlack) => Payload])[] = [
  ['mention', (slack) => appMention(slack, { text })],
  ['direct message', (slack) => directMessage(slack, { text })],
  ['opened home tab', (slack) => appHomeOpened(slack, { tab: 'home' })],
  ['opened Messages tab', (slack) => appHomeOpened(slack, { tab: 'messages' })],
  ['command', (slack) => slashCommand(slack, { command: '/focal', text })],
  ['shortcut', (slack) => messageShortcut(slack, { callback_id: callbackIds.shortcut, text })],
  ['choice', (slack) => messageAction(slack, { action: { action_id: actionIds.choose(0), value }, message })],
  [
    'example',
    (slack) => viewAction(slack, { action: { action_id: actionIds.example(0), value }, view: aView('home') }),
  ],
  ['share button', (slack) => press(slack, actionIds.share, { answerId: 'answer-1' })],
  ['page button', (slack) => press(slack, actionIds.next, { answerId: 'answer-1', page: 1 })],
  ['thumb', (slack) => press(slack, actionIds.feedback, { answerId: 'answer-1', verdict: 'up', language: 'en' })],
  ['channel that is left', (slack) => anyEvent(slack, { type: 'channel_left', channel: 'C00000001' })],
  ['removal of the app', (slack) => appUninstalled(slack)],
  ['reminder button', (slack) => press(slack, actionIds.remind(0), { meeting: 'workshop', language: 'en' })],
  ['change of a reminder', (slack) => press(slack, actionIds.change('stop', 0), { reminder: 'one', does: 'stop' })],
  ['reminder again', (slack) => press(slack, actionIds.again('PT1H'), { reminder: 'one' })],
  ['stop below a reminder', (slack) => press(slack, actionIds.stopAll, { reminders: ['one'], language: 'en' })],
  ['new reminder', (slack) => viewSubmission(slack, { view: aView('modal', callbackIds.setReminder) })],
  ['changed reminder', (slack) => viewSubmission(slack, { view: aView('modal', callbackIds.changeReminder) })],
  ['reason', (slack) => viewSubmission(slack, { view: aView('modal', callbackIds.feedbackReason) })],
]

export const message = { channel: 'C00000001', ts: '1700000000.000100', text: 'Which one?', blocks: undefined }

export function aView(type: 'home' | 'modal', callback_id = ''): Omit<ShownView, 'updates' | 'user'> {
  const view = { type, callback_id, private_metadata: '', blocks: [] }
  return { id: 'V1', team: 'T00000001', rootId: 'V1', previousId: undefined, hash: '1.a', view }
}

function press(slack: FakeSlack, action_id: string, value: object): Payload {
  return messageAction(slack, { action: { action_id, value: JSON.stringify(value) }, message })
}
