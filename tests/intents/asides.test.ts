import { describe, expect, test } from 'vitest'
import { findAside } from '../../src/intents/asides.ts'
import type { Context } from '../../src/intents/conversation.ts'
import { knowledge, tools } from './shipped-understanding.ts'

const shown = ['almaty-process', 'bali-process']
  .map((id) => knowledge.entries.get(id))
  .filter((entry) => entry !== undefined)
const context: Context = { intent: 'list-processes', subjects: [], series: [], shown }

describe('a message about the talk', () => {
  test.each([
    ['how many is that?', 'count'],
    ['combien au total ?', 'count'],
    ['¿cuántos son en total?', 'count'],
    ['source?', 'source'],
    ['where does that come from?', 'source'],
    ['d’où ça vient ?', 'source'],
    ['¿cuál es la fuente?', 'source'],
    ['is that still so?', 'still'],
    ['c’est toujours vrai ?', 'still'],
    ['¿sigue siendo así?', 'still'],
    ['who else?', 'else'],
    ['qui d’autre ?', 'else'],
    ['¿alguien más?', 'else'],
    ['and?', 'more'],
    ['et ?', 'more'],
    ['¿y?', 'more'],
    ['say that in French', 'again'],
    ['en español por favor', 'again'],
  ])('%j is understood as %s', (message, kind) => {
    expect(findAside(message, context, tools)?.kind).toBe(kind)
  })

  test.each([
    ['who hosts it?', 'a question'],
    ['how many participants?', 'a number of something else'],
    ['how many of them are with UNHCR?', 'a list narrowed down'],
    ['is it in English?', 'about the thing and not the talk'],
    ['where does he come from?', 'about a person'],
    ['and in 2014?', 'a year'],
    ['and Bali?', 'a name'],
    ['what else do we host?', 'a question for a list'],
    ['number 2', 'a pick'],
    ['thanks', 'small talk'],
    ['', 'nothing'],
    ['and '.repeat(2000), 'far too long'],
  ])('%j is none (%s)', (message) => {
    expect(findAside(message, context, tools)).toBeUndefined()
  })

  test('needs a talk, unless it is only "and?"', () => {
    expect(findAside('source?', undefined, tools)).toBeUndefined()
    expect(findAside('and?', undefined, tools)).toEqual({ kind: 'more' })
  })

  test('counts nothing where nothing was listed', () => {
    expect(findAside('how many?', { ...context, shown: [] }, tools)).toBeUndefined()
  })
})
