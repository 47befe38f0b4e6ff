import { type Entry, entriesOf, type Knowledge } from '../../knowledge/knowledge.ts'
import { allWordings } from '../../knowledge/language.ts'
import { folded } from './folded.ts'

/** The id of what an event belongs to; undefined where that would be a guess. */
export type SeriesFinder = (title: string, categories: readonly string[]) => string | undefined

type Named = { readonly id: string; readonly names: readonly string[] }

/**
 * Finds the process or term that an event of a calendar belongs to: the one that a category is, else the one whose name
 * stands in the title. Weak names like "Bali" do not count.
 */
export function createSeriesFinder(knowledge: Knowledge): SeriesFinder {
  const terms = new Set(entriesOf(knowledge, 'event').flatMap(({ series }) => series ?? []))
  const series = [...entriesOf(knowledge, 'process'), ...entriesOf(knowledge, 'term').filter(({ id }) => terms.has(id))]
  const named = series.map(namesOf)
  return (title, categories) =>
    categories
      .map((category) => named.find(({ id, names }) => [id, ...names].includes(folded(category)))?.id)
      .find(Boolean) ?? longestIn(folded(title), named)
}

function namesOf({ id, name, aliases = [] }: Extract<Entry, { kind: 'process' | 'term' }>): Named {
  return { id, names: [...allWordings(name), ...aliases].map(folded) }
}

/** "Colombo Process Plus" is not "Colombo Process". */
function longestIn(title: string, named: readonly Named[]): string | undefined {
  const inTitle = named.flatMap(({ id, names }) =>
    names.filter((name) => ` ${title} `.includes(` ${name} `)).map((name) => ({ id, name })),
  )
  const longest = Math.max(...inTitle.map(({ name }) => name.length))
  const ids = new Set(inTitle.filter(({ name }) => name.length === longest).map(({ id }) => id))
  return ids.size === 1 ? [...ids][0] : undefined
}
