import { element } from '../element.js'
import { say } from '../words.js'
import { againButtons } from './reminder-buttons.js'
import { showPart } from './show-part.js'

/** @typedef {import('../../playground-answer.ts').ShownReminder} ShownReminder */
/** @typedef {import('./reminder-buttons.js').Act} Act */

/**
 * A reminder that has come, with what can be done about it.
 * @param {ShownReminder} reminder
 * @param {{ readonly ask: (text: string) => void, readonly act: Act }} doing
 */
export function showReminder(reminder, { ask, act }) {
  const { parts, language } = reminder
  const said = element('div', { class: 'stack', lang: language }, ...parts.map((part) => showPart(part, ask)))
  const tag = say(element('p', { class: 'tag' }), 'reminder')
  return element('article', { class: 'card answer reminder' }, tag, said, ...againButtons(reminder, act))
}

/** Tells of a reminder outside of the page, where the reader has allowed it and looks at something else.
 * @param {ShownReminder} reminder */
export function notify({ headline, key }) {
  if (!document.hidden || !('Notification' in window) || Notification.permission !== 'granted') return
  const notification = new Notification('Focal Point', { body: headline, tag: key })
  notification.addEventListener('click', () => window.focus())
}
