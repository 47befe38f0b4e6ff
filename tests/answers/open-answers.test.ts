import { describe, expect, test } from 'vitest'
import { ask, textOf } from './shipped-answers.ts'

const notHeld = [
  ['Who chairs the Bali Process?', 'chair', /do not give the chair \(Bali Process\)/, 'a fact that no source has'],
  [
    'What is the phone of Maurizio Busatti?',
    'phone',
    /telephone number \(Maurizio Busatti\)/,
    'a person without a phone',
  ],
  ['What is the budget of MIDSA?', 'budget', /\(MIDSA\)/, 'money'],
  ['Who heads MPRD?', 'head', /do not give the head \(Migration Policy Research Division\)/, 'a unit without a head'],
  ['Qui préside le Processus de Bali ?', 'chair', /Mes sources n’indiquent pas .*\(Processus de Bali\)/, 'French'],
  ['¿Quién preside el Proceso de Bali?', 'chair', /Mis fuentes no indican .*\(Proceso de Bali\)/, 'Spanish'],
] as const

test.each([
  ['en', 'a year of the IDM'],
  ['fr', 'une année de la série IDM'],
  ['es', 'un año de la serie IDM'],
] as const)('what a year is of is called in %s by the name of its series: "%s"', (language, expected) => {
  expect(textOf('When was the workshop?', language)).toContain(expected)
})

describe('notHeldAnswer', () => {
  test.each(notHeld)('says for "%s" that the sources do not give the %s (%s: %s)', (question, intent, lead) => {
    const answer = ask(question)
    expect([answer.status, answer.intent]).toEqual(['unknown', intent])
    expect(answer.parts[0]?.lead).toMatch(lead)
  })

  test('tells related facts, marked as such and each once', () => {
    const [part] = ask('Who chairs the Bali Process?').parts
    expect(part?.related).toBe(true)
    expect(part?.facts.length).toBeGreaterThan(0)
    expect(new Set(part?.facts).size).toBe(part?.facts.length)
    expect(textOf('Who chairs the Bali Process?')).toMatch(/\nWhat they do say:\n• /)
  })

  test('says that a fact is absent where the sources say so', () => {
    const answer = ask('What is the contact for the regional civil society consultations?')
    expect(answer.status).toBe('unknown')
    expect(textOf('What is the contact for the regional civil society consultations?')).toContain('no general contact')
  })

  test('suggests questions about the same that have an answer', () => {
    const suggestions = ask('Who chairs the Bali Process?').parts[0]?.suggestions ?? []
    expect(suggestions).not.toEqual([])
    for (const suggestion of suggestions) expect([suggestion, ask(suggestion).status]).toEqual([suggestion, 'answered'])
  })
})

describe('unknownAnswer', () => {
  test.each([
    [
      'What is the theme of the IDM 2027?',
      /nothing like that for IDM; what they list runs from 2001 to 2019\./,
      'a year',
    ],
    ['World Migration Report 2020', /; what they list runs from 2000 to 2018\./, 'a report'],
    ['a workshop in 2030', /My sources hold no event like that\./, 'an event of no series'],
    ['Bali beaches', /I do not know/, 'another question'],
    ['asdf qwer zxcv', /I do not know/, 'no question'],
  ])('says for "%s" what is not there: %s (%s)', (question, expected) => {
    expect([ask(question).status, textOf(question)]).toEqual(['unknown', expect.stringMatching(expected)])
  })

  test.each([
    ['en', 'I do not know'],
    ['fr', 'Je ne sais pas'],
    ['es', 'No lo sé'],
  ] as const)('says it in %s', (language, expected) => {
    expect(textOf('asdf qwer zxcv', language)).toContain(expected)
  })

  test('offers questions that have an answer', () => {
    for (const suggestion of ask('asdf qwer zxcv').parts[0]?.suggestions ?? ['none']) {
      expect([suggestion, ask(suggestion).status]).toEqual([suggestion, 'answered'])
    }
  })
})

describe('askSubject', () => {
  test.each([
    ['who runs the secretariat?', /You are asking for the secretariat, but of what\? .*\(a process\)/],
    ['Quel est le thème ?', /Vous demandez le thème, mais de quoi/],
    ['¿Cuál es el tema?', /Pregunta por el tema, pero ¿de qué\?/],
  ])('asks back for "%s": %s', (question, expected) => {
    expect([ask(question).status, textOf(question)]).toEqual(['clarify', expect.stringMatching(expected)])
  })
})
