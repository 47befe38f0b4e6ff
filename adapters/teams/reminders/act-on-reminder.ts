import type { Outcome } from '../handlers/outcome.ts'
import type { Press } from '../handlers/press.ts'
import type { TeamsTools } from '../tools.ts'
import { askingOf } from './asking.ts'
import { changeReminder, saveReminder, showList } from './change-reminder.ts'
import { askWhen, setReminder } from './new-reminder.ts'
import { remindAgain, stopReminders } from './told-reminder.ts'

/** Does what a button about reminders is for; undefined for all other buttons. @throws what sending throws */
export async function actOnReminder(press: Press, tools: TeamsTools): Promise<Outcome | undefined> {
  const { action } = press
  const { reminders } = tools
  if (!reminders || !action || !('language' in action)) return undefined
  const { language } = action
  // What is set here goes here later.
  await tools.places.renew(press.activity)
  const asking = askingOf(press.activity, { isPrivate: press.sent?.isPrivate ?? false, language }, tools)
  const doing = { press, asking, reminders, tools }
  switch (action.verb) {
    case 'change':
      return await changeReminder(action, doing)
    case 'save':
      return await saveReminder(action, doing)
    case 'list':
      return await showList(doing)
    case 'again':
      return await remindAgain(action, doing)
    case 'stop':
      return await stopReminders(action, doing)
    case 'remind':
      return await askWhen(action, doing)
    case 'set':
      return await setReminder(action, doing)
    default:
      return undefined
  }
}
