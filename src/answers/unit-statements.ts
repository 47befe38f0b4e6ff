import { type Document, entryOf, listOf, type Unit } from '../knowledge/knowledge.ts'
import { inLanguage, type Words } from '../knowledge/language.ts'
import { contactLine } from './contact-statements.ts'
import { wordDates } from './date-wording.ts'
import {
  colon,
  expansionStatements,
  factStatements,
  nameOf,
  type Statement,
  stateIf,
  type Wording,
} from './statement.ts'

/** What the sources say about a unit: where it belongs, since when it exists, who heads it, whom to write to. */
export function unitStatements(unit: Unit, wording: Wording): Statement[] {
  const { knowledge, language } = wording
  const sources = listOf(unit.source)
  const head = unit.head ? entryOf(knowledge, 'contact', unit.head) : undefined
  const contacts = (unit.contacts ?? []).map((id) => entryOf(knowledge, 'contact', id))
  const lines = contacts.map((contact) => contactLine(contact, language))
  return [
    ...expansionStatements(unit, wording),
    ...stateIf(
      unit.parent && `${parentWord[language]}${colon[language]}${inLanguage(unit.parent, language)}.`,
      ['describe', 'parent', 'where'],
      sources,
    ),
    ...stateIf(
      unit.established &&
        `${establishedWord[language]}${colon[language]}${wordDates(unit.established, undefined, language)}.`,
      ['describe', 'founded', 'when', 'year-of'],
      sources,
    ),
    ...stateIf(
      head && `${headWord[language]}${colon[language]}${contactLine(head, language)}.`,
      ['describe', 'head', 'chair'],
      listOf(head?.source ?? []),
    ),
    ...stateIf(
      contacts.length > 0 && `${contactsWord[language]} (${contacts.length})${colon[language]}${lines.join('; ')}.`,
      ['contact', 'list-contacts'],
      contacts.flatMap((contact) => listOf(contact.source)),
    ),
    ...factStatements(unit, wording),
  ]
}

/** What the sources say about a document: its number, its adoption and its facts. */
export function documentStatements(document: Document, wording: Wording): Statement[] {
  const { language } = wording
  const sources = listOf(document.source)
  return [
    ...stateIf(
      document.symbol && `${nameOf(document, wording)}${colon[language]}${document.symbol}.`,
      ['describe', 'document-number'],
      sources,
    ),
    ...stateIf(
      document.adopted &&
        `${adoptedWord[language]}${colon[language]}${wordDates(document.adopted, undefined, language)}.`,
      ['describe', 'when', 'year-of', 'founded'],
      sources,
    ),
    ...factStatements(document, wording),
  ]
}

const parentWord: Words = { en: 'Part of', fr: 'Rattachement', es: 'Depende de' }
const establishedWord: Words = { en: 'Established', fr: 'Création', es: 'Creación' }
const headWord: Words = { en: 'Head', fr: 'Chef', es: 'Jefe' }
const contactsWord: Words = { en: 'Contacts', fr: 'Contacts', es: 'Contactos' }
const adoptedWord: Words = { en: 'Adopted', fr: 'Adoption', es: 'Adopción' }
