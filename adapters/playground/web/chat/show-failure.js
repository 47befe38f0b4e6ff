import { element } from '../element.js'
import { Refusal } from '../fetch-json.js'
import { say } from '../words.js'

/** @type {Readonly<Record<number, string>>} */
const sentences = { 0: 'unreachable', 413: 'tooLong', 429: 'tooMany', 503: 'unavailable' }

/**
 * Says why there is no answer, with a button to ask again.
 * @param {unknown} error
 * @param {() => void} askAgain
 */
export function showFailure(error, askAgain) {
  const sentence = error instanceof Refusal ? sentences[error.status] : undefined
  const reason = error instanceof Error ? error.message : String(error)
  const button = say(element('button', { type: 'button', class: 'quiet' }), 'askAgain')
  button.addEventListener('click', askAgain)
  const text = element('p')
  say(text, sentence ?? 'failed', sentence ? undefined : { reason })
  return element('div', { class: 'error stack' }, text, element('div', { class: 'row' }, button))
}
