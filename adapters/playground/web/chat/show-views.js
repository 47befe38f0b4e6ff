import { copyButton } from '../copy-button.js'
import { element } from '../element.js'
import { label, say } from '../words.js'
import { slackView } from './slack-view.js'
import { teamsView } from './teams-view.js'
import { whyView } from './why-view.js'

/** @typedef {import('../../playground-answer.ts').PlaygroundAnswer} PlaygroundAnswer */
/** @typedef {{ readonly name: string, readonly draw: () => Node, readonly json?: unknown }} View */

/**
 * Buttons that open the other views of an answer, beside one another where there is room.
 * @param {PlaygroundAnswer} answered
 * @param {readonly Node[]} others what stands behind them
 */
export function showViews(answered, others) {
  const { why, views: drawn } = answered
  const { text, slack, teams } = drawn
  /** @type {View[]} */
  const views = [
    { name: 'text', draw: () => element('pre', { tabindex: '0' }, text), json: answered.answer },
    { name: 'slack', draw: () => slackView(answered.slackPicture), json: slack },
    { name: 'teams', draw: () => teamsView(teams.card), json: teams.card },
    ...(why ? [{ name: 'why', draw: () => whyView(why) }] : []),
  ]
  const panels = element('div', { class: 'views', 'aria-live': 'off' })
  const toggles = views.map((view) => toggle(view, panels))
  const all = say(element('button', { type: 'button' }), 'view-all')
  all.addEventListener('click', () => {
    for (const button of toggles.slice(0, 3)) if (button.ariaExpanded === 'false') button.click()
  })
  const bar = label(element('div', { class: 'tabs', role: 'group' }), 'views')
  bar.append(...toggles.slice(0, 3), all, ...toggles.slice(3), ...others)
  return element('div', { class: 'stack tight' }, bar, panels)
}

let lastId = 0

/**
 * A button that opens and closes a view; Esc within the view closes it too.
 * @param {View} view
 * @param {HTMLElement} panels
 */
function toggle({ name, draw, json }, panels) {
  lastId += 1
  const id = `view-${lastId}`
  const button = say(element('button', { type: 'button', 'aria-expanded': 'false' }), `view-${name}`)
  const panel = element('section', { id, class: `view ${name}`, 'aria-labelledby': `${id}-title` })
  const title = say(element('h2', { id: `${id}-title` }), `view-${name}`)
  button.addEventListener('click', () => {
    const opens = button.ariaExpanded === 'false'
    button.ariaExpanded = String(opens)
    if (opens) button.setAttribute('aria-controls', id)
    else button.removeAttribute('aria-controls')
    if (!opens) return panel.remove()
    panel.replaceChildren(element('div', { class: 'row head' }, title, ...copies(json)), draw(), ...raw(json))
    panels.append(panel)
    panel.scrollIntoView({ block: 'nearest' })
  })
  panel.addEventListener('keydown', (key) => {
    if (key.key !== 'Escape') return
    button.click()
    button.focus()
  })
  return button
}

/** @param {unknown} json */
function copies(json) {
  return json === undefined ? [] : [copyButton(() => JSON.stringify(json, undefined, 2), 'copyJson')]
}

/** @param {unknown} json */
function raw(json) {
  if (json === undefined) return []
  const text = element('pre', { tabindex: '0' }, JSON.stringify(json, undefined, 2))
  return [element('details', {}, say(element('summary'), 'json'), text)]
}
