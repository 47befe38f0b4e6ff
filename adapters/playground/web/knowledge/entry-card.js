import { copyButton } from '../copy-button.js'
import { element } from '../element.js'
import { word } from '../words.js'
import { asOfText, countryText, dateText, nameById, nameOf, rangeText, textOf } from './knowledge-texts.js'

/** @typedef {import('./knowledge-texts.js').KnowledgeView} KnowledgeView */
/** @typedef {import('./knowledge-texts.js').EntryView} EntryView */

/**
 * An entry that can be opened: what it holds, what it rests on, and where it stands.
 * @param {EntryView} entry
 * @param {KnowledgeView} view
 * @param {Set<string>} open the ids of the entries that are open, which it keeps
 */
export function entryCard(entry, view, open) {
  const kind = element('span', { class: 'tag' }, word(`kind-${entry.kind}`))
  const head = element(
    'summary',
    {},
    element('span', { class: 'name' }, nameOf(entry, view)),
    ' ',
    kind,
    ' ',
    ageOf(entry),
  )
  const card = element('details', { class: 'card entry', id: `entry-${entry.id}` }, head)
  const fill = () => card.childElementCount > 1 || card.append(bodyOf(entry, view))
  card.open = open.has(entry.id)
  if (card.open) fill()
  // Before it opens, so that it never shows empty.
  head.addEventListener('click', fill)
  card.addEventListener('toggle', () => {
    if (card.open) {
      fill()
      open.add(entry.id)
    } else open.delete(entry.id)
  })
  return card
}

/** @param {EntryView} entry */
function ageOf({ cited, newest, isAged }) {
  if (cited.length === 0) return element('span', { class: 'quiet-text' })
  return element('span', { class: isAged ? 'aged' : 'quiet-text' }, asOfText(newest))
}

/** @param {EntryView} entry
 * @param {KnowledgeView} view */
function bodyOf(entry, view) {
  const body = element('div', { class: 'stack' })
  const rows = rowsOf(entry, view).filter(([, value]) => value)
  if (rows.length > 0) {
    const pairs = rows.flatMap(([key, value]) => [element('dt', {}, word(key)), element('dd', {}, value)])
    body.append(element('dl', { class: 'facts' }, ...pairs))
  }
  body.append(...listOf('facts', factsOf(entry)), ...listOf('notes', notesOf(entry)))
  body.append(...listOf('sources', entry.cited.map(citedText)), placeOf(entry))
  return body
}

/** @param {EntryView} entry
 * @param {KnowledgeView} view
 * @returns {[string, string][]} */
function rowsOf(entry, view) {
  const name = (/** @type {string | undefined} */ id) => (id ? nameById(id, view) : '')
  const names = (/** @type {readonly string[] | undefined} */ ids) => (ids ?? []).map(name).join(', ')
  switch (entry.kind) {
    case 'process':
      return [
        ['summary', textOf(entry.summary)],
        ['scope', word(`scope-${entry.scope}`)],
        ['role', names(entry.roles.map(({ role }) => role))],
      ]
    case 'event':
      return [
        ['title', textOf(entry.title)],
        ['when', daysText(entry)],
        ['time', [entry.time, entry.endTime].filter(Boolean).join('–')],
        ['zone', entry.zone ?? ''],
        ['status', entry.status ? word(entry.status) : ''],
        ['where', placeText(entry)],
        ['series', name(entry.series)],
        ['region', name(entry.region)],
        ['organisers', names([...new Set((entry.organisers ?? []).map(({ organisation }) => organisation))])],
        ['contacts', names(entry.contacts)],
        ['website', entry.url ?? ''],
      ]
    case 'dialogue':
      return [
        ['theme', entry.theme ?? ''],
        ['items', entry.items.map(({ title }) => title).join(' · ')],
      ]
    case 'publication':
      return [
        ['title', entry.title],
        ['series', name(entry.series)],
        ['year', String(entry.year ?? '')],
      ]
    case 'unit':
      return [
        ['parent', textOf(entry.parent)],
        ['head', name(entry.head)],
        ['contacts', names(entry.contacts)],
      ]
    case 'contact':
      return [
        ['title', textOf(entry.title)],
        ['contactFor', names(entry.for)],
        ['email', entry.email ?? ''],
        ['phone', entry.phone ?? ''],
        ['address', textOf(entry.address)],
        ['website', entry.website ?? ''],
      ]
    case 'term':
      return [
        ['fullName', textOf(entry.fullName)],
        ['definition', textOf(entry.definition)],
      ]
    case 'document':
      return [
        ['symbol', entry.symbol ?? ''],
        ['adopted', entry.adopted ? dateText(entry.adopted) : ''],
      ]
    case 'figure':
      return [['statement', textOf(entry.statement)]]
    case 'role':
      return [['statement', textOf(entry.sentence)]]
    case 'organisation':
      return [['fullName', textOf(entry.fullName)]]
    case 'region':
      return [['countries', (entry.countries ?? []).map(countryText).join(', ')]]
  }
}

/** @param {Extract<EntryView, { kind: 'event' }>} event */
export function daysText({ starts, ends, year }) {
  if (!starts) return year === undefined ? word('dayUnknown') : String(year)
  return rangeText(starts, ends)
}

/** @param {Extract<EntryView, { kind: 'event' }>} event */
function placeText({ place }) {
  return place ? [textOf(place.venue), textOf(place.city), countryText(place.country)].filter(Boolean).join(', ') : ''
}

/** @param {EntryView} entry */
function factsOf(entry) {
  return 'facts' in entry ? (entry.facts ?? []).map(({ text }) => textOf(text)) : []
}

/** @param {EntryView} entry */
function notesOf(entry) {
  return 'notes' in entry ? (entry.notes ?? []).map(textOf) : []
}

/** @param {EntryView['cited'][number]} cited */
function citedText({ document, locator, asOf }) {
  return `${textOf(document)}, ${locator} (${asOfText(asOf)})`
}

/** @param {string} key
 * @param {readonly string[]} texts */
function listOf(key, texts) {
  if (texts.length === 0) return []
  const items = texts.map((text) => element('li', {}, text))
  return [element('div', {}, element('p', { class: 'heads' }, word(key)), element('ul', {}, ...items))]
}

/** @param {EntryView} entry */
function placeOf({ stands }) {
  if (!stands) return element('p', { class: 'quiet-text' }, word('fromCalendar'))
  const text = `${stands.file}:${stands.line}`
  return element(
    'p',
    { class: 'row' },
    element('code', {}, text),
    copyButton(() => text),
  )
}
