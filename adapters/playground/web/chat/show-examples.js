import { element } from '../element.js'
import { fetchJson } from '../fetch-json.js'
import { pageLanguage } from '../words.js'

/**
 * Questions to begin with, in the language of the page. Without the service there are none.
 * @param {HTMLElement} place
 * @param {(text: string) => void} ask
 */
export async function showExamples(place, ask) {
  const examples = await fetchJson('/api/playground/examples').catch(() => ({}))
  const show = () => place.replaceChildren(...(examples[pageLanguage()] ?? []).map(button))
  document.addEventListener('languagechosen', show)
  show()

  /** @param {{ readonly message: string }} example */
  function button({ message }) {
    const made = element('button', { type: 'button', class: 'chip' }, message)
    made.addEventListener('click', () => ask(message))
    return made
  }
}
