import type { BuildFinder } from './document.ts'

/** An engine to compare with. Only the one that is measured is imported, so that none counts for another's memory. */
export type Peer = {
  readonly name: string
  readonly packageName: string
  /** How many phrasings of a document it gets; all that there are where nothing is said. */
  readonly phrasings?: number
  /** Asked only every so many questions, where all would take minutes. */
  readonly everyNth?: number
  load(): Promise<BuildFinder>
}

export const peers: readonly Peer[] = [
  {
    name: 'MiniSearch',
    packageName: 'minisearch',
    load: async () => (await import('./minisearch-finder.ts')).buildMiniSearch,
  },
  {
    name: 'FlexSearch',
    packageName: 'flexsearch',
    load: async () => (await import('./flexsearch-finder.ts')).buildFlexSearch,
  },
  { name: 'Lunr', packageName: 'lunr', load: async () => (await import('./lunr-finder.ts')).buildLunr },
  {
    name: 'Fuse.js',
    packageName: 'fuse.js',
    phrasings: 3,
    everyNth: 12,
    load: async () => (await import('./fuse-finder.ts')).buildFuse,
  },
  {
    name: 'NLP.js',
    packageName: '@nlpjs/basic',
    phrasings: 3,
    load: async () => (await import('./nlpjs-finder.ts')).buildNlpjs,
  },
]
