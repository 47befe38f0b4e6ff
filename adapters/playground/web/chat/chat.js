import { byId, element } from '../element.js'
import { fetchJson } from '../fetch-json.js'
import { addWords, say } from '../words.js'
import { chatWords } from './chat-words.js'

addWords(chatWords)

const messages = byId('messages', HTMLElement)
const question = byId('question', HTMLInputElement)
const language = byId('answer-language', HTMLSelectElement)

/** One conversation for each tab; it outlives a reload of the page. */
const conversation = sessionStorage.getItem('conversation') ?? newId()
sessionStorage.setItem('conversation', conversation)

byId('ask', HTMLFormElement).addEventListener('submit', (submission) => {
  submission.preventDefault()
  const text = question.value.trim()
  question.value = ''
  if (text) ask(text)
})

/** @param {string} text */
async function ask(text) {
  append(element('p', { class: 'asked' }, text))
  try {
    const sent = { question: text, conversation, lang: language.value || undefined }
    const answer = await fetchJson('/api/ask', { sent })
    append(element('p', { class: 'answered card' }, answer.text))
  } catch (error) {
    append(say(element('p', { class: 'error' }), 'failed', { reason: error instanceof Error ? error.message : '' }))
  }
}

/** @param {HTMLElement} shown */
function append(shown) {
  messages.append(shown)
  shown.scrollIntoView({ block: 'nearest' })
}

/** `crypto.randomUUID` is missing where the page is neither from this machine nor over https. */
function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
