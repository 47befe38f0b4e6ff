import { byId, element } from '../element.js'
import { fetchJson, Refusal } from '../fetch-json.js'
import { word } from '../words.js'
import { nameById } from './knowledge-texts.js'

/** @typedef {import('./knowledge-texts.js').KnowledgeView} KnowledgeView */
/** @typedef {import('../../../finding.ts').Finding} Finding */

const findings = element('div', { class: 'stack', 'aria-live': 'polite' })

/** Calendars to subscribe to, how to get the assistant into Slack and Teams, and what the doctor finds.
 * @param {KnowledgeView} view */
export function showInstall(view) {
  const again = element('button', { type: 'button', id: 'examine' }, word('examine'))
  again.addEventListener('click', examine)
  byId('install', HTMLElement).replaceChildren(
    card('calendars', element('p', { class: 'quiet-text' }, word('calendarsText')), calendars(view)),
    card('doctor', element('p', { class: 'quiet-text' }, word('doctorText')), element('p', {}, again), findings),
    card('Slack', steps('slack', 5)),
    card('Teams', steps('teams', 6)),
  )
}

/** Looks at the settings anew; that is told only on the machine of the service. */
export async function examine() {
  findings.replaceChildren(element('p', { class: 'quiet-text' }, word('examining')))
  try {
    /** @type {{ findings: readonly Finding[] }} */
    const found = await fetchJson('/api/doctor')
    findings.replaceChildren(element('ul', { class: 'plain findings' }, ...found.findings.map(lineOf)))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const text = error.status === 403 ? word('doctorElsewhere') : word('failed', { reason: error.message })
    findings.replaceChildren(element('p', { class: 'note' }, text))
  }
}

/** @param {Finding} finding */
function lineOf({ kind, about, says }) {
  const mark = element('span', { class: `mark is-${kind}` }, word(`finding-${kind}`))
  return element('li', {}, mark, element('span', {}, element('strong', {}, about), ` ${says}`))
}

/** @param {string} key
 * @param {...Node} children */
function card(key, ...children) {
  return element('article', { class: 'card stack' }, element('h2', {}, word(key)), ...children)
}

/** @param {KnowledgeView} view */
function calendars(view) {
  const { processes, regions } = view.feeds
  const links = [
    link('/calendar.ics', word('allMeetings')),
    ...processes.map((id) => link(`/calendar.ics?process=${encodeURIComponent(id)}`, nameById(id, view))),
    ...regions.map((id) => link(`/calendar.ics?region=${encodeURIComponent(id)}`, nameById(id, view))),
  ]
  return element('p', { class: 'row' }, ...links)
}

/** @param {string} href
 * @param {string} text */
function link(href, text) {
  return element('a', { class: 'chip', href }, text)
}

/** @param {string} platform
 * @param {number} count */
function steps(platform, count) {
  const lines = Array.from({ length: count }, (_, i) => element('li', {}, word(`${platform}-${i + 1}`)))
  return element('ol', { class: 'steps' }, ...lines)
}
