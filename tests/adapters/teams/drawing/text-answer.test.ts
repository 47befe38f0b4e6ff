import { describe, expect, test } from 'vitest'
import { messageBytes } from '../../../../adapters/teams/drawing/message-bytes.ts'
import { textAnswer } from '../../../../adapters/teams/drawing/text-answer.ts'
import { anAnswer, aPart, source } from '../../chat/an-answer.ts'

describe('an answer in words alone', () => {
  test('ends with the numbers of its documents', () => {
    const part = aPart({ sources: [source, { ...source, document: 'Rain pages' }] })
    const { text, citations } = textAnswer(anAnswer([part]))
    expect(text).toMatch(/^It is windy\.\nSource: .* \[1\] \[2\]$/)
    expect(citations?.citation.map(({ appearance }) => appearance.name)).toEqual(['Wind pages', 'Rain pages'])
  })

  test('has no numbers without a source', () => {
    expect(textAnswer(anAnswer([aPart({ sources: [] })]))).toEqual({ text: 'It is windy.', citations: undefined })
  })

  test('is short, however long the list', () => {
    const facts = Array.from({ length: 500 }, (_, i) => `Contact ${i} "移"`)
    const { text } = textAnswer(anAnswer([aPart({ facts, isList: true })]))
    expect(messageBytes(text)).toBeLessThan(4100)
    expect(text).toContain('…')
  })
})
