import { element } from './element.js'
import { say } from './words.js'

const shownForMs = 2000

/**
 * A button that copies a text, and says whether it could.
 * @param {() => string} textOf
 * @param {string} [key] what it says before
 * @returns {HTMLButtonElement}
 */
export function copyButton(textOf, key = 'copy') {
  const button = say(element('button', { type: 'button', class: 'quiet' }), key)
  button.addEventListener('click', async () => {
    say(button, (await copy(textOf())) ? 'copied' : 'notCopied')
    setTimeout(() => say(button, key), shownForMs)
  })
  return button
}

/** The clipboard is missing where the page is neither from this machine nor over https.
 * @param {string} text */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
