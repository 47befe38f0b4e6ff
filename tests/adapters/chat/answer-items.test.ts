import { describe, expect, test } from 'vitest'
import type { AnswerItem, ItemLimits } from '../../../adapters/chat/answer-item.ts'
import { answerItems, sourceText } from '../../../adapters/chat/answer-items.ts'
import type { MeetingOffers } from '../../../adapters/chat/meeting-items.ts'
import type { AnswerPart } from '../../../src/answers/answer.ts'
import { anAnswer, aPart } from './an-answer.ts'

const looked = { documents: 6, knowledgeAsOf: '2021' }
const limits: ItemLimits = { pieceLength: 40, labelLength: 12, fitsButton: ({ question }) => question.length <= 20 }

const wide: ItemLimits = { ...limits, pieceLength: 400 }

function textOf(item: AnswerItem): string {
  if ('runs' in item) return item.runs.map(({ text }) => text).join('')
  if ('text' in item) return item.text
  return 'label' in item ? item.label : item.meeting
}

function shown(...parts: Parameters<typeof aPart>): string[] {
  const items = answerItems(anAnswer(parts.map(aPart)), looked, limits)
  return items.map((item) => `${item.kind}: ${textOf(item)}`)
}

function choicesOf(items: readonly AnswerItem[]) {
  return items.flatMap((item) => (item.kind === 'choice' ? [item] : []))
}

describe('the pieces of an answer', () => {
  test('come in the order in which they are read, the source last', () => {
    const part = { facts: ['A fact.'], notes: ['Mind this.'], related: true, suggestions: ['and the events?'] }
    expect(shown(part)).toEqual([
      'lead: It is windy.',
      'heading: What they do say:',
      'fact: A fact.',
      'note: Note: Mind this.',
      'suggestion: You can also ask: and the events?',
      'source: Source: Wind pages, 900:1 (as of 2021)',
    ])
  })

  test('are no longer than a piece, and put together are the whole text', () => {
    const fact = 'word '.repeat(50)
    const pieces = answerItems(anAnswer([aPart({ facts: [fact] })]), looked, limits).filter(
      ({ kind }) => kind === 'fact',
    )
    expect(pieces.map(textOf).join('')).toBe(fact)
    expect(pieces.every((piece) => textOf(piece).length <= 40)).toBe(true)
    expect(pieces.map(({ goesOn }) => goesOn)).toEqual([...pieces.slice(1).map(() => true), false])
  })

  test('name where was looked, where there is no source', () => {
    expect(sourceText(aPart({ sources: [] }), 'en', looked)).toBe('Looked in 6 documents, the newest as of 2021')
  })

  test('leave out what cannot be seen', () => {
    expect(shown({ lead: ' ', facts: ['\n'], notes: [''], suggestions: [' '] })).toEqual([
      'source: Source: Wind pages, 900:1 (as of 2021)',
    ])
  })

  test.each<[AnswerPart['status'], string[], string]>([
    ['answered', ['An answer, see ', 'https://example.org'], 'links what the sources say'],
    ['unknown', ['An answer, see https://example.org'], 'links nothing that the person may have written'],
  ])('in a lead that is %s are %j: it %s', (status, texts) => {
    const [lead] = answerItems(anAnswer([aPart({ status, lead: texts.join('') })]), looked, limits)
    expect(lead && 'runs' in lead ? lead.runs.map(({ text }) => text) : []).toEqual(texts)
  })
})

describe('a meeting to come', () => {
  const parts = [aPart({ meeting: 'council' }), aPart()]
  const offered = (offers?: MeetingOffers) =>
    answerItems(anAnswer(parts, 'fr'), { ...looked, offers }, limits).filter(({ kind }) => kind === 'meeting')
  const calendarLink = (id: string, language: string) => `https://focal.example/${id}/${language}`

  test('comes with what can be done with it, in front of the source', () => {
    const items = answerItems(anAnswer(parts, 'fr'), { ...looked, offers: { calendarLink } }, wide)
    expect(items.map(({ kind }) => kind)).toEqual(['lead', 'meeting', 'source', 'lead', 'source'])
    expect(items[1]).toMatchObject({ part: 0, calendarLink: 'https://focal.example/council/fr', canRemind: false })
  })

  test('can be reminded of where there is no calendar file', () => {
    expect(offered({ canRemind: true })).toMatchObject([{ meeting: 'council', calendarLink: undefined }])
  })

  test.each([[undefined], [{}], [{ canRemind: false }]])('offers nothing where %j can be done', (offers) => {
    expect(offered(offers)).toEqual([])
  })
})

describe('choices', () => {
  const two = [
    { label: 'Bali', question: 'process Bali' },
    { label: 'MIDSA', question: 'process MIDSA' },
  ]

  test('are numbered throughout the answer', () => {
    const parts = [aPart({ choices: two }), aPart({ choices: two })]
    const choices = choicesOf(answerItems(anAnswer(parts, 'fr'), looked, limits))
    expect(choices.map(({ position }) => position)).toEqual([0, 1, 2, 3])
    expect(choices.map(({ part }) => part)).toEqual([0, 0, 1, 1])
    expect(choices[3]).toMatchObject({ label: 'MIDSA', question: 'process MIDSA' })
  })

  test('are written out with their numbers when one label is too long', () => {
    const choices = [...two, { label: 'A longer label', question: 'x' }]
    expect(shown({ lead: '', choices }).slice(0, -1)).toEqual([
      'option: 1. Bali',
      'option: 2. MIDSA',
      'option: 3. A longer label',
      'choice: 1. Bali',
      'choice: 2. MIDSA',
      'choice: 3. A longer label',
    ])
  })

  test('are written out without a button where no button can carry the question', () => {
    const choices = [...two, { label: 'Long', question: 'x'.repeat(21) }]
    expect(shown({ lead: '', choices }).slice(2, -1)).toEqual([
      'option: 3. Long',
      'choice: 1. Bali',
      'choice: 2. MIDSA',
    ])
  })

  test('are what is suggested to whoever got no answer', () => {
    expect(shown({ status: 'unknown', suggestions: ['events 2017'] })).toContain('choice: events 2017')
  })
})
