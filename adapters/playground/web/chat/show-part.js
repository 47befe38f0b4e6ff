import { element } from '../element.js'
import { say } from '../words.js'
import { longList } from './long-list.js'

/** @typedef {import('../../playground-answer.ts').PlaygroundAnswer['parts'][number]} Part */

const factsAtFirst = 8
const paragraphsAtFirst = 6
const sourcesAtFirst = 3

/**
 * What is said about one question: the lead, facts, notes, readings to pick from, and sources.
 * @param {Part} part
 * @param {(text: string) => void} ask
 */
export function showPart(part, ask) {
  const { status, lead, facts, related, notes, choices } = part
  const shown = element('div', { class: 'part stack' })
  const stands = status === 'answered' && facts.length > 0
  if (lead) shown.append(showLead(lead, stands))
  if (related && facts.length > 0) shown.append(say(element('p', { class: 'quiet-text' }), 'related'))
  if (facts.length > 0) shown.append(longList(facts, { className: 'facts', atFirst: factsAtFirst }))
  shown.append(...notes.map(showNote))
  if (choices.length > 0) shown.append(showChoices(choices, ask))
  shown.append(...showSources(part.sources))
  return shown
}

/**
 * An organisation's own answers may have many paragraphs.
 * @param {string} lead
 * @param {boolean} stands above facts
 */
function showLead(lead, stands) {
  const paragraphs = lead.split(/\n{2,}/)
  if (paragraphs.length > paragraphsAtFirst)
    return longList(paragraphs, { className: 'paragraphs', atFirst: paragraphsAtFirst })
  return element('p', { class: stands ? 'lead-text strong' : 'lead-text' }, lead)
}

/** @param {string} note */
function showNote(note) {
  return element('p', { class: 'note' }, say(element('strong'), 'note'), ' ', note)
}

/**
 * @param {Part['choices']} choices
 * @param {(text: string) => void} ask
 */
function showChoices(choices, ask) {
  const buttons = choices.map(({ label, question }) => {
    const button = element('button', { type: 'button', class: 'chip' }, label)
    button.addEventListener('click', () => ask(question))
    return button
  })
  return element('div', { class: 'row choices' }, ...buttons)
}

/** @param {Part['sources']} sources */
function showSources(sources) {
  if (sources.length === 0) return []
  const heading = say(element('span', { class: 'sources-title' }), sources.length === 1 ? 'source' : 'sources')
  const list = longList(sources.map(sourceLine), { className: 'sources', atFirst: sourcesAtFirst })
  return [element('div', { class: 'sources-part quiet-text' }, heading, list)]
}

/** @param {Part['sources'][number]} source */
function sourceLine({ document, locator, asOf }) {
  const line = element('span', {}, document, ' ', element('span', { class: 'locator' }, locator))
  if (asOf) line.append(', ', say(element('span'), 'asOf', { date: asOf }))
  return line
}
