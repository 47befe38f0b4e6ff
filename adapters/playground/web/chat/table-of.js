import { element } from '../element.js'
import { label, say } from '../words.js'

/** @typedef {{ readonly key: string, readonly is?: 'number' | 'sentence' }} Column */

/**
 * A table that scrolls by itself where it is too wide. The first cell of a row names it.
 * @param {string} caption key of its text
 * @param {readonly Column[]} columns
 * @param {readonly (readonly (string | Node)[])[]} rows
 */
export function tableOf(caption, columns, rows) {
  const heads = columns.map((column) => say(element('th', { scope: 'col', ...classOf(column) }), column.key))
  const lines = rows.map((cells) => {
    return element('tr', {}, ...cells.map((cell, i) => element(i === 0 ? 'th' : 'td', attributes(i, columns[i]), cell)))
  })
  const table = element('table', {}, say(element('caption'), caption))
  table.append(element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...lines))
  return label(element('div', { class: 'scroll', role: 'region', tabindex: '0' }, table), caption)
}

/**
 * @param {number} at
 * @param {Column | undefined} column
 * @returns {Record<string, string>}
 */
function attributes(at, column) {
  return { ...(at === 0 ? { scope: 'row' } : {}), ...classOf(column) }
}

/**
 * @param {Column | undefined} column
 * @returns {Record<string, string>}
 */
function classOf(column) {
  return column?.is ? { class: column.is } : {}
}
