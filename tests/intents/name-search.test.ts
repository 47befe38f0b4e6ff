import { expect, test } from 'vitest'
import { createNameSearch } from '../../src/intents/name-search.ts'
import { aContact, aProcess, aSmallKnowledge } from './small-knowledge.ts'

const heron = aProcess('Heron')
const heronry = aProcess('Heronry Process')
const oslo = aProcess('Oslo Process of the Heron')
const oslos = aProcess('Oslo Herons Process')
const grey = aProcess('Greyheron Process')
const head = aProcess('Stork Process', { heads: ['Heron'] })
const names = createNameSearch(aSmallKnowledge({ entries: [grey, oslos, oslo, head, heronry, heron] }))

test('finds whole names first, then their beginnings, words in them, beginnings of words, and letters inside', () => {
  expect(names.find(['heron']).map(({ of }) => of)).toEqual([heron, head, heronry, oslo, oslos, grey])
})

test('wants every word, in any order', () => {
  expect(names.find(['heron', 'oslo']).map(({ of }) => of)).toEqual([oslo, oslos])
  expect(names.find(['heron', 'bergen'])).toEqual([])
})

test('does not look inside words for one or two letters', () => {
  expect(names.find(['ro'])).toEqual([])
})

test('of what fits as well, finds processes first, then what stands first in the files', () => {
  const [ana, ann, process] = [aContact('Ana Heron'), aContact('Ann Heron'), aProcess('Axe Heron')]
  const found = createNameSearch(aSmallKnowledge({ entries: [ann, ana, process] })).find(['a'])
  expect(found.map(({ of }) => of)).toEqual([process, ann, ana])
})
