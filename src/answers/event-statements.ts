import { countryName } from '../knowledge/country-name.ts'
import { type Event, entryOf, listOf } from '../knowledge/knowledge.ts'
import { inLanguage, type Language, type Words } from '../knowledge/language.ts'
import { writeToStatement } from './contact-statements.ts'
import { wordFurtherTimes, wordWhen } from './event-times.ts'
import { colon, factStatements, fullNameOf, listInWords, type Statement, stateIf, type Wording } from './statement.ts'

type As = NonNullable<Event['organisers']>[number]['as']

/** What the sources say about an event: when, where, by whom, whom to write to, and its facts. */
export function eventStatements(event: Event, wording: Wording): Statement[] {
  const facts = factStatements(event, wording)
  const told = new Set(facts.flatMap((fact) => fact.about))
  return [
    ...whenStatements(event, wording),
    ...whereStatements(event, wording),
    ...webStatements(event, wording),
    ...titleStatements(event, wording),
    ...organiserStatements(event, wording, told),
    ...contactStatements(event, wording),
    ...facts,
  ]
}

function whenStatements(event: Event, wording: Wording): Statement[] {
  const { language } = wording
  const about = ['describe', 'when', 'year-of', ...(event.status === 'cancelled' ? ['schedule-change'] : [])]
  const sources = listOf(event.source)
  if (event.starts) {
    const further = wordFurtherTimes(event, wording)
    const again = further.length > 0 && `${againWord[language]}${colon[language]}${listInWords(further, language)}.`
    const when = `${whenWord[language]}${colon[language]}${wordWhen(event, wording)}.`
    return [{ about, text: when, sources }, ...stateIf(again, ['describe', 'when'], sources)]
  }
  if (event.year)
    return [{ about, text: `${whenWord[language]}${colon[language]}${event.year} (${noDay[language]}).`, sources }]
  if (event.recurs) return [{ about: ['describe'], text: yearly[language], sources }]
  return []
}

function whereStatements(event: Event, { language, knowledge }: Wording): Statement[] {
  const sources = listOf(event.source)
  const region = event.region ? inLanguage(entryOf(knowledge, 'region', event.region).name, language) : undefined
  const regions = region
    ? [{ about: ['describe'], text: `${regionWord[language]}${colon[language]}${region}.`, sources }]
    : []
  if (!event.place) return regions
  const { city, country, venue } = event.place
  const parts = [
    ...(venue ? [inLanguage(venue, language)] : []),
    inLanguage(city, language),
    countryName(country, language),
  ]
  return [
    {
      about: ['describe', 'where', ...(venue ? ['venue'] : [])],
      text: `${whereWord[language]}${colon[language]}${parts.join(', ')}.`,
      sources,
    },
    ...regions,
  ]
}

function webStatements({ url, source }: Event, { language }: Wording): Statement[] {
  return stateIf(url && `Web${colon[language]}${url}`, ['describe', 'website'], listOf(source))
}

function titleStatements(event: Event, { language }: Wording): Statement[] {
  if (!event.title) return []
  return [
    {
      about: ['describe', 'theme', 'purpose'],
      text: `${titleWord[language]}${colon[language]}${inLanguage(event.title, language)}.`,
      sources: listOf(event.source),
    },
  ]
}

/** Organisers by what they did; left out where a fact of the file words it already. */
function organiserStatements(event: Event, { knowledge, language }: Wording, told: ReadonlySet<string>): Statement[] {
  const byRole = Map.groupBy(event.organisers ?? [], (organiser) => organiser.as)
  return [...byRole].flatMap(([as, organisers]) => {
    const { about, word } = organiserWords[as]
    if (about !== 'organiser' && told.has(about)) return []
    const names = organisers.map(({ organisation }) =>
      fullNameOf(entryOf(knowledge, 'organisation', organisation), language),
    )
    const also = about === 'organiser' ? ['organiser'] : [about, 'organiser']
    return [
      {
        about: ['describe', ...also],
        text: `${word[language]}${colon[language]}${listInWords(names, language)}.`,
        sources: listOf(event.source),
      },
    ]
  })
}

function contactStatements(event: Event, wording: Wording): Statement[] {
  return (event.contacts ?? []).flatMap((id) => {
    const contact = entryOf(wording.knowledge, 'contact', id)
    const about = ['describe', 'contact', ...(contact.phone ? ['phone'] : [])]
    const website = contact.website && `Web${colon[wording.language]}${contact.website}`
    return [...stateIf(website, ['website'], listOf(contact.source)), writeToStatement(contact, about, wording)]
  })
}

const whenWord: Words = { en: 'Date', fr: 'Date', es: 'Fecha' }
const againWord: Words = { en: 'Further dates', fr: 'Autres dates', es: 'Otras fechas' }
const whereWord: Words = { en: 'Place', fr: 'Lieu', es: 'Lugar' }
const regionWord: Words = { en: 'Region', fr: 'Région', es: 'Región' }
const titleWord: Words = { en: 'Title', fr: 'Titre', es: 'Título' }
const noDay: Words = {
  en: 'the source gives no day',
  fr: 'la source ne donne pas de jour',
  es: 'la fuente no da el día',
}
const yearly: Words = {
  en: 'It takes place once a year; the source gives no dates.',
  fr: 'Il a lieu une fois par an ; la source ne donne pas de dates.',
  es: 'Se celebra una vez al año; la fuente no da fechas.',
}

const organiserWords: Readonly<Record<As, { about: string; word: Readonly<Record<Language, string>> }>> = {
  anchor: { about: 'organiser', word: { en: 'Organised (anchored) by', fr: 'Organisation', es: 'Organiza' } },
  partner: {
    about: 'organiser',
    word: { en: 'In partnership with', fr: 'En partenariat avec', es: 'En colaboración con' },
  },
  'technical focal point': {
    about: 'organiser',
    word: { en: 'Technical focal point', fr: 'Point focal technique', es: 'Punto focal técnico' },
  },
  'in collaboration': {
    about: 'partner',
    word: { en: 'In collaboration with', fr: 'En collaboration avec', es: 'En colaboración con' },
  },
  host: { about: 'host', word: { en: 'Host', fr: 'Hôte', es: 'Anfitrión' } },
  supporter: { about: 'sponsor', word: { en: 'With the support of', fr: 'Avec le soutien de', es: 'Con el apoyo de' } },
  opener: { about: 'opener', word: { en: 'Opened by', fr: 'Ouverture', es: 'Inaugura' } },
}
