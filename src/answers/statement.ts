import { type Entry, type Knowledge, listOf, type Organisation } from '../knowledge/knowledge.ts'
import { inLanguage, type Language, type Words } from '../knowledge/language.ts'

/** One sentence about an entry, the intents it answers, and the lines it stands in. */
export type Statement = {
  readonly about: readonly string[]
  readonly text: string
  readonly sources: readonly string[]
  /** It says that the sources do not hold what is asked, so it is no answer. */
  readonly absent?: boolean
}

/** What a statement needs to be worded. */
export type Wording = {
  readonly knowledge: Knowledge
  readonly language: Language
  /** The day of the question, `YYYY-MM-DD`, where that matters: what is to come is told with what is not known of it. */
  readonly today?: string
  /** The time zone of who asks: what is to come is told on the clocks there as well. */
  readonly readerZone?: string | undefined
}

/** The facts of an entry, as its file words them. */
export function factStatements(entry: Entry, { language }: Wording): Statement[] {
  if (!('facts' in entry)) return []
  return (entry.facts ?? []).map((fact) => ({
    about: fact.absent ? listOf(fact.about) : ['describe', ...listOf(fact.about)],
    ...(fact.absent ? { absent: true } : {}),
    text: inLanguage(fact.text, language),
    sources: listOf(fact.source ?? ('source' in entry ? entry.source : undefined)),
  }))
}

/** What stands between a label and what it labels; French puts a space before it. */
export const colon: Words = { en: ': ', fr: ' : ', es: ': ' }

/** A statement, or none where there is nothing to say. */
export function stateIf(
  text: string | false | undefined,
  about: readonly string[],
  sources: readonly string[],
): Statement[] {
  return text ? [{ about, text, sources }] : []
}

/** "A", "A and B", "A, B and C" in a language. */
export function listInWords(items: readonly string[], language: Language): string {
  return listFormats[language].format(items)
}

const listFormats: Readonly<Record<Language, Intl.ListFormat>> = {
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
  fr: new Intl.ListFormat('fr', { type: 'conjunction' }),
  es: new Intl.ListFormat('es', { type: 'conjunction' }),
}

/** What an entry is called in an answer. */
export function nameOf(entry: Entry, wording: Wording): string {
  const { language } = wording
  switch (entry.kind) {
    case 'dialogue':
      return `${seriesName(entry.series, wording)} ${entry.year}`
    case 'contact':
      return entry.person ?? (entry.title ? inLanguage(entry.title, language) : (entry.email ?? entry.id))
    default:
      return inLanguage(entry.name, language)
  }
}

/** A series as it is called beside a year: by its abbreviation, where its name has one. */
export function seriesName(id: string, wording: Wording): string {
  const series = wording.knowledge.entries.get(id)
  const name = series ? nameOf(series, wording) : id
  return inBrackets(name)?.acronym ?? name
}

/** The name with what it stands for: "MFA (Migrant Forum in Asia)". */
export function fullNameOf(entry: Organisation, language: Language): string {
  const name = inLanguage(entry.name, language)
  const full = entry.fullName && inLanguage(entry.fullName, language)
  return full && !name.includes(full) && full !== name ? `${name} (${full})` : name
}

/** "RCP stands for …", for every entry whose abbreviation the sources spell out. */
export function expansionStatements(entry: Entry, { language }: Wording): Statement[] {
  if (!('name' in entry)) return []
  const name = inLanguage(entry.name, language)
  const bracketed = inBrackets(name)
  const english = inBrackets(inLanguage(entry.name, 'en'))
  const full =
    'fullName' in entry && entry.fullName
      ? inLanguage(entry.fullName, language)
      : english && spellsOut(english.words, english.acronym)
        ? bracketed?.words
        : undefined
  const short = bracketed?.acronym ?? name
  if (full === undefined) return []
  if (short === full) return []
  const text = {
    en: `${short} stands for ${full}.`,
    fr: `${short} signifie ${full}.`,
    es: `${short} significa ${full}.`,
  }[language]
  return [{ about: ['expansion', 'describe'], text, sources: 'source' in entry ? listOf(entry.source) : [] }]
}

/** "Middle-East and North Africa (MENA)" in its two parts. */
function inBrackets(name: string): { words: string; acronym: string } | undefined {
  const match = /^(.+) \((\p{Lu}[\p{L}-]{1,9})\)$/u.exec(name)
  return match ? { words: match[1] ?? '', acronym: match[2] ?? '' } : undefined
}

/** Whether the bracket holds the initials of the words: so with MENA, but not with "Puebla Process (RCM)". */
function spellsOut(words: string, acronym: string): boolean {
  return (words.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join('') === acronym.toUpperCase()
}

/** "Almaty Process: IOM serves as …", unless the sentence names it already. */
export function withName(entry: Entry, text: string, wording: Wording): string {
  const name = nameOf(entry, wording)
  return text.toLowerCase().includes(name.toLowerCase()) ? text : `${name}${colon[wording.language]}${text}`
}

/** The same with the name in front, wherever else the sentence has it. */
export function startWithName(entry: Entry, text: string, wording: Wording): string {
  const name = nameOf(entry, wording)
  return text.startsWith(name) ? text : `${name}${colon[wording.language]}${text}`
}

/** Sentences about an entry in one line, with its name before them unless each has it. */
export function withNameOnce(entry: Entry, texts: readonly string[], wording: Wording): string {
  const named = texts.every((text) => withName(entry, text, wording) === text)
  return named ? texts.join(' ') : `${nameOf(entry, wording)}${colon[wording.language]}${texts.join(' ')}`
}

/** The conflicts, gaps and warnings that belong under every answer about an entry. */
export function notesOf(entry: Entry, language: Language): string[] {
  const notes = 'notes' in entry && entry.notes ? entry.notes.map((note) => inLanguage(note, language)) : []
  return isCancelled(entry) ? [cancelledNote[language], ...notes] : notes
}

function isCancelled(entry: Entry): boolean {
  return entry.kind === 'event' && entry.status === 'cancelled'
}

const cancelledNote: Words = {
  en: 'This meeting has been cancelled.',
  fr: 'Cette réunion a été annulée.',
  es: 'Esta reunión ha sido cancelada.',
}
