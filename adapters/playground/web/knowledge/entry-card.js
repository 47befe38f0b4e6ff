import { copyButton } from '../copy-button.js'
import { element } from '../element.js'
import { word } from '../words.js'
import { rowsOf } from './entry-rows.js'
import { asOfText, nameOf, textOf } from './knowledge-texts.js'

/** @typedef {import('./knowledge-texts.js').KnowledgeView} KnowledgeView */
/** @typedef {import('./knowledge-texts.js').EntryView} EntryView */

/**
 * An entry that can be opened: what it holds, what it rests on, and where it stands.
 * @param {EntryView} entry
 * @param {KnowledgeView} view
 * @param {Set<string>} open the ids of the entries that are open, which it keeps
 */
export function entryCard(entry, view, open) {
  const kind = element('span', { class: 'tag' }, word(`kind-${entry.kind}`))
  const head = element(
    'summary',
    {},
    element('span', { class: 'name' }, nameOf(entry, view)),
    ' ',
    kind,
    ' ',
    ageOf(entry),
  )
  const card = element('details', { class: 'card entry', id: `entry-${entry.id}` }, head)
  const fill = () => card.childElementCount > 1 || card.append(bodyOf(entry, view))
  card.open = open.has(entry.id)
  if (card.open) fill()
  // Before it opens, so that it never shows empty.
  head.addEventListener('click', fill)
  card.addEventListener('toggle', () => {
    if (card.open) {
      fill()
      open.add(entry.id)
    } else open.delete(entry.id)
  })
  return card
}

/** @param {EntryView} entry */
function ageOf({ cited, newest, isAged }) {
  if (cited.length === 0) return element('span', { class: 'quiet-text' })
  return element('span', { class: isAged ? 'aged' : 'quiet-text' }, asOfText(newest))
}

/** @param {EntryView} entry
 * @param {KnowledgeView} view */
function bodyOf(entry, view) {
  const body = element('div', { class: 'stack' })
  const rows = rowsOf(entry, view).filter(([, value]) => value)
  if (rows.length > 0) {
    const pairs = rows.flatMap(([key, value]) => [element('dt', {}, word(key)), element('dd', {}, value)])
    body.append(element('dl', { class: 'facts' }, ...pairs))
  }
  body.append(...listOf('facts', factsOf(entry)), ...listOf('notes', notesOf(entry)))
  body.append(...listOf('sources', entry.cited.map(citedText)), placeOf(entry))
  return body
}

/** @param {EntryView} entry */
function factsOf(entry) {
  return 'facts' in entry ? (entry.facts ?? []).map(({ text }) => textOf(text)) : []
}

/** @param {EntryView} entry */
function notesOf(entry) {
  return 'notes' in entry ? (entry.notes ?? []).map(textOf) : []
}

/** @param {EntryView['cited'][number]} cited */
function citedText({ document, locator, asOf }) {
  return `${textOf(document)}, ${locator} (${asOfText(asOf)})`
}

/** @param {string} key
 * @param {readonly string[]} texts */
function listOf(key, texts) {
  if (texts.length === 0) return []
  const items = texts.map((text) => element('li', {}, text))
  return [element('div', {}, element('p', { class: 'heads' }, word(key)), element('ul', {}, ...items))]
}

/** @param {EntryView} entry */
function placeOf({ stands }) {
  if (!stands) return element('p', { class: 'quiet-text' }, word('fromCalendar'))
  const text = `${stands.file}:${stands.line}`
  return element(
    'p',
    { class: 'row' },
    element('code', {}, text),
    copyButton(() => text),
  )
}
