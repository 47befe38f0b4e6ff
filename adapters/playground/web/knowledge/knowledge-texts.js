import { pageLanguage, word } from '../words.js'
import { dayOf } from './days.js'

/** @typedef {import('../../knowledge/knowledge-view.ts').KnowledgeView} KnowledgeView */
/** @typedef {import('../../knowledge/knowledge-view.ts').EntryView} EntryView */
/** @typedef {import('../../../../src/knowledge/language.ts').Text} Text */

/** A text of the knowledge in the language of the page, else in English.
 * @param {Text | undefined} text */
export function textOf(text) {
  if (text === undefined || typeof text === 'string') return text ?? ''
  return text[pageLanguage()] ?? text.en
}

/** What an entry is called.
 * @param {EntryView} entry
 * @param {KnowledgeView} view */
export function nameOf(entry, view) {
  if (entry.kind === 'dialogue') return `${nameById(entry.series, view)} ${entry.year}`
  if (entry.kind === 'contact') return entry.person ?? (textOf(entry.title) || entry.email || entry.id)
  return textOf(entry.name)
}

/** What the entry with this id is called.
 * @param {string} id
 * @param {KnowledgeView} view
 * @returns {string} */
export function nameById(id, view) {
  const entry = view.entries.find((one) => one.id === id)
  return entry ? nameOf(entry, view) : id
}

/** A date of which only a part may be known: "4 August 2017", "August 2017", "2017", "25 September".
 * @param {string} date */
export function dateText(date) {
  if (/^\d{4}$/.test(date)) return date
  const [year, month = 1, day = 1] = date.replace(/^--/, '2000-').split('-').map(Number)
  const parts = /** @type {Intl.DateTimeFormatOptions} */ ({
    month: 'long',
    ...(date.startsWith('--') ? {} : { year: 'numeric' }),
    ...(/-\d\d-\d\d$/.test(date) ? { day: 'numeric' } : {}),
  })
  return format(new Date(Date.UTC(year ?? 2000, month - 1, day)), parts)
}

/** Both days in one, "2–3 November 2017", where both are whole.
 * @param {string} first
 * @param {string | undefined} last */
export function rangeText(first, last = first) {
  if (first === last) return dateText(first)
  if (!/^\d{4}-\d\d-\d\d$/.test(first) || !/^\d{4}-\d\d-\d\d$/.test(last))
    return `${dateText(first)} – ${dateText(last)}`
  const written = new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeZone: 'UTC' })
  return written.formatRange(dayOf(first), dayOf(last))
}

/** What a country is called; what is no code of one stays as it is.
 * @param {string} code */
export function countryText(code) {
  if (!/^[a-z]{2}$/i.test(code)) return code
  return new Intl.DisplayNames(pageLanguage(), { type: 'region' }).of(code) ?? code
}

/** The language of the page, as it is written where the reader is. */
export function locale() {
  return navigator.languages.find((tag) => tag.startsWith(pageLanguage())) ?? pageLanguage()
}

/** @param {Date} date
 * @param {Intl.DateTimeFormatOptions} parts */
export function format(date, parts) {
  return new Intl.DateTimeFormat(locale(), { ...parts, timeZone: 'UTC' }).format(date)
}

/** "as of 2017", "undated".
 * @param {string | undefined} asOf */
export function asOfText(asOf) {
  return asOf && asOf !== 'undated' ? word('asOf', { date: dateText(asOf) }) : word('undated')
}
