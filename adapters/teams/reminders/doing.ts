import type { Asking } from '../../../src/reminders/asking.ts'
import type { Reminders } from '../../../src/reminders/reminders.ts'
import type { Press } from '../handlers/press.ts'
import type { TeamsTools } from '../tools.ts'

/** Who pressed a button about reminders, and what it is done with. */
export type Doing = {
  readonly press: Press
  readonly asking: Asking
  readonly reminders: Reminders
  readonly tools: TeamsTools
}
