import { fetchJson } from '../fetch-json.js'
import { noteShown, visitor } from './visitor.js'

/** @typedef {import('../../playground-answer.ts').ShownReminder} ShownReminder */

let isListening = false

/**
 * Shows reminders as they come, each once, as long as the page is open.
 * @param {(reminder: ShownReminder) => void} show
 */
export function listenForReminders(show) {
  if (isListening) return
  isListening = true
  const events = new EventSource(`/api/playground/reminders/events?visitor=${visitor()}`)
  events.addEventListener('reminder', ({ data }) => {
    /** @type {ShownReminder} */
    const reminder = JSON.parse(data)
    if (noteShown(reminder.key)) show(reminder)
    // What is not confirmed comes again.
    fetchJson('/api/playground/reminders/seen', { sent: { visitor: visitor(), key: reminder.key } }).catch(() => {})
  })
  events.addEventListener('error', () => {
    // The browser tries again by itself where the connection breaks off, but not where it was refused.
    if (events.readyState !== EventSource.CLOSED) return
    isListening = false
    setTimeout(() => listenForReminders(show), tryAgainMs)
  })
}

const tryAgainMs = 10_000
