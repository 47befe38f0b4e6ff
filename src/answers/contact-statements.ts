import { type Contact, type Entry, entriesOf, listOf } from '../knowledge/knowledge.ts'
import { inLanguage, type Language, type Words } from '../knowledge/language.ts'
import { colon, factStatements, nameOf, type Statement, stateIf, type Wording } from './statement.ts'

/** What the sources say about a contact: title, what it is the contact for, addresses. */
export function contactStatements(contact: Contact, wording: Wording): Statement[] {
  const { language } = wording
  const sources = listOf(contact.source)
  const labelled = (word: string, value: string | undefined) => value && `${word}${colon[language]}${value}.`
  const address = contact.address && inLanguage(contact.address, language)
  return [
    ...titleStatements(contact, wording),
    ...stateIf(labelled(emailWord[language], contact.email), ['describe', 'contact'], sources),
    ...stateIf(labelled(phoneWord[language], contact.phone), ['describe', 'phone', 'contact'], sources),
    ...stateIf(
      labelled(addressWord[language], address),
      ['describe', 'address', 'where', 'contact', 'postal-code'],
      sources,
    ),
    // No full stop, which would become part of the link.
    ...stateIf(contact.website && `Web${colon[language]}${contact.website}`, ['describe', 'website'], sources),
    ...factStatements(contact, wording),
  ]
}

/** Who or what it is: the person's title, or what an address without a name is the contact for. */
function titleStatements(contact: Contact, wording: Wording): Statement[] {
  const { language } = wording
  const name = nameOf(contact, wording)
  const purpose = forNames(contact, wording)
  const sources = listOf(contact.source)
  if (contact.person && contact.title) {
    const title = inLanguage(contact.title, language)
    // "Head, Multilateral Processes Division" says already what it is for.
    const unit = purpose && !sharesWord(title, purpose) ? ` (${purpose})` : ''
    return stateIf(`${name}${colon[language]}${title}${unit}.`, ['describe', 'job-title', 'parent', 'head'], sources)
  }
  return stateIf(
    purpose && `${name}${colon[language]}${contactFor[language]} ${purpose}.`,
    ['describe', 'job-title', 'list-events'],
    sources,
  )
}

function sharesWord(title: string, purpose: string): boolean {
  return (
    (purpose.match(/\p{Lu}{3,}/gu) ?? []).some((acronym) => title.includes(acronym)) ||
    title.includes(purpose.replace(/ \(.*\)$/, ''))
  )
}

/** One line with everything by which a contact can be reached. */
export function contactLine(contact: Contact, language: Language): string {
  const title =
    contact.title && contact.person
      ? `${contact.person}, ${inLanguage(contact.title, language)}`
      : (contact.person ?? (contact.title && inLanguage(contact.title, language)))
  return [title, contact.email, contact.phone, contact.address && inLanguage(contact.address, language)]
    .filter((part) => part !== undefined)
    .join(', ')
}

/** Whom to write to, for what the contact belongs to. */
export function writeToStatement(contact: Contact, about: readonly string[], { language }: Wording): Statement {
  const text = `${contactWord[language]}${colon[language]}${contactLine(contact, language)}.`
  return { about, text, sources: listOf(contact.source) }
}

/** The contacts that name an entry in their `for`. */
export function contactsFor(id: string, { knowledge }: Pick<Wording, 'knowledge'>): Contact[] {
  return entriesOf(knowledge, 'contact').filter((contact) => contact.for?.includes(id))
}

function forNames(contact: Contact, wording: Wording): string {
  const entries = (contact.for ?? [])
    .map((id) => wording.knowledge.entries.get(id))
    .filter((entry) => entry !== undefined)
  return entries.map((entry) => describePlace(entry, wording)).join('; ')
}

/** An event is told apart by its city, so that an address shows at once what it belongs to. */
function describePlace(entry: Entry, wording: Wording): string {
  const name = nameOf(entry, wording)
  return entry.kind === 'event' && entry.place ? `${name} (${inLanguage(entry.place.city, wording.language)})` : name
}

const contactWord: Words = { en: 'Contact', fr: 'Contact', es: 'Contacto' }
const emailWord: Words = { en: 'E-mail', fr: 'Courriel', es: 'Correo electrónico' }
const phoneWord: Words = { en: 'Phone', fr: 'Téléphone', es: 'Teléfono' }
const addressWord: Words = { en: 'Address', fr: 'Adresse', es: 'Dirección' }
const contactFor: Words = { en: 'contact for', fr: 'contact pour', es: 'contacto para' }
