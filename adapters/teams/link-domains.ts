import { entriesOf, type Knowledge } from '../../src/knowledge/knowledge.ts'

/** The hosts of the websites that the knowledge names, sorted: links to them are unfurled, and to no other. */
export function unfurlDomains(knowledge: Knowledge): string[] {
  const websites = entriesOf(knowledge, 'contact').flatMap(({ website }) => website ?? [])
  return [...new Set(websites.map((website) => new URL(website).hostname))].sort()
}
