/**
 * Lets the arrows bring back earlier questions in a field, and Esc empty it.
 * @param {HTMLInputElement} field
 * @returns {(text: string) => void} remembers a question
 */
export function typing(field) {
  /** @type {string[]} */
  const asked = []
  let at = 0
  field.addEventListener('keydown', (key) => {
    if (key.isComposing) return
    if (key.key === 'Escape') field.value = ''
    if (key.key !== 'ArrowUp' && key.key !== 'ArrowDown') return
    key.preventDefault()
    at = Math.min(asked.length, Math.max(0, at + (key.key === 'ArrowUp' ? -1 : 1)))
    field.value = asked[at] ?? ''
  })
  return (text) => {
    if (asked.at(-1) !== text) asked.push(text)
    at = asked.length
  }
}
