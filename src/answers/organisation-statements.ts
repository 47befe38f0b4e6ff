import { type Entry, entriesOf, listOf, type Organisation, type Region, type Role } from '../knowledge/knowledge.ts'
import { inLanguage, type Words } from '../knowledge/language.ts'
import { contactStatements, contactsFor, writeToStatement } from './contact-statements.ts'
import { eventStatements } from './event-statements.ts'
import {
  colon,
  expansionStatements,
  factStatements,
  listInWords,
  nameOf,
  type Statement,
  stateIf,
  type Wording,
  withName,
} from './statement.ts'

/** An organisation is known by what it does in the processes and events of the knowledge. */
export function organisationStatements(organisation: Organisation, wording: Wording): Statement[] {
  const { knowledge, language } = wording
  const processes = entriesOf(knowledge, 'process').filter((process) =>
    process.roles.some((role) => role.partners?.some(({ who }) => who.includes(organisation.id))),
  )
  const events = entriesOf(knowledge, 'event').filter((event) =>
    event.organisers?.some((organiser) => organiser.organisation === organisation.id),
  )
  const names = (entries: readonly Entry[]) =>
    listInWords(
      entries.map((entry) => nameOf(entry, wording)),
      language,
    )
  return [
    ...expansionStatements(organisation, wording),
    ...stateIf(
      processes.length > 0 && `${partnerIn[language]}${colon[language]}${names(processes)}.`,
      ['describe', 'partner', 'list-processes'],
      processes.flatMap((p) => p.roles.filter((role) => role.partners).flatMap((role) => listOf(role.source))),
    ),
    ...stateIf(
      events.length > 0 && organisation.id !== 'iom' && `${organiserOf[language]}${colon[language]}${names(events)}.`,
      ['describe', 'organiser', 'list-events', 'host'],
      events.flatMap((event) => listOf(event.source)),
    ),
    ...factStatements(organisation, wording),
    ...generalContacts(organisation, wording),
  ]
}

/** The contacts that are given for an entry as a whole. */
export function generalContacts(entry: Entry, wording: Wording): Statement[] {
  return contactsFor(entry.id, wording).flatMap((contact) => {
    const own = contactStatements(contact, wording).map((statement) => ({
      ...statement,
      about: statement.about.filter((about) => !['describe', 'job-title', 'contact'].includes(about)),
    }))
    return [writeToStatement(contact, ['contact'], wording), ...own]
  })
}

/** A region is what its consultation and its name tell. */
export function regionStatements(region: Region, wording: Wording): Statement[] {
  const { knowledge } = wording
  const events = entriesOf(knowledge, 'event').filter((event) => event.region === region.id)
  return [
    ...expansionStatements(region, wording),
    ...events.flatMap((event) =>
      eventStatements(event, wording).map((s) => ({ ...s, text: withName(event, s.text, wording) })),
    ),
  ]
}

/** A role is what IOM is in it, and the processes it has it in. */
export function roleStatements(role: Role, wording: Wording): Statement[] {
  const { knowledge, language } = wording
  const processes = entriesOf(knowledge, 'process').filter((process) =>
    process.roles.some((entry) => entry.role === role.id),
  )
  const names = processes.map((process) => nameOf(process, wording))
  return [
    ...stateIf(
      names.length > 0 && `${inLanguage(role.sentence, language)}${colon[language]}${listInWords(names, language)}.`,
      ['describe', 'list-processes'],
      listOf(role.source),
    ),
    ...factStatements(role, wording),
  ]
}

const partnerIn: Words = {
  en: 'Named beside IOM in',
  fr: 'À côté de l’OIM dans',
  es: 'Junto a la OIM en',
}
const organiserOf: Words = {
  en: 'Among the organisers of',
  fr: 'Parmi les organisateurs de',
  es: 'Entre los organizadores de',
}
