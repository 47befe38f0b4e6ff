import { byId, element } from '../element.js'
import { locale } from '../knowledge/knowledge-texts.js'
import { word } from '../words.js'
import { daysChart } from './days-chart.js'
import { table } from './table.js'

/** @typedef {import('../../insights/insights-view.ts').InsightsView} InsightsView */

/** How much was answered, how fast, and what people thought of it.
 * @param {InsightsView} view */
export function showAnswers({ days, latency, languages, surfaces, thumbs, thumbsDown }) {
  const all = days.reduce((sum, day) => sum + day.answered + day.clarify + day.unknown, 0)
  byId('numbers', HTMLElement).replaceChildren(
    numberCard('all', all.toLocaleString(locale())),
    numberCard('p50', milliseconds(latency.p50)),
    numberCard('p95', milliseconds(latency.p95)),
    numberCard('perLanguage', shares(languages)),
    numberCard('perSurface', shares(surfaces)),
  )
  byId('days', HTMLElement).replaceChildren(...daysChart(days))
  const rows = thumbsDown.map((one) => [one.question ?? '–', one.reason ?? '–', one.intent, one.platform])
  const columns = ['question', 'reason', 'intent', 'where']
  byId('disliked', HTMLElement).replaceChildren(
    rows.length > 0
      ? table(word('thumbs', thumbs), columns, rows, ['question', 'reason'])
      : element('p', { class: 'quiet-text' }, word('thumbs', thumbs)),
  )
}

/** Where reminders stand, and why some did not arrive.
 * @param {InsightsView} view */
export function showReminders({ reminders, badReminders }) {
  const cards = Object.entries(reminders).map(([state, count]) =>
    numberCard(`state-${state}`, count.toLocaleString(locale())),
  )
  const none = element('p', { class: 'quiet-text' }, word('noReminders'))
  byId('reminder-states', HTMLElement).replaceChildren(...(cards.length > 0 ? cards : [none]))
  const rows = badReminders.map(({ meeting, due, platform, state, reason }) => [
    meeting,
    new Date(due).toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' }),
    platform,
    word(`state-${state}`),
    reason,
  ])
  const columns = ['meeting', 'due', 'where', 'state', 'reason']
  const arrived = cards.length > 0 ? [element('p', { class: 'quiet-text' }, word('noBadReminders'))] : []
  const bad = rows.length > 0 ? [table(word('badReminders'), columns, rows, ['meeting'])] : arrived
  byId('reminders', HTMLElement).replaceChildren(...bad)
}

/** @param {string} key
 * @param {string} value */
function numberCard(key, value) {
  const text = element('p', { class: 'value' }, value)
  return element('div', { class: 'card' }, element('p', { class: 'quiet-text' }, word(key)), text)
}

/** @param {number | undefined} ms */
function milliseconds(ms) {
  return ms === undefined ? '–' : `${ms.toLocaleString(locale())} ms`
}

/** "en 23 · fr 1", the most first.
 * @param {Readonly<Record<string, number>>} counts */
function shares(counts) {
  const sorted = Object.entries(counts).sort(([, a], [, b]) => b - a)
  return sorted.map(([name, count]) => `${name} ${count.toLocaleString(locale())}`).join(' · ') || '–'
}
