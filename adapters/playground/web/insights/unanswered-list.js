import { byId, element } from '../element.js'
import { dateText } from '../knowledge/knowledge-texts.js'
import { say, word } from '../words.js'
import { showDraft } from './draft-dialog.js'

/** @typedef {import('../../insights/insights-view.ts').InsightsView['unanswered'][number]} Question */

/** What is less likely than this only distracts. */
const leastShown = 0.01

/** Shows the questions that had no answer.
 * @param {readonly Question[]} questions
 * @param {(question: Question) => void} onDone */
export function showUnanswered(questions, onDone) {
  const items = questions.map((question) => itemOf(question, onDone))
  const none = element('li', { class: 'quiet-text' }, word('noneUnanswered'))
  byId('unanswered', HTMLUListElement).replaceChildren(...(items.length > 0 ? items : [none]))
}

/** @param {Question} question
 * @param {(question: Question) => void} onDone */
function itemOf(question, onDone) {
  const asked = element(
    'p',
    { class: 'asked', lang: question.language, id: `question-${question.key}` },
    question.question,
  )
  const draft = button('asTopic', question, () => showDraft(question.draft))
  const done = button('done', question, () => onDone(question))
  const values = { count: question.asked, day: dateText(question.lastDay) }
  return element(
    'li',
    { class: 'card question' },
    asked,
    element('p', { class: 'about' }, word('timesAsked', values)),
    element('p', { class: 'about' }, ...around(question)),
    element('div', { class: 'row' }, draft, done),
  )
}

/** @param {string} key
 * @param {Question} question
 * @param {() => void} onClick */
function button(key, question, onClick) {
  const attributes = { type: 'button', class: 'quiet', 'aria-describedby': `question-${question.key}` }
  const made = say(element('button', attributes), key)
  made.addEventListener('click', onClick)
  return made
}

/** What is near in the knowledge, and what may have been meant.
 * @param {Question} question
 * @returns {(Node | string)[]} */
function around({ nearest, candidates }) {
  const links = nearest.flatMap(({ id, title }, i) => [
    i > 0 ? ', ' : ' ',
    element('a', { href: `/knowledge#${encodeURIComponent(id)}` }, title),
  ])
  const likely = candidates.filter(({ confidence }) => confidence >= leastShown)
  const readings = likely.map(({ intent, confidence }) => `${intent} ${Math.round(confidence * 100)} %`)
  return [
    ...(links.length > 0 ? [word('nearest'), ...links] : []),
    ...(links.length > 0 && readings.length > 0 ? [' · '] : []),
    ...(readings.length > 0 ? [`${word('mayMean')} ${readings.join(', ')}`] : []),
  ]
}
