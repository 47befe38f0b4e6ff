import { byId, element } from '../element.js'
import { fetchJson } from '../fetch-json.js'
import { addWords, pageLanguage, say } from '../words.js'
import { chatWords } from './chat-words.js'
import { showAnswer } from './show-answer.js'
import { showExamples } from './show-examples.js'
import { showFailure } from './show-failure.js'
import { typing } from './typing.js'
import { viewWords } from './view-words.js'

addWords(chatWords)
addWords(viewWords)

const messages = byId('messages', HTMLElement)
const question = byId('question', HTMLInputElement)
const language = byId('answer-language', HTMLSelectElement)
const linked = new URLSearchParams(location.search)

/** One conversation for each tab, as long as its messages are shown. */
const conversation = newId()

const remember = typing(question)
for (const option of language.options) if (option.value === linked.get('lang')) option.selected = true
showExamples(byId('examples', HTMLElement), ask)
byId('ask', HTMLFormElement).addEventListener('submit', (submission) => {
  submission.preventDefault()
  const text = question.value.trim()
  question.value = ''
  if (text) ask(text)
})
const first = linked.get('q')?.trim()
if (first) ask(first)

/** Asks, and shows what comes of it below.
 * @param {string} text */
async function ask(text) {
  remember(text)
  byId('title', HTMLElement).className = 'unseen'
  byId('welcome', HTMLElement).hidden = true
  const asked = element('p', { class: 'asked' }, say(element('span', { class: 'unseen' }), 'you'), ' ', text)
  const reply = element(
    'div',
    { class: 'reply', 'aria-busy': 'true' },
    say(element('p', { class: 'quiet-text' }), 'looking'),
  )
  messages.append(asked, reply)
  asked.scrollIntoView({ block: 'start' })
  reply.replaceChildren(await replyTo(text))
  reply.removeAttribute('aria-busy')
  asked.scrollIntoView({ block: 'start' })
  // Where it brings up a keyboard on the screen, it would hide the answer.
  if (matchMedia('(pointer: fine)').matches) question.focus({ preventScroll: true })
}

/** @param {string} text */
async function replyTo(text) {
  const sent = { question: text, conversation, lang: language.value || undefined, reader: pageLanguage() }
  try {
    return showAnswer(await fetchJson('/api/playground/ask', { sent }), { ask, link: linkTo(text) })
  } catch (error) {
    return showFailure(error, () => ask(text))
  }
}

/** @param {string} text */
function linkTo(text) {
  const link = new URL('/', location.href)
  link.searchParams.set('q', text)
  if (language.value) link.searchParams.set('lang', language.value)
  return link.href
}

/** `crypto.randomUUID` is missing where the page is neither from this machine nor over https. */
function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
