import { byId, element } from '../element.js'
import { word } from '../words.js'
import { daysText } from './entry-rows.js'
import { countryText, nameOf, textOf } from './knowledge-texts.js'

/** @typedef {import('./knowledge-texts.js').KnowledgeView} KnowledgeView */
/** @typedef {Extract<import('./knowledge-texts.js').EntryView, { kind: 'event' }>} Event */
/** @typedef {{ event: Event, on: string, days: string }} Moment */

/** Meetings that come, those that are past year by year, and those of which no year is known.
 * @param {KnowledgeView} view */
export function showTimeline(view) {
  const moments = momentsOf(view)
  const toCome = moments.filter(({ on }) => on >= view.today).sort((a, b) => a.on.localeCompare(b.on))
  const past = moments.filter(({ on }) => on && on < view.today).sort((a, b) => b.on.localeCompare(a.on))
  const years = Map.groupBy(past, ({ on }) => on.slice(0, 4))
  const unknown = moments.filter(({ on }) => !on)
  const show = (/** @type {readonly Moment[]} */ list) => listOf(list, view)
  byId('timeline', HTMLElement).replaceChildren(
    element('h2', {}, word('toCome')),
    toCome.length > 0 ? show(toCome) : element('p', { class: 'quiet-text' }, word('noneToCome')),
    element('h2', {}, word('past')),
    ...[...years].flatMap(([year, list]) => [element('h3', {}, year), show(list)]),
    ...(unknown.length > 0 ? [element('h2', {}, word('yearUnknown')), show(unknown)] : []),
  )
}

/** @param {KnowledgeView} view
 * @returns {Moment[]} */
function momentsOf(view) {
  return view.entries.flatMap((event) => {
    if (event.kind !== 'event') return []
    const next =
      event.rrule || event.recurs
        ? view.meetings.find(({ eventId, time }) => eventId === event.id && time.starts >= view.today)
        : undefined
    const on =
      next?.time.starts.slice(0, 10) ??
      (/^\d/.test(event.starts ?? '') ? event.starts : event.starts ? '' : String(event.year ?? ''))
    return [{ event, on: on ?? '', days: next ? daysText({ ...event, starts: on, ends: undefined }) : daysText(event) }]
  })
}

/** @param {readonly Moment[]} moments
 * @param {KnowledgeView} view */
function listOf(moments, view) {
  const lines = moments.map(({ event, days }) => {
    const tags = [
      event.status === 'cancelled' ? 'cancelled' : '',
      event.rrule || event.recurs ? 'comesAgain' : '',
    ].filter(Boolean)
    const where = event.place ? `${textOf(event.place.city)}, ${countryText(event.place.country)}` : ''
    const name = element('span', {}, element('a', { href: `#${event.id}` }, nameOf(event, view)))
    name.append(...tags.flatMap((tag) => [' ', element('span', { class: 'tag' }, word(tag))]))
    return element(
      'li',
      {},
      element('span', { class: 'quiet-text' }, days),
      name,
      element('span', { class: 'quiet-text' }, where),
    )
  })
  return element('ol', { class: 'timeline' }, ...lines)
}
