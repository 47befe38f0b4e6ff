import { describe, expect, test } from 'vitest'
import { addName, createNameTrie, isAcronym, nameKeys } from '../../src/intents/name-trie.ts'
import { aProcess } from './small-knowledge.ts'

describe('isAcronym', () => {
  test.each(['RCP', 'FIIAPP', 'PANiDMR', 'EU'])('holds for %s', (word) => {
    expect(isAcronym(word)).toBe(true)
  })

  test.each(['Bali', 'iom', 'I', '', 'iOS', 'MEDITERRANEAN'])('does not hold for "%s"', (word) => {
    expect(isAcronym(word)).toBe(false)
  })
})

describe('nameKeys', () => {
  test.each([
    ['Mistral Process', 'mistral processes'],
    ['Forum on the Winds', 'FORUM ON WIND'],
    ['Procès', 'proces'],
  ])('finds "%s" by the same words as "%s"', (name, other) => {
    expect(nameKeys(name).keys).toEqual(nameKeys(other.toLowerCase()).keys)
  })

  test('wants capitals of an acronym that is a word as well', () => {
    expect(['MADE', 'made', 'RCP'].map((name) => nameKeys(name).upperCase)).toEqual([true, false, false])
  })
})

describe('addName', () => {
  const mistral = aProcess('Mistral Process')

  function aTrie(...names: readonly string[]) {
    const trie = createNameTrie()
    for (const name of names) addName(trie, name, mistral, true)
    return trie
  }

  test('leads word by word to who bears the name', () => {
    const node = aTrie('Mistral Process').root.next.get('mistral')
    expect(node?.ends).toEqual([])
    expect([...(node?.next.values() ?? [])].map((last) => last.ends.map((end) => end.target.id))).toEqual([
      ['mistral-process'],
    ])
  })

  test('skips small words inside a name', () => {
    const longer = aTrie('Forum on the Winds').root.next.get('forum')
    expect([...(longer?.next.keys() ?? [])]).toEqual([
      ...(aTrie('Forum Winds').root.next.get('forum')?.next.keys() ?? []),
    ])
  })

  test('enters a bearer once, however often its name is told', () => {
    expect(aTrie('MIP', 'MIP').root.next.get('mip')?.ends).toHaveLength(1)
  })

  test('asks for capitals only where the acronym is a word too', () => {
    expect(aTrie('MADE').root.next.get('made')?.ends[0]?.upperCase).toBe(true)
    expect(aTrie('MIDSA').root.next.get('midsa')?.ends[0]?.upperCase).toBe(false)
  })
})
