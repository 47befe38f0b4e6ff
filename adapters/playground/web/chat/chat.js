import { byId, element } from '../element.js'
import { fetchJson } from '../fetch-json.js'
import { addWords, pageLanguage, say } from '../words.js'
import { chatWords } from './chat-words.js'
import { listenForReminders } from './listen-for-reminders.js'
import { reminderWords } from './reminder-words.js'
import { showAnswer } from './show-answer.js'
import { showExamples } from './show-examples.js'
import { showFailure } from './show-failure.js'
import { notify, showReminder } from './show-reminder.js'
import { typing } from './typing.js'
import { viewWords } from './view-words.js'
import { keepVisitor, keptVisitor, newId, visitor } from './visitor.js'

addWords(chatWords)
addWords(viewWords)
addWords(reminderWords)

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
// Whoever made the link must not change the reminders of whoever follows it.
if (first) {
  remember(first)
  converse(first, () => replyTo(first))
}

// Only who has asked for reminders listens: browsers keep few connections to one service.
if (keptVisitor()) listenForReminders(tellReminder)

/** Asks, and shows what comes of it below.
 * @param {string} text */
function ask(text) {
  remember(text)
  converse(text, () => replyTo(text, who()))
}

/** What a button beside a reminder does.
 * @param {string} said
 * @param {import('./reminder-buttons.js').Action} action */
function act(said, action) {
  converse(said, () => replyToAction(said, action))
}

/** Shows what somebody wants, and below what comes of it.
 * @param {string} said
 * @param {() => Promise<Node>} getReply */
async function converse(said, getReply) {
  closeWelcome()
  const asked = element('p', { class: 'asked' }, say(element('span', { class: 'unseen' }), 'you'), ' ', said)
  const reply = element(
    'div',
    { class: 'reply', 'aria-busy': 'true' },
    say(element('p', { class: 'quiet-text' }), 'looking'),
  )
  messages.append(asked, reply)
  asked.scrollIntoView({ block: 'start' })
  reply.replaceChildren(await getReply())
  reply.removeAttribute('aria-busy')
  asked.scrollIntoView({ block: 'start' })
  // Where it brings up a keyboard on the screen, it would hide the answer.
  if (matchMedia('(pointer: fine)').matches) question.focus({ preventScroll: true })
}

function closeWelcome() {
  byId('title', HTMLElement).className = 'unseen'
  byId('welcome', HTMLElement).hidden = true
}

/**
 * @param {string} text
 * @param {{ readonly visitor?: string, readonly zone?: string }} [from] who asks, for what is theirs
 */
async function replyTo(text, from = {}) {
  const asked = { question: text, conversation, lang: language.value || undefined, reader: pageLanguage() }
  try {
    const answered = await fetchJson('/api/playground/ask', { sent: { ...asked, ...from } })
    return showReply(answered, answered.listed ? undefined : linkTo(text))
  } catch (error) {
    return showFailure(error, () => ask(text))
  }
}

/** @param {string} said
 * @param {import('./reminder-buttons.js').Action} action */
async function replyToAction(said, action) {
  const sent = { ...who(), reader: language.value || pageLanguage(), action }
  try {
    return showReply(await fetchJson('/api/playground/reminders', { sent }), undefined)
  } catch (error) {
    return showFailure(error, () => act(said, action))
  }
}

function who() {
  return { visitor: visitor(), zone: Intl.DateTimeFormat().resolvedOptions().timeZone }
}

/** @param {import('../../playground-answer.ts').PlaygroundAnswer} answered
 * @param {string | undefined} link */
function showReply(answered, link) {
  if (answered.listed?.length) {
    keepVisitor()
    listenForReminders(tellReminder)
  }
  return showAnswer(answered, { ask, act, link })
}

/** @param {import('../../playground-answer.ts').ShownReminder} reminder */
function tellReminder(reminder) {
  closeWelcome()
  const shown = element('div', { class: 'reply' }, showReminder(reminder, { ask, act }))
  messages.append(shown)
  shown.scrollIntoView({ block: 'nearest' })
  notify(reminder)
}

/** @param {string} text */
function linkTo(text) {
  const link = new URL('/', location.href)
  link.searchParams.set('q', text)
  if (language.value) link.searchParams.set('lang', language.value)
  return link.href
}
