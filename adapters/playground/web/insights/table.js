import { element } from '../element.js'
import { word } from '../words.js'

/** A table that scrolls by itself, with these columns, named by their keys; a column in `sentences` gets room to be read.
 * @param {string} caption
 * @param {readonly string[]} columns
 * @param {readonly (readonly (string | number)[])[]} rows
 * @param {readonly string[]} [sentences] */
export function table(caption, columns, rows, sentences = []) {
  const kind = (/** @type {number} */ index, /** @type {string | number} */ value) => ({
    class: sentences.includes(columns[index] ?? '') ? 'sentence' : typeof value === 'number' ? 'number' : '',
  })
  const first = rows[0] ?? []
  const heads = columns.map((key, i) => element('th', { scope: 'col', ...kind(i, first[i] ?? '') }, word(key)))
  const lines = rows.map((row) =>
    element('tr', {}, ...row.map((value, i) => element('td', kind(i, value), String(value)))),
  )
  const shown = element(
    'table',
    {},
    element('caption', {}, caption),
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...lines),
  )
  // What scrolls must be reached by keys.
  return element('div', { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': caption }, shown)
}
