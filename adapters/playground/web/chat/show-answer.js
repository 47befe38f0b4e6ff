import { copyButton } from '../copy-button.js'
import { element } from '../element.js'
import { say } from '../words.js'
import { listedButtons } from './reminder-buttons.js'
import { showPart } from './show-part.js'
import { showViews } from './show-views.js'

/** @typedef {import('../../playground-answer.ts').PlaygroundAnswer} PlaygroundAnswer */
/** @typedef {import('./reminder-buttons.js').Act} Act */
/** @typedef {{ readonly ask: (text: string) => void, readonly act: Act, readonly link?: string | undefined }} Around a link for what may be asked again */

/**
 * An answer with what it offers to ask next, and its other views.
 * @param {PlaygroundAnswer} answered
 * @param {Around} around
 */
export function showAnswer(answered, { ask, act, link }) {
  const { answer, language, parts, listed } = answered
  const said = element('div', { class: 'stack', lang: language }, ...parts.map((part) => showPart(part, ask)))
  const card = element('article', { class: `card answer ${answer.status}` }, ...tag(answered), said)
  card.append(...suggestions(answer.suggestions, { language, ask }))
  if (listed) card.append(...listedButtons(listed, { act, language }))
  const views = showViews(answered, link ? [copyButton(() => link, 'copyLink')] : [])
  return element('div', { class: 'stack' }, card, views)
}

/** What is refused about reminders says so itself. @param {PlaygroundAnswer} answered */
function tag({ answer: { status }, listed }) {
  return status === 'answered' || (listed && status === 'unknown') ? [] : [say(element('p', { class: 'tag' }), status)]
}

/**
 * @param {readonly string[]} texts
 * @param {{ readonly language: string, readonly ask: (text: string) => void }} options
 */
function suggestions(texts, { language, ask }) {
  if (texts.length === 0) return []
  const buttons = texts.map((text) => {
    const button = element('button', { type: 'button', class: 'chip', lang: language }, text)
    button.addEventListener('click', () => ask(text))
    return button
  })
  const heading = say(element('p', { class: 'quiet-text' }), 'alsoAsk')
  return [element('div', { class: 'suggestions' }, heading, element('div', { class: 'row' }, ...buttons))]
}
