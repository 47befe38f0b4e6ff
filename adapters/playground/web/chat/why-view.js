import { element } from '../element.js'
import { say, word } from '../words.js'
import { tableOf } from './table-of.js'

/** @typedef {import('../../playground-answer.ts').PlaygroundAnswer} PlaygroundAnswer */
/** @typedef {NonNullable<PlaygroundAnswer['why']>} Why */
/** @typedef {Why['clauses'][number]} Clause */
/** @typedef {Clause['subjects'][number]} Entry */

/**
 * How the answer came about: names, intents, what a search finds, and what was decided.
 * @param {Why} why
 */
export function whyView(why) {
  if (why.kind === 'aside') return say(element('p'), 'whyAside')
  if (why.kind === 'foreign') return say(element('p'), 'whyForeign')
  return element('div', { class: 'stack' }, ...why.clauses.map(showClause))
}

/** @param {Clause} clause */
function showClause(clause) {
  const shown = element('div', { class: 'clause stack' }, element('h3', {}, `“${clause.text}”`))
  shown.append(...decision(clause), bar(clause), about(clause), names(clause), intents(clause), passages(clause))
  return shown
}

/** @param {Clause} clause */
function decision({ decision: { kind, intent, confidence, isSaid }, threshold }) {
  const sure = confidence >= threshold
  const keys = { answer: sure ? 'whySure' : 'whyInstead', 'ask-subject': 'whySubject', 'ask-which': 'whyWhich' }
  const values = { intent: intentName(intent), confidence: percent(confidence), threshold: percent(threshold) }
  const sentence = say(element('p'), kind === 'decline' ? 'whyDeclined' : keys[kind], values)
  return isSaid ? [sentence] : [sentence, say(element('p', { class: 'quiet-text' }), 'whyNotSaid')]
}

/** The likeliest intent beside the threshold; the sentence above says the same. @param {Clause} clause */
function bar({ intents, threshold }) {
  const fill = element('span', { class: 'fill' })
  const mark = element('span', { class: 'mark' })
  fill.style.width = percent(intents[0]?.confidence ?? 0)
  mark.style.left = percent(threshold)
  return element('div', { class: 'bar', 'aria-hidden': 'true' }, fill, mark)
}

/** @param {Clause} clause */
function about({ subjects, from }) {
  const where = say(element('span', { class: 'tag' }), `from-${from}`)
  return element('p', { class: 'row' }, say(element('strong'), 'about'), ...subjects.map(link), where)
}

/** @param {Clause} clause */
function names({ names: found }) {
  if (found.length === 0) return say(element('p', { class: 'quiet-text' }), 'noNames')
  const rows = found.map(({ words, exact, bearers }) => {
    const slip = exact ? [] : [' ', say(element('span', { class: 'tag' }), 'misspelt')]
    return [element('span', {}, words, ...slip), element('span', { class: 'row' }, ...bearers.map(link))]
  })
  return tableOf('namesFound', [{ key: 'words' }, { key: 'takenFor' }], rows)
}

/** @type {readonly import('./table-of.js').Column[]} */
const intentColumns = [
  { key: 'intent' },
  { key: 'byWords', is: 'number' },
  { key: 'inAll', is: 'number' },
  { key: 'held' },
]

/** @param {Clause} clause */
function intents({ intents: all, words }) {
  const rows = all.map(({ intent, probability, confidence, held }) => [
    intentName(intent),
    percent(probability),
    percent(confidence),
    say(element('span'), held ? 'yes' : 'no'),
  ])
  const seen = say(element('p', { class: 'quiet-text' }), 'wordsSeen', { words: words.join(' ') })
  return element('div', {}, tableOf('mayBeAsked', intentColumns, rows), seen)
}

/** @type {readonly import('./table-of.js').Column[]} */
const passageColumns = [
  { key: 'entry' },
  { key: 'passage', is: 'sentence' },
  { key: 'score', is: 'number' },
  { key: 'coverage', is: 'number' },
]

/** @param {Clause} clause */
function passages({ passages: found }) {
  if (found.length === 0) return say(element('p', { class: 'quiet-text' }), 'nothingFound')
  const rows = found.map(({ entry, text, score, coverage }) => [link(entry), text, score.toFixed(1), percent(coverage)])
  return tableOf('found', passageColumns, rows)
}

/** @param {Entry} entry */
function link({ id, kind, name }) {
  if (kind === 'place') return element('span', {}, name)
  return element('a', { href: `/knowledge#${encodeURIComponent(id)}` }, name)
}

/** @param {string} intent */
function intentName(intent) {
  return intent === 'out-of-scope' ? word('outOfScope') : intent
}

/** @param {number} share */
function percent(share) {
  return `${Math.round(share * 100)}%`
}
