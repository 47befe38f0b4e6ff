import { byId, element } from '../element.js'
import { label, word } from '../words.js'
import { asOfText, nameOf } from './knowledge-texts.js'

/** @typedef {import('./knowledge-texts.js').KnowledgeView} KnowledgeView */
/** @typedef {import('./knowledge-texts.js').EntryView} EntryView */

const oldestShown = 15

/** How much is known of each kind, and how old that is.
 * @param {KnowledgeView} view */
export function showCoverage(view) {
  const cited = view.entries.filter(({ cited: sources }) => sources.length > 0)
  const oldest = cited.filter(({ newest }) => newest).sort((a, b) => String(a.newest).localeCompare(String(b.newest)))
  const undated = cited.filter(({ newest }) => !newest)
  const aged = cited.filter(({ isAged, newest }) => isAged && newest)
  byId('age', HTMLElement).replaceChildren(
    element('p', { class: 'lead' }, word('ageLead', { aged: aged.length, undated: undated.length, all: cited.length })),
    countsOf(view),
    element('h2', {}, word('oldest')),
    listOf(oldest.slice(0, oldestShown), view),
    ...folded('agedEntries', aged, view),
    ...folded('undatedEntries', undated, view),
  )
}

/** @param {KnowledgeView} view */
function countsOf({ entries }) {
  const heads = ['kind', 'column-entries', 'column-aged', 'column-undated']
  const head = element(
    'tr',
    {},
    ...heads.map((key, i) => element('th', { scope: 'col', ...(i > 0 && { class: 'number' }) }, word(key))),
  )
  const rows = [...Map.groupBy(entries, ({ kind }) => kind)].map(([kind, list]) => {
    const counts = [
      list.length,
      list.filter(({ isAged, newest }) => isAged && newest).length,
      list.filter(isUndated).length,
    ]
    const cells = counts.map((count) => element('td', { class: 'number' }, String(count)))
    return element('tr', {}, element('th', { scope: 'row' }, word(`kind-${kind}`)), ...cells)
  })
  const table = element(
    'table',
    {},
    element('caption', {}, word('tab-age')),
    element('thead', {}, head),
    element('tbody', {}, ...rows),
  )
  return label(element('div', { class: 'scroll', role: 'region', tabindex: '0' }, table), 'tab-age')
}

/** @param {EntryView} entry */
function isUndated({ cited, newest }) {
  return cited.length > 0 && !newest
}

/** @param {string} key
 * @param {readonly EntryView[]} entries
 * @param {KnowledgeView} view */
function folded(key, entries, view) {
  if (entries.length === 0) return []
  const summary = element('summary', {}, word(key, { count: entries.length }))
  return [element('details', { class: 'card' }, summary, listOf(entries, view))]
}

/** @param {readonly EntryView[]} entries
 * @param {KnowledgeView} view */
function listOf(entries, view) {
  const lines = entries.map((entry) => {
    const link = element('a', { href: `#${entry.id}` }, nameOf(entry, view))
    return element('li', {}, link, ' ', element('span', { class: 'quiet-text' }, asOfText(entry.newest)))
  })
  return element('ul', {}, ...lines)
}
