import { byId, element } from '../element.js'
import { fetchJson, Refusal } from '../fetch-json.js'
import { addWords, say, word } from '../words.js'
import { insightsWords } from './insights-words.js'
import { keepToken, operatorHeaders } from './operator-token.js'
import { showAnswers, showReminders } from './show-numbers.js'
import { showUnanswered } from './unanswered-list.js'

/** @typedef {import('../../insights/insights-view.ts').InsightsView} InsightsView */
/** @typedef {InsightsView['unanswered'][number]} Question */

addWords(insightsWords)

/** @type {InsightsView | undefined} */
let view
const locked = byId('locked', HTMLFormElement)
const token = byId('token', HTMLInputElement)
const state = byId('state', HTMLElement)

locked.addEventListener('submit', (event) => {
  event.preventDefault()
  keepToken(token.value.trim())
  load()
})
document.addEventListener('languagechosen', show)
await load()

/** Shows insights as they are now, or asks for what opens them. */
async function load() {
  try {
    view = await fetchJson('/api/insights', { headers: operatorHeaders() })
    locked.hidden = true
    state.replaceChildren()
    show()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    refuse(error)
  }
}

function show() {
  if (!view) return
  byId('content', HTMLElement).hidden = false
  showUnanswered(view.unanswered, (question) => change(question, true))
  showAnswers(view)
  showReminders(view)
}

/** @param {Refusal} refusal */
function refuse({ status, message }) {
  const hadToken = 'Authorization' in operatorHeaders()
  const keys = /** @type {Readonly<Record<number, string>>} */ ({
    401: hadToken ? 'tokenWrong' : '',
    403: 'forbidden',
    429: 'tooOften',
  })
  const key = keys[status]
  const text = key === '' ? [] : [element('span', {}, key ? word(key) : word('failed', { reason: message }))]
  state.replaceChildren(...text)
  if (status !== 401 && status !== 429) return
  keepToken(undefined)
  locked.hidden = false
  if (hadToken) token.select()
}

/** Takes a question off the list, or puts it back.
 * @param {Question} question
 * @param {boolean} done */
async function change(question, done) {
  try {
    await fetchJson('/api/insights/done', { sent: { key: question.key, done }, headers: operatorHeaders() })
    await load()
    byId('unanswered-title', HTMLElement).focus()
    if (done) offerUndo(question)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    refuse(error)
  }
}

/** @param {Question} question */
function offerUndo(question) {
  const text = say(element('span'), 'isDone', { question: question.question })
  const undo = say(element('button', { type: 'button', class: 'quiet' }), 'undo')
  undo.addEventListener('click', () => change(question, false))
  state.replaceChildren(text, undo)
}
