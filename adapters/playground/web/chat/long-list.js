import { element } from '../element.js'
import { say } from '../words.js'

const moreAtOnce = 25

/**
 * A list that shows its beginning, and a button that shows more of it.
 * @param {readonly (string | Node)[]} items
 * @param {{ readonly className: string, readonly atFirst: number }} options
 */
export function longList(items, { className, atFirst }) {
  const rows = items.map((item) => element('li', { tabindex: '-1' }, item))
  // One more line takes no more room than the button.
  const shownAtFirst = rows.length === atFirst + 1 ? rows.length : atFirst
  for (const row of rows.slice(shownAtFirst)) row.hidden = true
  const list = element('ul', { class: className }, ...rows)
  return rows.length > shownAtFirst ? element('div', { class: 'stack tight' }, list, moreButton(rows)) : list
}

/** @param {readonly HTMLLIElement[]} rows */
function moreButton(rows) {
  const button = element('button', { type: 'button', class: 'quiet' })
  const hidden = () => rows.filter((row) => row.hidden)
  const tell = () => say(button, 'more', { count: Math.min(moreAtOnce, hidden().length) })
  button.addEventListener('click', () => {
    const next = hidden().slice(0, moreAtOnce)
    for (const row of next) row.hidden = false
    next[0]?.focus()
    if (hidden().length === 0) button.remove()
    else tell()
  })
  return tell()
}
