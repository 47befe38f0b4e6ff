import { type Dialogue, entryOf, listOf, type Publication } from '../knowledge/knowledge.ts'
import type { Language, Words } from '../knowledge/language.ts'
import { eventStatements } from './event-statements.ts'
import {
  colon,
  expansionStatements,
  factStatements,
  nameOf,
  type Statement,
  stateIf,
  type Wording,
  withName,
} from './statement.ts'

/** What the sources say about a year of a series: its theme and its items. */
export function dialogueStatements(dialogue: Dialogue, wording: Wording): Statement[] {
  const { language } = wording
  const sources = listOf(dialogue.source)
  const name = nameOf(dialogue, wording)
  const items = dialogue.items.map((item) => item.title)
  const { theme } = dialogue
  // Without a theme the items stand in its place, and need not be told again.
  const listedAbout = [...(theme ? ['describe'] : []), 'workshops', 'year-of', 'list-events', 'content']
  return [
    ...stateIf(
      theme && `${name}, ${themeWord[language]}${colon[language]}${theme}.`,
      ['describe', 'theme', 'year-of', 'purpose'],
      sources,
    ),
    ...stateIf(
      !theme &&
        items.length > 0 &&
        `${name}${colon[language]}${noTheme[language]}${colon[language]}${items.join('; ')}.`,
      ['describe', 'theme', 'year-of'],
      sources,
    ),
    ...stateIf(
      items.length > 0 && `${itemsWord(dialogue, language)}${colon[language]}${items.join('; ')}.`,
      listedAbout,
      sources,
    ),
    ...heldStatements(dialogue, wording),
    ...factStatements(dialogue, wording),
  ]
}

/** When and where the items were held of which that is known. */
function heldStatements(dialogue: Dialogue, wording: Wording): Statement[] {
  const events = dialogue.items.flatMap(({ event }) => (event ? [entryOf(wording.knowledge, 'event', event)] : []))
  return events.flatMap((event) =>
    eventStatements(event, wording)
      .filter(({ about }) => about.includes('when') || about.includes('where'))
      .map((statement) => ({
        ...statement,
        about: statement.about.filter((about) => about !== 'describe' && about !== 'year-of'),
        text: withName(event, statement.text, wording),
      })),
  )
}

function itemsWord(dialogue: Dialogue, language: Language): string {
  const workshops = dialogue.items.every((item) => item.kind === 'workshop')
  const count = dialogue.items.length > 1 ? ` (${dialogue.items.length})` : ''
  return `${(workshops ? workshopsWord : workshopsAndMoreWord)[language]} ${dialogue.year}${count}`
}

/** What the sources say about a publication: its title, its year and its facts. */
export function publicationStatements(publication: Publication, wording: Wording): Statement[] {
  const name = nameOf(publication, wording)
  const year = publication.year && !name.includes(String(publication.year)) ? ` (${publication.year})` : ''
  const title = publication.title === name ? '' : `${colon[wording.language]}${publication.title}`
  const about = ['describe', 'theme', 'content', ...(publication.year ? ['year-of', 'when'] : [])]
  return [
    { about, text: `${name}${title}${year}.`, sources: listOf(publication.source) },
    ...expansionStatements(publication, wording),
    ...factStatements(publication, wording),
  ]
}

const themeWord: Words = { en: 'theme', fr: 'thème', es: 'tema' }
const noTheme: Words = {
  en: 'the source prints no theme, only these items',
  fr: 'la source n’imprime pas de thème, seulement ces éléments',
  es: 'la fuente no imprime ningún tema, solo estos puntos',
}
const workshopsWord: Words = { en: 'Workshops in', fr: 'Ateliers de', es: 'Talleres de' }
const workshopsAndMoreWord: Words = {
  en: 'Workshops and other items in',
  fr: 'Ateliers et autres éléments de',
  es: 'Talleres y otros puntos de',
}
