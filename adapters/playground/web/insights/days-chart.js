import { element } from '../element.js'
import { dateText } from '../knowledge/knowledge-texts.js'
import { word } from '../words.js'
import { table } from './table.js'

/** @typedef {import('../../insights/insights-view.ts').DayView} DayView */

/** @type {readonly ('answered' | 'clarify' | 'unknown')[]} */
const statuses = ['answered', 'clarify', 'unknown']
const height = 100
const step = 10

/** The answers of each day as bars, and as a table for who cannot see bars.
 * @param {readonly DayView[]} days
 * @returns {Node[]} */
export function daysChart(days) {
  const most = Math.max(1, ...days.map(totalOf))
  const bars = svg('svg', {
    class: 'bars',
    viewBox: `0 0 ${days.length * step} ${height + 2}`,
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  })
  bars.append(svg('rect', { class: 'ground', x: 0, y: height, width: days.length * step, height: 1 }))
  for (const [index, day] of days.entries()) bars.append(...barOf(day, index * step, height / most))
  const keys = statuses.map((status) => element('span', {}, element('span', { class: `key ${status}` }), word(status)))
  return [bars, element('p', { class: 'row quiet-text' }, ...keys), tableOf(days)]
}

/** @param {DayView} day
 * @param {number} x
 * @param {number} scale */
function barOf(day, x, scale) {
  let y = height
  return statuses.map((status) => {
    const tall = day[status] * scale
    y -= tall
    return svg('rect', { class: status, x: x + 1, y, width: step - 2, height: tall })
  })
}

/** @param {readonly DayView[]} days */
function tableOf(days) {
  const busy = days.filter((day) => totalOf(day) > 0)
  const rows = busy.map((day) => [dateText(day.day), ...statuses.map((status) => day[status])])
  const shown = table(word('perDay'), ['day', ...statuses], rows)
  return element('details', {}, element('summary', {}, word('daysTable')), shown)
}

/** @param {DayView} day */
function totalOf(day) {
  return day.answered + day.clarify + day.unknown
}

/** @param {string} tag
 * @param {Readonly<Record<string, string | number>>} attributes */
function svg(tag, attributes) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value))
  return made
}
