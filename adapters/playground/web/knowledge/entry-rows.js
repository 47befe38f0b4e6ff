import { word } from '../words.js'
import { countryText, dateText, nameById, rangeText, textOf } from './knowledge-texts.js'

/** @typedef {import('./knowledge-texts.js').KnowledgeView} KnowledgeView */
/** @typedef {import('./knowledge-texts.js').EntryView} EntryView */

/** What an entry says in its fields, each with the key of what it is called; empty where it says nothing.
 * @param {EntryView} entry
 * @param {KnowledgeView} view
 * @returns {[string, string][]} */
export function rowsOf(entry, view) {
  const name = (/** @type {string | undefined} */ id) => (id ? nameById(id, view) : '')
  const names = (/** @type {readonly string[] | undefined} */ ids) => (ids ?? []).map(name).join(', ')
  switch (entry.kind) {
    case 'process':
      return [
        ['summary', textOf(entry.summary)],
        ['scope', word(`scope-${entry.scope}`)],
        ['role', entry.roles.map((role) => roleText(role, view)).join(' · ')],
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

/** The days of an event, as far as they are known.
 * @param {Extract<EntryView, { kind: 'event' }>} event */
export function daysText({ starts, ends, year }) {
  if (!starts) return year === undefined ? word('dayUnknown') : String(year)
  return rangeText(starts, ends)
}

/** @param {Extract<EntryView, { kind: 'event' }>} event */
function placeText({ place }) {
  return place ? [textOf(place.venue), textOf(place.city), countryText(place.country)].filter(Boolean).join(', ') : ''
}

/** @typedef {Extract<EntryView, { kind: 'process' }>['roles'][number]} Role */

/** "technical secretariat, together with UNHCR".
 * @param {Role} role
 * @param {KnowledgeView} view */
function roleText({ role, of, partners }, view) {
  const part = of ? ` (${textOf(of)})` : ''
  return [`${nameById(role, view)}${part}`, partnersText(partners, view)].filter(Boolean).join(', ')
}

/** With whom IOM has a role: "together with UNHCR".
 * @param {Role['partners']} partners
 * @param {KnowledgeView} view */
export function partnersText(partners, view) {
  return (partners ?? [])
    .map(({ how, who }) => `${word(how)} ${who.map((id) => nameById(id, view)).join(', ')}`)
    .join('; ')
}
