import { countryName } from '../knowledge/country-name.ts'
import type { Entry, Knowledge, Topic } from '../knowledge/knowledge.ts'
import { allWordings, languages } from '../knowledge/language.ts'
import { wordsOf } from '../search/tokens.ts'
import { namesOf, weakNamesOf } from './entry-names.ts'
import { isFunctionWord } from './function-words.ts'

/** What a search box finds: an entry, or a topic of an organisation's own. */
export type Findable = Entry | Topic

/** A name by its telling words. A weak one may be that of others as well. */
export type SearchedName = {
  readonly of: Findable
  readonly words: readonly string[]
  readonly letters: number
  readonly weak: boolean
}

/** All names that a search box looks through. */
export function listNames(knowledge: Knowledge): SearchedName[] {
  return [
    ...[...knowledge.entries.values()].flatMap((entry) => namesOfEntry(entry, knowledge)),
    ...[...knowledge.topics.values()].flatMap(namesOfTopic),
  ]
}

/** The words that tell something, or all where none does. */
export function tellingWords(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !isFunctionWord(word))
  return telling.length > 0 ? telling : words
}

/** How many letters words have together. */
export function lettersIn(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length, 0)
}

function namesOfEntry(entry: Entry, knowledge: Knowledge): SearchedName[] {
  const strong = [...namesOf(entry), ...yearNames(entry, knowledge)]
  const weak = [...weakNamesOf(entry), ...placeNames(entry), ...pageNames(entry)]
  return [...strong.map((name) => nameFrom(entry, name, false)), ...weak.map((name) => nameFrom(entry, name, true))]
}

function namesOfTopic(topic: Topic): SearchedName[] {
  return [nameFrom(topic, topic.title, false), ...topic.questions.map((question) => nameFrom(topic, question, true))]
}

function nameFrom(of: Findable, name: string, weak: boolean): SearchedName {
  const words = tellingWords(wordsOf(name))
  return { of, words, letters: lettersIn(words), weak }
}

/** "Workshop 2017 Geneva Switzerland": where and when an event is belongs to what people type. */
function placeNames(entry: Entry): string[] {
  if (entry.kind !== 'event') return []
  const { place, starts, year = starts?.slice(0, 4) } = entry
  const cities = place ? allWordings(place.city) : []
  const countries = place ? new Set(languages.map((language) => countryName(place.country, language))) : []
  return allWordings(entry.name).map((name) => [name, ...cities, ...countries, year ?? ''].join(' '))
}

/** A page is found by its address, which several contacts may have. */
function pageNames(entry: Entry): string[] {
  return entry.kind === 'contact' && entry.website ? [entry.website] : []
}

/** "IDM 2014", "International Dialogue on Migration 2014". */
function yearNames(entry: Entry, { entries }: Knowledge): string[] {
  if (entry.kind !== 'dialogue') return []
  const series = entries.get(entry.series)
  return (series ? namesOf(series) : []).map((name) => `${name} ${entry.year}`)
}
