import { describe, expect, test } from 'vitest'
import { composePart } from '../../src/answers/compose.ts'
import type { Composing } from '../../src/answers/composing.ts'
import { maxCharacters } from '../../src/answers/plain-text.ts'
import type { Decision } from '../../src/intents/decide.ts'
import { understand } from '../../src/intents/understand.ts'
import type { Entry, Role } from '../../src/knowledge/knowledge.ts'
import { anIntent, aProcess, aSmallKnowledge } from '../intents/small-knowledge.ts'
import { anUnderstanding } from '../intents/small-understanding.ts'
import { ask, textOf } from './shipped-answers.ts'

type Row = readonly [question: string, expected: readonly RegExp[], reason: string]

const answered: readonly Row[] = [
  [
    'What is IOM’s role in the Bali Process?',
    [/Steering group/, /technical secretariat, together with UNHCR/],
    'both roles',
  ],
  ['Who hosts the GFMD?', [/^IOM is the administrative host: the GFMD Support Unit\./], 'a part of the process'],
  [
    'What is IOM’s role in the Colombo Process?',
    [/^Colombo Process: IOM serves as technical secretariat, since its inception\./],
    'since when',
  ],
  [
    'Who are the partners of the ACP-EU Dialogue?',
    [/through ACP-EU Migration Action/, /in consultation with ACP Secretariat.* and EC/],
    'two phrases',
  ],
  [
    'When was the consultation for the US and Canada?',
    [/25–26 September \(the source gives no year\)/, /Note: .*without a year/],
    'no year, and a note about it',
  ],
  ['What was the theme of the IDM 2018?', [/the source prints no theme, only these items: Inclusive/], 'no theme'],
  ['Who is the contact for the consultation in Bangkok?', [/Contact: mfa@mfasia\.org/], 'nobody is named'],
  [
    'Who is the contact for the Gaborone meeting?',
    [/Maureen Achieng, machieng@iom\.int, \+41 79 829 7136/],
    'somebody is',
  ],
  ['Who opened the Gaborone meeting?', [/Ministry of Home Affairs.*William Lacy Swing/], 'two openers'],
  ['Who heads MPD?', [/Maurizio Busatti/], 'a head'],
  ['Migrants and Cities', [/IDM 2015/, /World Migration Report 2015/], 'both bearers of a name'],
  [
    'When was the meeting in Gaborone and who opened it?',
    [/25–26 October 2011/, /Ministry of Home Affairs/],
    'two questions',
  ],
  ['What is MIDSA? And MIDWA?', [/MIDSA: IOM serves/, /MIDWA: IOM is an observer/], 'a question and its follow-up'],
  ['When was the IDM founded?', [/^The IDM was founded in 2001\./], 'a fact'],
  [
    'Qui assure le secrétariat du Processus d’Almaty ?',
    [/L’OIM assure le secrétariat technique, avec .*HCR/, /\nSource ?: .*004:528/],
    'French',
  ],
  [
    '¿Quién ejerce la secretaría del Proceso de Almaty?',
    [/La OIM ejerce la secretaría técnica, junto con ACNUR/, /\nFuente: .*004:528/],
    'Spanish',
  ],
]

const questions = [
  ...answered.map(([question]) => question),
  ...['What is the IDM?', 'What is the IML Unit?', 'What is MPD?', 'IOM', 'UNHCR', 'GFMD', 'What is IPD?', 'Africa'],
  ...['Who chairs the Bali Process?', 'When is the IDM 2025?', 'hello', 'asdf', 'What is the purpose of the GCM?'],
  ...['Who organised the consultation in Bangkok, who paid, and what is the mail?'],
]

describe('composePart', () => {
  test.each(answered)('answers "%s" (%s)', (question, expected, reason) => {
    expect([ask(question).status, reason]).toEqual(['answered', reason])
    for (const pattern of expected) expect(textOf(question)).toMatch(pattern)
  })

  test.each(questions)('keeps the answer to "%s" short and plain', (question) => {
    const text = textOf(question)
    const isList = ask(question).parts.some((part) => part.isList)
    if (!isList) expect(text.length).toBeLessThanOrEqual(maxCharacters)
    // No mark-up of a chat platform or of HTML, and nothing that was meant to be filled in.
    expect(text).not.toMatch(/[*_~`]{2}|<[a-z/]|&[a-z]+;|undefined|\[object|\{\{/i)
  })

  test.each(answered)('names for "%s" the source and its date', (question) => {
    for (const { sources, status } of ask(question).parts) {
      if (status === 'answered') expect(sources.length).toBeGreaterThan(0)
    }
    expect(textOf(question)).toMatch(
      /\n(?:Source|Fuente) ?: .+ \((?:as of|à jour en|a fecha de|undated|sans date|sin fecha)/,
    )
  })

  test.each(questions)('says nothing twice to "%s"', (question) => {
    const { parts } = ask(question)
    const lines = parts.flatMap((part) => [...part.facts, ...part.notes])
    expect(new Set(lines).size).toBe(lines.length)
    expect(parts.flatMap(({ lead, facts }) => facts.filter((fact) => lead.includes(fact)))).toEqual([])
  })

  test('calls an answer answered when one of two questions is', () => {
    const { status, parts } = ask('Who runs the secretariat of MIDSA? And who chairs it?')
    expect([status, parts.map((part) => part.status)]).toEqual(['answered', ['answered', 'unknown']])
  })

  test('gives up to three readings, the best first, with how sure it is', () => {
    const { candidates } = ask('Who hosts the IGC secretariat?')
    expect(candidates.length).toBeLessThanOrEqual(3)
    expect(candidates[0]?.intent).toBe('host')
    expect(candidates.every(({ confidence }) => confidence >= 0 && confidence <= 1)).toBe(true)
  })

  test('answers in the wanted language, whatever the language of the question', () => {
    expect(ask('Who hosts the IGC secretariat?', 'fr')).toMatchObject({ language: 'fr' })
    expect(textOf('Who hosts the IGC secretariat?', 'fr')).toContain('L’OIM assure l’hébergement administratif')
  })

  test('calls nothing answered that is only said not to be known, of one subject or of two', () => {
    const facts = [{ about: 'chair', text: 'The source names no chair.', absent: true }]
    const told = (subjects: readonly Entry[]) => composePart(deciding('chair', subjects), composing)
    const [north, south] = [aProcess('North Talks', { facts }), aProcess('South Talks', { facts })]
    expect([told([north]).status, told([north, south]).status]).toEqual(['unknown', 'unknown'])
    expect(told([north, south])).toMatchObject({ related: false, facts: [expect.stringContaining('South Talks')] })
    const chaired = aProcess('East Talks', { facts: [{ about: 'chair', text: 'Easterly chairs it.' }] })
    expect(told([north, chaired]).status).toBe('answered')
  })

  test.each(['list-units', 'list-contacts', 'constructor'])('makes no empty list of "%s"', (intent) => {
    expect(composePart(deciding(intent, []), composing).status).not.toBe('answered')
  })
})

const observer: Role = {
  kind: 'role',
  id: 'observer',
  name: 'observer',
  group: 'participation',
  sentence: 'IOM is an observer',
  source: '900:1',
}
const composing: Composing = {
  tools: anUnderstanding(aSmallKnowledge({ entries: [observer], intents: [anIntent('chair', ['who chairs it'])] })),
  language: 'en',
  today: '2017-04-01',
}

/** A decision for an intent that is sure of everything but its words. */
function deciding(intent: string, subjects: readonly Entry[]): Decision {
  const [reading] = understand(intent, { context: undefined, today: { year: 2017 } }, composing.tools).clauses[0] ?? []
  if (!reading) throw new Error('no reading')
  return { kind: 'answer', reading: { ...reading, intent, tells: intent, subjects }, confidence: 1 }
}
