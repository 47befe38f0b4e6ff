import { describe, expect, test } from 'vitest'
import { answerWith } from '../../src/focal-point.ts'
import { learnShipped } from '../intents/learn-shipped.ts'

const tools = learnShipped()
const now = Temporal.Instant.from('2017-04-01T09:00:00Z')
const secretariat = 'Who runs the secretariat of the Almaty Process?'

function explainFirst(text: string) {
  const { clauses } = answerWith(tools).explain({ text, now })
  const [clause] = clauses
  if (!clause) throw new Error('nothing was read')
  return clause
}

describe('an explanation', () => {
  test('names the words that were taken for a name, and whose it is', () => {
    const { names, subjects, from } = explainFirst(secretariat)
    const almaty = { id: 'almaty-process', kind: 'process', name: 'Almaty Process' }
    expect(names).toEqual([{ words: 'Almaty Process', exact: true, bearers: [almaty] }])
    expect([subjects, from]).toEqual([[almaty], 'named'])
  })

  test('says that a name was misspelt', () => {
    expect(explainFirst('Who runs the secretariat of the Almatty Process?').names).toMatchObject([{ exact: false }])
  })

  test('lists the intents, likeliest first, with the threshold that the first has passed', () => {
    const { intents, threshold, decision } = explainFirst(secretariat)
    const confidences = intents.map(({ confidence }) => confidence)
    expect(intents.length).toBeGreaterThan(1)
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a))
    expect(intents[0]).toMatchObject({ intent: 'secretariat', held: true })
    expect(confidences[0]).toBeGreaterThan(threshold)
    expect(decision).toMatchObject({ kind: 'answer', intent: 'secretariat', isSaid: true })
  })

  test('shows the passages that the words find, with their scores', () => {
    const { passages } = explainFirst('What was the theme of the IDM on young migrants?')
    const scores = passages.map(({ score }) => score)
    expect(passages).toHaveLength(5)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    for (const { entry, text, coverage } of passages) {
      expect(tools.knowledge.entries.has(entry.id)).toBe(true)
      expect(text).not.toBe('')
      expect(coverage).toBeLessThanOrEqual(1)
    }
  })

  test.each([
    ['quién dirige la secretaría', 'ask-subject'],
    ['Who won the football world cup?', 'decline'],
  ])('of "%s" tells that it would %s', (text, kind) => {
    expect(explainFirst(text).decision.kind).toBe(kind)
  })

  test('decides as the answer does', () => {
    const focalPoint = answerWith(tools)
    for (const text of [secretariat, 'quién dirige la secretaría', 'Who won the football world cup?', 'events 2017']) {
      const answer = focalPoint.ask({ text, now })
      const said = focalPoint.explain({ text, now }).clauses.filter(({ decision }) => decision.isSaid)
      const confidence = answer.candidates[0]?.confidence
      expect(said[0]?.intents[0]?.confidence).toBe(confidence)
      expect(said[0]?.decision.kind === 'answer').toBe(answer.status === 'answered')
    }
  })

  test('has a part for each question of a message', () => {
    const { clauses } = answerWith(tools).explain({ text: `${secretariat} And when was the IDM of 2014?`, now })
    expect(clauses.map(({ decision }) => decision.intent)).toEqual(['secretariat', 'when'])
  })

  test('takes up what was talked about, and leaves the talk as it was', () => {
    const focalPoint = answerWith(tools)
    const followUp = { text: 'and its members?', conversation: 'c', now }
    focalPoint.ask({ text: secretariat, conversation: 'c', now })
    const before = focalPoint.saveConversations()
    expect(focalPoint.explain(followUp).clauses[0]).toMatchObject({
      from: 'context',
      subjects: [{ id: 'almaty-process' }],
    })
    focalPoint.explain({ text: 'What is the Bali Process?', conversation: 'c', now })
    expect(focalPoint.saveConversations()).toEqual(before)
  })

  test.each([
    ['and?', 'aside'],
    ['Wer leitet das Sekretariat des Prozesses und wann war die letzte Sitzung?', 'foreign'],
  ])('of "%s" says only that it is %s', (text, kind) => {
    expect(answerWith(tools).explain({ text, now })).toMatchObject({ kind, clauses: [] })
  })

  test.each(['', ' ', '\u0000', '?'.repeat(5000), 'Bali '.repeat(3000), '<script>alert(1)</script>'])(
    'of any text is plain JSON: %j',
    (text) => {
      const explanation = answerWith(tools).explain({ text, now })
      expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation)
    },
  )
})
