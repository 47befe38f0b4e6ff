import type { Meeting } from '../calendar/meeting.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Language, Words } from '../knowledge/language.ts'
import { type MessagePart, type MessageSource, type ReminderMessage, sourcesOf } from './message.ts'
import { type Reader, wordAhead, wordTimeThere, wordWhen } from './when-wording.ts'

/** What a part is worded with. */
export type Wording = Reader & { readonly now: Temporal.Instant; readonly knowledge: Pick<Knowledge, 'sources'> }

/** "Tomorrow: Workshop", with when and where. */
export function reminderPart(meeting: Meeting, wording: Wording): MessagePart {
  return partOf(meeting, 'reminder', wordAhead(meeting, wording.now, wording), wording)
}

/** "Changed: Workshop", with when and where it is now. */
export function noticePart(meeting: Meeting, kind: 'changed' | 'cancelled', wording: Wording): MessagePart {
  const part = partOf(meeting, kind, changeWords[kind][wording.language], wording)
  if (kind === 'changed') return part
  const [when = '', ...others] = part.facts
  return { ...part, facts: [`${wasPlanned[wording.language]} ${when}`, ...others] }
}

/** A meeting in a list: what is new about it, if anything, and its name. */
export function listedPart(meeting: Meeting, news: keyof typeof newsWords | undefined, wording: Wording): MessagePart {
  return partOf(meeting, 'digest', news && newsWords[news][wording.language], wording)
}

/** One message of several; people are notified once. */
export function combineMessages(messages: readonly ReminderMessage[]): ReminderMessage {
  const [first] = messages
  if (!first) throw new Error('a message of nothing')
  if (messages.length === 1) return first
  const parts = withoutRepeats(messages.flatMap((message) => message.parts))
  const isNews = messages.some(({ kind }) => kind === 'notice')
  const count = new Set(parts.map(({ meetingId }) => meetingId)).size
  return {
    ...first,
    kind: isNews ? 'notice' : 'reminder',
    headline: count === 1 ? (parts.at(-1)?.headline ?? '') : (isNews ? newsOf : remindersOf)[first.language](count),
    parts,
    notes: [...new Set(messages.flatMap(({ notes }) => notes))],
    subscriptionIds: [...new Set(messages.flatMap(({ subscriptionIds }) => subscriptionIds))],
  }
}

/** News of a meeting tells when it is: no reminder need say so as well. */
function withoutRepeats(parts: readonly MessagePart[]): MessagePart[] {
  const news = new Set(parts.filter(({ kind }) => kind !== 'reminder').map(({ meetingId }) => meetingId))
  return parts.filter(({ kind, meetingId }) => kind !== 'reminder' || !news.has(meetingId))
}

/** The whole message as a person would read it, without mark-up. */
export function toMessageText({ headline, parts, notes, language }: ReminderMessage): string {
  const [only, ...others] = parts
  const isAlone = only !== undefined && others.length === 0 && only.headline === headline
  const told = parts.map((part) => textOf(part, isAlone, language))
  return [headline, ...told, ...notes].filter((text) => text !== '').join(isAlone ? '\n' : '\n\n')
}

/** A note under what may have got through before. */
export const sentAgain: Words = {
  en: 'Sent again: it was uncertain whether this had been delivered.',
  fr: 'Message envoyé de nouveau : il n’est pas certain que le premier envoi soit arrivé.',
  es: 'Mensaje enviado de nuevo: no es seguro que el primer envío haya llegado.',
}

function partOf(
  meeting: Meeting,
  kind: MessagePart['kind'],
  before: string | undefined,
  wording: Wording,
): MessagePart {
  const { language, knowledge } = wording
  const title = meeting.title[language]
  const there = wordTimeThere(meeting, wording)
  return {
    kind,
    meetingId: meeting.id,
    headline: before === undefined ? title : `${before}${colon[language]}${title}`,
    facts: [wordWhen(meeting, wording), there && `${thereWord[language]} ${there}`, meeting.place?.[language]].filter(
      (fact) => fact !== undefined,
    ),
    url: meeting.url,
    sources: sourcesOf(meeting, knowledge, language),
  }
}

function textOf({ headline, facts, url, sources }: MessagePart, isAlone: boolean, language: Language): string {
  const source = sources.length > 0 ? [`${sourceWord[language]}${wordSources(sources)}`] : []
  return [...(isAlone ? [] : [headline]), ...facts, ...(url ? [url] : []), ...source].join('\n')
}

function wordSources(sources: readonly MessageSource[]): string {
  const documents = Map.groupBy(sources, ({ document }) => document)
  const named = [...documents].map(([document, all]) => `${document}, ${all.map(({ locator }) => locator).join(' ')}`)
  return named.join('; ')
}

const colon: Words = { en: ': ', fr: ' : ', es: ': ' }
const sourceWord: Words = { en: 'Source: ', fr: 'Source : ', es: 'Fuente: ' }
const thereWord: Words = { en: 'There:', fr: 'Heure locale :', es: 'Hora local:' }
const wasPlanned: Words = {
  en: 'Was planned for',
  fr: 'Date initialement prévue :',
  es: 'Fecha prevista inicialmente:',
}
/** Nouns in French and Spanish, as titles are of either gender. */
const changeWords: Readonly<Record<'changed' | 'cancelled', Words>> = {
  changed: { en: 'Changed', fr: 'Changement', es: 'Cambio' },
  cancelled: { en: 'Cancelled', fr: 'Annulation', es: 'Cancelación' },
}
const newsWords = { ...changeWords, new: { en: 'New', fr: 'Nouveauté', es: 'Novedad' } } as const
const remindersOf: Readonly<Record<Language, (count: number) => string>> = {
  en: (count) => `Reminders of ${count} meetings`,
  fr: (count) => `Rappels pour ${count} réunions`,
  es: (count) => `Recordatorios de ${count} reuniones`,
}
const newsOf: Readonly<Record<Language, (count: number) => string>> = {
  en: (count) => `News about ${count} meetings`,
  fr: (count) => `Du nouveau pour ${count} réunions`,
  es: (count) => `Novedades sobre ${count} reuniones`,
}
