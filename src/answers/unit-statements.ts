import { type Document, entryOf, listOf, type Unit } from '../knowledge/knowledge.ts'
import { inLanguage, type Language } from '../knowledge/language.ts'
import { contactLine } from './contact-statements.ts'
import { wordDates } from './date-wording.ts'
import { colon, expansionStatements, factStatements, nameOf, type Statement, type Wording } from './statement.ts'

/** What the sources say about a unit: where it belongs, since when it exists, who heads it, whom to write to. */
export function unitStatements(unit: Unit, wording: Wording): Statement[] {
  const { knowledge, language } = wording
  const sources = listOf(unit.source)
  const head = unit.head ? entryOf(knowledge, 'contact', unit.head) : undefined
  const contacts = (unit.contacts ?? []).map((id) => entryOf(knowledge, 'contact', id))
  return [
    ...expansionStatements(unit, wording),
    ...(unit.parent
      ? [
          {
            about: ['describe', 'parent', 'where'],
            text: `${parentWord[language]}${colon[language]}${inLanguage(unit.parent, language)}.`,
            sources,
          },
        ]
      : []),
    ...(unit.established
      ? [
          {
            about: ['describe', 'founded', 'when', 'year-of'],
            text: `${establishedWord[language]}${colon[language]}${wordDates(unit.established, undefined, language)}.`,
            sources,
          },
        ]
      : []),
    ...(head
      ? [
          {
            about: ['describe', 'head', 'chair'],
            text: `${headWord[language]}${colon[language]}${contactLine(head, language)}.`,
            sources: listOf(head.source),
          },
        ]
      : []),
    ...(contacts.length > 0
      ? [
          {
            about: ['contact', 'list-contacts'],
            text: `${contactsWord[language]} (${contacts.length})${colon[language]}${contacts.map((contact) => contactLine(contact, language)).join('; ')}.`,
            sources: contacts.flatMap((contact) => listOf(contact.source)),
          },
        ]
      : []),
    ...factStatements(unit, wording),
  ]
}

/** What the sources say about a document: its number, its adoption and its facts. */
export function documentStatements(document: Document, wording: Wording): Statement[] {
  const { language } = wording
  const sources = listOf(document.source)
  const name = nameOf(document, wording)
  return [
    ...(document.symbol
      ? [{ about: ['describe', 'document-number'], text: `${name}${colon[language]}${document.symbol}.`, sources }]
      : []),
    ...(document.adopted
      ? [
          {
            about: ['describe', 'when', 'year-of', 'founded'],
            text: `${adoptedWord[language]}${colon[language]}${wordDates(document.adopted, undefined, language)}.`,
            sources,
          },
        ]
      : []),
    ...factStatements(document, wording),
  ]
}

type Words = Readonly<Record<Language, string>>
const parentWord: Words = { en: 'Part of', fr: 'Rattachement', es: 'Depende de' }
const establishedWord: Words = { en: 'Established', fr: 'Création', es: 'Creación' }
const headWord: Words = { en: 'Head', fr: 'Chef', es: 'Jefe' }
const contactsWord: Words = { en: 'Contacts', fr: 'Contacts', es: 'Contactos' }
const adoptedWord: Words = { en: 'Adopted', fr: 'Adoption', es: 'Adopción' }
