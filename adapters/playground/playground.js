const messages = document.querySelector('#messages')
const form = document.querySelector('#ask')
const question = document.querySelector('#question')
const language = document.querySelector('#language')

/** One conversation for each tab; it outlives a reload of the page. */
const conversation = sessionStorage.getItem('conversation') ?? newId()
sessionStorage.setItem('conversation', conversation)

form.addEventListener('submit', (submission) => {
  submission.preventDefault()
  const text = question.value.trim()
  question.value = ''
  if (text) ask(text)
})

async function ask(text) {
  show(text, 'asked')
  try {
    const answer = await fetchAnswer(text)
    show(answer.text, 'answered')
    suggest(answer.suggestions)
  } catch (error) {
    show(`That did not work: ${error.message}`, 'failed')
  }
  question.focus()
}

async function fetchAnswer(text) {
  const body = JSON.stringify({ question: text, conversation, lang: language.value || undefined })
  const response = await fetch('/api/ask', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
  const result = await response.json()
  if (!response.ok) throw new Error(result.error)
  return result
}

function show(text, kind) {
  const message = document.createElement('p')
  message.className = `message ${kind}`
  message.textContent = text
  append(message)
}

function suggest(suggestions) {
  if (suggestions.length === 0) return
  const group = document.createElement('div')
  group.className = 'suggestions'
  group.append(...suggestions.map(suggestionButton))
  append(group)
}

function suggestionButton(text) {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = text
  button.addEventListener('click', () => ask(text))
  return button
}

function append(element) {
  messages.append(element)
  element.scrollIntoView({ block: 'end' })
}

/** `crypto.randomUUID` is missing where the page is not served from this machine or over https. */
function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
