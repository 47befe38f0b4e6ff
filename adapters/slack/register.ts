import type { App, BlockAction, MessageShortcut, ViewSubmitAction } from '@slack/bolt'
import { onlyOnce } from './connection/once.ts'
import { actionPatterns, callbackIds } from './drawing/control-values.ts'
import { changeReminder } from './listeners/change-reminder.ts'
import { answerChoice } from './listeners/choose.ts'
import { answerCommand } from './listeners/command.ts'
import { answerDirectMessage } from './listeners/direct-message.ts'
import { takeReason, takeVerdict } from './listeners/feedback.ts'
import { answerExample, openHome } from './listeners/home.ts'
import { leaveChannel, leaveWorkspace } from './listeners/leave.ts'
import { lookUp } from './listeners/look-up.ts'
import { answerMention } from './listeners/mention.ts'
import { openReminderWindow } from './listeners/remind.ts'
import { shareAnswer } from './listeners/share.ts'
import { takeChange, takeReminder } from './listeners/submit-reminder.ts'
import { remindAgain, stopReminders } from './listeners/told-reminder.ts'
import { turnPage } from './listeners/turn-page.ts'
import { orTell } from './replies/or-tell.ts'
import { personOf } from './replies/pressed.ts'
import { workspaceOf } from './replies/workspace.ts'
import type { SlackTools } from './tools.ts'

/** What we listen to; `manifest.json` declares the same. */
export const surfaces = {
  events: [
    'app_home_opened',
    'app_mention',
    'message.im',
    'channel_left',
    'channel_archive',
    'channel_deleted',
    'app_uninstalled',
    'tokens_revoked',
  ],
  commands: ['/focal'],
  shortcuts: [{ type: 'message', callbackId: callbackIds.shortcut }],
} as const

/** Connects everything that people can do in Slack with what answers it. What is not here, the gate answers. */
export function registerListeners(app: App, tools: SlackTools): void {
  app.use(onlyOnce(tools))
  app.event('app_mention', (args) => answerMention(args, tools))
  app.event('message', (args) => answerDirectMessage(args, tools))
  app.event('app_home_opened', (args) => openHome(args, tools))
  for (const left of ['channel_left', 'channel_archive', 'channel_deleted'] as const) {
    app.event(left, (args) => leaveChannel(args, tools))
  }
  for (const removed of ['app_uninstalled', 'tokens_revoked'] as const) {
    app.event(removed, (args) => leaveWorkspace(args, tools))
  }
  app.command(surfaces.commands[0], (args) => answerCommand(args, tools))
  app.shortcut<MessageShortcut>({ type: 'message_action', callback_id: callbackIds.shortcut }, (args) => {
    const { client, context, shortcut } = args
    const { user, response_url: responseUrl } = shortcut
    const person = { client, workspace: workspaceOf(context), user: user.id, responseUrl }
    return orTell(person, tools, () => lookUp(args, tools))
  })
  registerButtons(app, tools)
  const windows = [
    { callbackId: callbackIds.feedbackReason, listener: takeReason },
    { callbackId: callbackIds.setReminder, listener: takeReminder },
    { callbackId: callbackIds.changeReminder, listener: takeChange },
  ]
  for (const { callbackId, listener } of windows) {
    app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: callbackId }, (args) => listener(args, tools))
  }
}

function registerButtons(app: App, tools: SlackTools): void {
  const buttons = [
    { pattern: actionPatterns.choose, listener: answerChoice },
    { pattern: actionPatterns.example, listener: answerExample },
    { pattern: actionPatterns.page, listener: turnPage },
    { pattern: actionPatterns.share, listener: shareAnswer },
    { pattern: actionPatterns.feedback, listener: takeVerdict },
    { pattern: actionPatterns.remind, listener: openReminderWindow },
    { pattern: actionPatterns.change, listener: changeReminder },
    { pattern: actionPatterns.again, listener: remindAgain },
    { pattern: actionPatterns.stopAll, listener: stopReminders },
  ]
  // Slack wants a press of a link acknowledged too; that is all there is to do.
  app.action<BlockAction>({ type: 'block_actions', action_id: actionPatterns.calendar }, ({ ack }) => ack())
  for (const { pattern, listener } of buttons) {
    app.action<BlockAction>({ type: 'block_actions', action_id: pattern }, (args) =>
      orTell(personOf(args), tools, () => listener(args, tools)),
    )
  }
}
