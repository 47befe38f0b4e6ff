import { byId, element } from '../element.js'
import { word } from '../words.js'
import { addDays, dayOf, firstOfMonth, isoOf, mondayBefore } from './days.js'
import { format, rangeText, textOf } from './knowledge-texts.js'

/** @typedef {import('./knowledge-texts.js').KnowledgeView} KnowledgeView */

/** The day that the keyboard is on, `YYYY-MM-DD`. */
let chosen = ''
/** @type {KnowledgeView | undefined} */
let shown

/** A month of meetings, at first that of the next one, else of the last. Arrow keys go from day to day, Page Up and Down from month to month.
 * @param {KnowledgeView} view */
export function showMonth(view) {
  shown = view
  const starts = view.meetings.map(({ time }) => time.starts.slice(0, 10))
  chosen ||= starts.find((day) => day >= view.today) ?? starts.at(-1) ?? view.today
  draw()
}

/** @param {boolean} [isToBeFocused] */
function draw(isToBeFocused = false) {
  if (!shown) return
  const month = byId('month', HTMLElement)
  month.replaceChildren(headOf(), gridOf(), meetingList())
  if (!isToBeFocused) return
  const day = month.querySelector('td[tabindex="0"]')
  if (day instanceof HTMLElement) day.focus()
}

function headOf() {
  const title = element('h2', { 'aria-live': 'polite' }, format(dayOf(chosen), { month: 'long', year: 'numeric' }))
  const meetings = (shown?.meetings ?? []).map(({ time }) => time.starts.slice(0, 10))
  const month = chosen.slice(0, 7)
  const earlier = meetings.findLast((day) => day.slice(0, 7) < month)
  const later = meetings.find((day) => day.slice(0, 7) > month)
  const buttons = [
    button('‹', 'previousMonth', moved(0, -1)),
    button('›', 'nextMonth', moved(0, 1)),
    button(word('earlierMeeting'), 'earlierMeeting', earlier),
    button(word('laterMeeting'), 'laterMeeting', later),
    button(word('today'), 'today', shown?.today),
  ]
  return element('div', { class: 'row month-head' }, title, ...buttons)
}

/** @param {string} text
 * @param {string} name
 * @param {string | undefined} day */
function button(text, name, day) {
  const made = element('button', { type: 'button', class: 'quiet', 'aria-label': word(name), 'data-go': name }, text)
  made.disabled = day === undefined
  made.addEventListener('click', () => {
    chosen = day ?? chosen
    draw()
    const again = byId('month', HTMLElement).querySelector(`[data-go="${name}"]`)
    if (again instanceof HTMLElement) again.focus()
  })
  return made
}

function gridOf() {
  const first = mondayBefore(firstOfMonth(dayOf(chosen)))
  const weekdays = Array.from({ length: 7 }, (_, i) => {
    const day = addDays(first, i)
    return element(
      'th',
      { scope: 'col', abbr: format(day, { weekday: 'long' }) },
      format(day, { weekday: 'short' }).replace('.', ''),
    )
  })
  const weeks = Array.from({ length: 6 }, (_, week) => weekOf(addDays(first, week * 7))).filter(
    (week) => week !== undefined,
  )
  const table = element('table', { role: 'grid', class: 'month', 'aria-label': word('monthGrid') })
  table.append(element('thead', {}, element('tr', {}, ...weekdays)), element('tbody', {}, ...weeks))
  table.addEventListener('keydown', move)
  return table
}

/** @param {Date} monday */
function weekOf(monday) {
  const days = Array.from({ length: 7 }, (_, i) => addDays(monday, i))
  if (!days.some((day) => isoOf(day).slice(0, 7) === chosen.slice(0, 7))) return undefined
  return element('tr', {}, ...days.map(cellOf))
}

/** @param {Date} day */
function cellOf(day) {
  const iso = isoOf(day)
  const meetings = meetingsOn(iso)
  const isOutside = iso.slice(0, 7) !== chosen.slice(0, 7)
  const classes = [isOutside ? 'outside' : '', meetings.length > 0 ? 'busy' : ''].filter(Boolean).join(' ')
  const names = meetings.map(({ title }) => textOf(title))
  const cell = element('td', { class: classes, tabindex: iso === chosen ? '0' : '-1', 'data-day': iso })
  cell.append(
    element('span', { class: 'day', 'aria-hidden': 'true' }, String(day.getUTCDate())),
    element('span', { class: 'unseen' }, `${format(day, { dateStyle: 'full' })} `),
    ...names.map((name) => element('span', { class: 'on' }, name)),
  )
  if (iso === shown?.today) cell.setAttribute('aria-current', 'date')
  if (iso === chosen) cell.setAttribute('aria-selected', 'true')
  cell.addEventListener('click', () => {
    chosen = iso
    draw(true)
  })
  return cell
}

/** @param {string} day */
function meetingsOn(day) {
  return (shown?.meetings ?? []).filter(({ time }) => {
    const last = time.precision === 'day' ? time.ends : time.lastDay
    return time.starts.slice(0, 10) <= day && day <= last
  })
}

/** @param {KeyboardEvent} pressed */
function move(pressed) {
  const steps = {
    ArrowLeft: moved(-1),
    ArrowRight: moved(1),
    ArrowUp: moved(-7),
    ArrowDown: moved(7),
    PageUp: moved(0, -1),
    PageDown: moved(0, 1),
  }
  const to = steps[/** @type {keyof typeof steps} */ (pressed.key)]
  if (to === undefined) return
  pressed.preventDefault()
  chosen = to
  draw(true)
}

/** @param {number} days
 * @param {number} [months] */
function moved(days, months = 0) {
  const day = dayOf(chosen)
  if (months === 0) return isoOf(addDays(day, days))
  const first = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return isoOf(addDays(first, Math.min(day.getUTCDate(), last) - 1))
}

/** What the cells have no room for. */
function meetingList() {
  const month = chosen.slice(0, 7)
  const meetings = (shown?.meetings ?? []).filter(({ time }) => time.starts.slice(0, 7) === month)
  if (meetings.length === 0) return element('p', { class: 'quiet-text' }, word('noMeetings'))
  const lines = meetings.map(({ eventId, title, place, time, status }) => {
    const day = rangeText(time.starts.slice(0, 10), time.precision === 'day' ? time.ends : time.lastDay)
    const where = [day, time.precision === 'time' ? `${time.starts.slice(11)} ${time.zone}` : '', textOf(place)].filter(
      Boolean,
    )
    const tag = status === 'cancelled' ? [' ', element('span', { class: 'tag' }, word('cancelled'))] : []
    return element('li', {}, element('a', { href: `#${eventId}` }, textOf(title)), ` – ${where.join(', ')}`, ...tag)
  })
  return element('ul', {}, ...lines)
}
