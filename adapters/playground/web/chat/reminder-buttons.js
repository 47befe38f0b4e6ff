import { element } from '../element.js'
import { label, say } from '../words.js'

/** @typedef {import('../../playground-answer.ts').ShownReminder} ShownReminder */
/** @typedef {import('../../playground-answer.ts').PlaygroundAnswer} PlaygroundAnswer */
/** @typedef {NonNullable<PlaygroundAnswer['listed']>} Listed */
/** @typedef {import('../../reminders/read-action.ts').ReminderAction['action']} Action */
/** @typedef {(said: string, action: Action) => void} Act */

/**
 * Buttons beside the reminders of a reply, each named after its own where there are several; and how reminders come.
 * @param {Listed} listed
 * @param {{ readonly act: Act, readonly language: string }} doing
 */
export function listedButtons(listed, { act, language }) {
  const rows = listed.filter(({ mayChange, isActive }) => mayChange && isActive).map((one) => row(one))
  if (rows.length === 0) return []
  const how = say(element('p', { class: 'quiet-text' }), 'remindersComeHere')
  return [element('div', { class: 'reminder-buttons stack tight' }, ...rows, how, ...notifyButton())]

  /** @param {Listed[number]} reminder */
  function row({ id, title }) {
    const named = listed.length > 1 ? [element('span', { lang: language }, title)] : []
    const snooze = actButton('snooze', { kind: 'snooze', id, for: 'P1D' }, act, title)
    const stop = actButton('stop', { kind: 'stop', id }, act, title)
    return element('div', { class: 'row' }, ...named, snooze, stop)
  }
}

/**
 * Buttons below a reminder of one meeting that has come.
 * @param {ShownReminder} reminder
 * @param {Act} act
 */
export function againButtons({ headline, meetingIds, subscriptionIds: [id] }, act) {
  const [meetingId, another] = meetingIds
  if (!id) return []
  const stop = actButton('stop', { kind: 'stop', id }, act, headline)
  if (!meetingId || another) return [element('div', { class: 'row' }, stop)]
  const inAnHour = actButton('inAnHour', { kind: 'again', id, meetingId, for: 'PT1H' }, act)
  const tomorrow = actButton('tomorrow', { kind: 'again', id, meetingId, for: 'P1D' }, act)
  return [element('div', { class: 'row' }, inAnHour, tomorrow, stop)]
}

/**
 * @param {string} key
 * @param {Action} action
 * @param {Act} act
 * @param {string} [title] of what it changes
 */
function actButton(key, action, act, title) {
  const button = say(element('button', { type: 'button', class: 'chip' }), key)
  if (title) label(button, `${key}Of`, { title })
  button.addEventListener('click', () => act(button.ariaLabel ?? button.textContent, action))
  return button
}

/** Asked for once the reader wants it, never before. */
function notifyButton() {
  if (!('Notification' in window) || !isSecureContext || Notification.permission !== 'default') return []
  const button = say(element('button', { type: 'button', class: 'quiet' }), 'notify')
  button.addEventListener('click', async () => {
    await Notification.requestPermission()
    button.remove()
  })
  return [element('div', { class: 'row' }, button)]
}
