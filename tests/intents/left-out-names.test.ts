import { describe, expect, test } from 'vitest'
import { leftOutEntries } from '../../src/intents/left-out-names.ts'
import { read } from './shipped-understanding.ts'
import { idsOf } from './small-knowledge.ts'

describe('findLeftOut', () => {
  test.each([
    ['apart from Bali, where is UNHCR a partner', ['bali-process'], 'a head word'],
    ['where is UNHCR a partner besides the Almaty Process', ['almaty-process'], 'at the end'],
    ['processes other than Bali, Almaty and Colombo', ['almaty-process', 'bali-process', 'colombo-process'], 'a row'],
    ['à part le Processus de Bali, lesquels', ['bali-process'], 'French'],
    ['aparte del Proceso de Bali, cuáles', ['bali-process'], 'Spanish'],
    ['global meetings besides Gaborone', [], 'a city is no entry of a list'],
    ['is MIDSA a part of the Bali Process', [], 'English "a part" is not the French one'],
    ['besides being an observer in the Bali Process', [], 'something else is left out'],
  ])('finds in "%s" %j (%s)', (text, expected) => {
    expect(idsOf(leftOutEntries(read(text).leftOut))).toEqual(expected)
  })

  test('leaves the words that say so out of what the model sees', () => {
    const { masked, mentions } = read('apart from Bali, where is IOM an observer')
    expect([masked.join(' '), mentions.length]).toEqual(['where is <organisation> an observer', 2])
  })
})
