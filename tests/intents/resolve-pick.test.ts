import { describe, expect, test } from 'vitest'
import { resolvePick } from '../../src/intents/resolve-pick.ts'
import type { Entry } from '../../src/knowledge/knowledge.ts'
import { knowledge, read, tools } from './shipped-understanding.ts'

const entry = (id: string) => knowledge.entries.get(id) as Entry
const context = {
  intent: 'contact',
  subjects: [entry('rcsc-asia')],
  series: [],
  shown: ['rcsc-asia', 'rcsc-mena', 'rcsc-africa'].map(entry),
}

describe('a pick in a conversation', () => {
  test.each([
    ['the second', ['rcsc-mena'], 'contact'],
    ['and the other two?', undefined, undefined],
    ['the others', ['rcsc-mena', 'rcsc-africa'], 'contact'],
    ['who hosts the third one?', ['rcsc-africa'], undefined],
    ['is the first one in Asia?', ['rcsc-asia'], undefined],
  ])('%j is of %j and keeps the intent %s', (text, ids, intent) => {
    const picked = resolvePick(read(text), context, tools)
    expect([picked?.subjects.map(({ id }) => id), picked?.keptIntent]).toEqual([ids, intent])
  })

  test('puts a slot where it stands', () => {
    expect(resolvePick(read('who hosts the third one?'), context, tools)?.clause.masked).toEqual([
      'who',
      'hosts',
      '<event>',
    ])
  })

  test.each(['the second MIDSA meeting', 'the first in 2014', 'the second one in Quito'])('is none in %j', (text) => {
    expect(resolvePick(read(text), context, tools)).toBeUndefined()
  })

  test('of a list that was only shown asks what it is', () => {
    const listed = { ...context, intent: 'list-events', subjects: [] }
    expect(resolvePick(read('the second'), listed, tools)?.keptIntent).toBe('describe')
  })
})
