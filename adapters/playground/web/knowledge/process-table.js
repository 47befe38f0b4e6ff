import { byId, element } from '../element.js'
import { label, word } from '../words.js'
import { partnersText } from './entry-rows.js'
import { fillSelect } from './fill-select.js'
import { asOfText, nameById, nameOf, textOf } from './knowledge-texts.js'

/** @typedef {import('./knowledge-texts.js').KnowledgeView} KnowledgeView */
/** @typedef {{ id: string, role: string, partners: readonly string[], scope: string, cells: Record<Column, string> }} Row */
/** @typedef {'process' | 'scope' | 'role' | 'partner' | 'newest' | 'place'} Column */

/** @type {readonly Column[]} */
const columns = ['process', 'scope', 'role', 'partner', 'newest', 'place']
/** @type {{ by: Column, isDescending: boolean }} */
let order = { by: 'process', isDescending: false }
/** @type {KnowledgeView | undefined} */
let shown

const filters = {
  role: byId('role', HTMLSelectElement),
  partner: byId('partner', HTMLSelectElement),
  scope: byId('scope', HTMLSelectElement),
}
for (const filter of Object.values(filters)) filter.addEventListener('input', show)

/** Shows each role of each process as a row.
 * @param {KnowledgeView} view */
export function showProcesses(view) {
  shown = view
  const rows = rowsOf(view)
  const named = (/** @type {readonly string[]} */ ids) =>
    [...new Set(ids)].map((id) => /** @type {const} */ ([id, nameById(id, view)]))
  fillSelect(filters.role, named(rows.map(({ role }) => role)), 'anyRole')
  fillSelect(filters.partner, named(rows.flatMap(({ partners }) => partners)), 'anyPartner')
  const scopes = [...new Set(rows.map(({ scope }) => scope))]
  fillSelect(
    filters.scope,
    scopes.map((scope) => [scope, word(`scope-${scope}`)]),
    'anyScope',
  )
  show()
}

function show() {
  if (!shown) return
  const all = rowsOf(shown)
  const rows = all.filter(isWanted).sort(inOrder)
  byId('rows-found', HTMLElement).textContent = word('rowsFound', {
    count: new Set(rows.map(({ id }) => id)).size,
    all: new Set(all.map(({ id }) => id)).size,
  })
  const head = element('thead', {}, element('tr', {}, ...columns.map(headOf)))
  const body = element('tbody', {}, ...rows.map(lineOf))
  const table = element('table', {}, element('caption', { class: 'unseen' }, word('tab-processes')), head, body)
  const scroll = label(element('div', { class: 'scroll tall', role: 'region', tabindex: '0' }, table), 'tab-processes')
  byId('roles', HTMLElement).replaceChildren(scroll)
}

/** @param {KnowledgeView} view
 * @returns {Row[]} */
function rowsOf(view) {
  return view.entries.flatMap((entry) => {
    if (entry.kind !== 'process') return []
    return entry.roles.map(({ role, of, partners = [] }) => {
      const who = partners.flatMap((partner) => partner.who)
      const part = of ? ` (${textOf(of)})` : ''
      return {
        id: entry.id,
        role,
        partners: who,
        scope: entry.scope,
        cells: {
          process: nameOf(entry, view),
          scope: word(`scope-${entry.scope}`),
          role: `${nameById(role, view)}${part}`,
          partner: partnersText(partners, view),
          newest: asOfText(entry.newest),
          place: entry.stands ? `${entry.stands.file}:${entry.stands.line}` : '',
        },
      }
    })
  })
}

/** @param {Row} row */
function isWanted({ role, partners, scope }) {
  const { role: wanted, partner, scope: within } = filters
  return (
    (!wanted.value || wanted.value === role) &&
    (!partner.value || partners.includes(partner.value)) &&
    (!within.value || within.value === scope)
  )
}

/** @param {Row} a
 * @param {Row} b */
function inOrder(a, b) {
  const [first, second] = order.isDescending ? [b, a] : [a, b]
  return first.cells[order.by].localeCompare(second.cells[order.by]) || a.cells.process.localeCompare(b.cells.process)
}

/** @param {Column} column */
function headOf(column) {
  const button = element('button', { type: 'button', class: 'sorts' }, word(`column-${column}`))
  button.addEventListener('click', () => {
    order = { by: column, isDescending: order.by === column && !order.isDescending }
    show()
    const again = byId('roles', HTMLElement).querySelectorAll('thead button')[columns.indexOf(column)]
    if (again instanceof HTMLElement) again.focus()
  })
  const sorted = order.by !== column ? 'none' : order.isDescending ? 'descending' : 'ascending'
  return element('th', { scope: 'col', 'aria-sort': sorted }, button)
}

/** @param {Row} row */
function lineOf({ id, cells }) {
  return element(
    'tr',
    {},
    ...columns.map((column) => {
      if (column === 'process') return element('th', { scope: 'row' }, element('a', { href: `#${id}` }, cells.process))
      return element('td', {}, column === 'place' ? element('code', {}, cells.place) : cells[column])
    }),
  )
}
