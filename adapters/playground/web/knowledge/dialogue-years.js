import { byId, element } from '../element.js'
import { word } from '../words.js'
import { asOfText, nameById } from './knowledge-texts.js'

/** @typedef {import('./knowledge-texts.js').KnowledgeView} KnowledgeView */
/** @typedef {Extract<import('./knowledge-texts.js').EntryView, { kind: 'dialogue' }>} Dialogue */

/** The dialogues, the latest year first.
 * @param {KnowledgeView} view */
export function showDialogues(view) {
  const dialogues = view.entries.filter((entry) => entry.kind === 'dialogue').sort((a, b) => b.year - a.year)
  const cards = dialogues.map((dialogue) => cardOf(dialogue, view))
  byId('dialogues', HTMLElement).replaceChildren(
    ...(cards.length > 0 ? cards : [element('p', { class: 'note' }, word('nothingFound'))]),
  )
}

/** @param {Dialogue} dialogue
 * @param {KnowledgeView} view */
function cardOf({ id, series, year, theme, items, newest }, view) {
  const title = element('h2', {}, element('a', { href: `#${id}` }, String(year)), ` ${nameById(series, view)}`)
  const lines = items.map(({ kind, title: text, event }) => {
    const tag = element('span', { class: 'tag' }, word(`item-${kind}`))
    return element('li', {}, tag, ' ', event ? element('a', { href: `#${event}` }, text) : text)
  })
  const card = element('article', { class: 'card stack dialogue' }, title)
  if (theme) card.append(element('p', { class: 'theme' }, theme))
  card.append(element('ul', { class: 'plain' }, ...lines), element('p', { class: 'quiet-text' }, asOfText(newest)))
  return card
}
