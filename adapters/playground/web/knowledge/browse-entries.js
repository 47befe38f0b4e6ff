import { byId, element } from '../element.js'
import { word } from '../words.js'
import { entryCard } from './entry-card.js'
import { fillSelect } from './fill-select.js'
import { nameOf } from './knowledge-texts.js'

/** @typedef {import('./knowledge-texts.js').KnowledgeView} KnowledgeView */
/** @typedef {import('./knowledge-texts.js').EntryView} EntryView */

const step = 30
/** What most people look for comes first. */
const kindsFirst = ['process', 'event', 'dialogue', 'contact', 'publication', 'unit', 'organisation']
/** @type {Set<string>} */
const open = new Set()
let most = step
/** @type {KnowledgeView | undefined} */
let shown

const search = byId('search', HTMLInputElement)
const kind = byId('kind', HTMLSelectElement)
const more = byId('more', HTMLButtonElement)

byId('find-entries', HTMLFormElement).addEventListener('submit', (submission) => submission.preventDefault())
for (const field of [search, kind]) {
  field.addEventListener('input', () => {
    most = step
    show()
  })
}
more.addEventListener('click', () => {
  const first = most
  most += step
  show()
  const card = byId('cards', HTMLElement).children[first]?.querySelector('summary')
  card?.focus()
})

/** Shows the entries that are searched for; what is open stays so.
 * @param {KnowledgeView} view */
export function browseEntries(view) {
  shown = { ...view, entries: [...view.entries].sort((a, b) => rankOf(a) - rankOf(b)) }
  const kinds = [...new Set(view.entries.map((entry) => entry.kind))]
  fillSelect(
    kind,
    kinds.map((one) => [one, word(`kind-${one}`)]),
    'allKinds',
  )
  show()
}

/** Opens an entry and goes there; false where there is none of this id.
 * @param {string} id */
export function openEntry(id) {
  if (!shown?.entries.some((entry) => entry.id === id)) return false
  search.value = ''
  kind.value = ''
  open.add(id)
  most = Math.max(most, shown.entries.findIndex((entry) => entry.id === id) + 1)
  show()
  const card = byId(`entry-${id}`, HTMLElement)
  card.scrollIntoView({ block: 'start' })
  card.querySelector('summary')?.focus({ preventScroll: true })
  return true
}

function show() {
  if (!shown) return
  const view = shown
  const words = plain(search.value).split(/\s+/)
  const found = view.entries.filter((entry) => {
    return (!kind.value || entry.kind === kind.value) && words.every((one) => searched(entry, view).includes(one))
  })
  byId('found', HTMLElement).textContent = word('entriesFound', { count: found.length, all: view.entries.length })
  const cards = found.slice(0, most).map((entry) => entryCard(entry, view, open))
  byId('cards', HTMLElement).replaceChildren(...cards)
  if (found.length === 0) byId('cards', HTMLElement).append(element('p', { class: 'note' }, word('nothingFound')))
  more.hidden = found.length <= most
}

/** @param {EntryView} entry */
function rankOf({ kind: one }) {
  const rank = kindsFirst.indexOf(one)
  return rank < 0 ? kindsFirst.length : rank
}

/** @type {WeakMap<EntryView, string>} */
const texts = new WeakMap()

/** All that an entry holds, in all languages, is searched.
 * @param {EntryView} entry
 * @param {KnowledgeView} view */
function searched(entry, view) {
  const text = texts.get(entry) ?? plain(`${nameOf(entry, view)} ${JSON.stringify(entry)}`)
  texts.set(entry, text)
  return text
}

/** @param {string} text */
function plain(text) {
  return text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
