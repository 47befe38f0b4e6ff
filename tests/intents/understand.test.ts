import { describe, expect, test } from 'vitest'
import { nextContext, understand } from '../../src/intents/understand.ts'
import { today, tools, understandAfter } from './shipped-understanding.ts'
import { idsOf } from './small-knowledge.ts'

/** The best reading of each clause: "intent subject subject". */
function readingsOf(...messages: readonly string[]): string[] {
  return understandAfter(messages).clauses.map(([best]) => [best?.intent, ...idsOf(best?.subjects ?? [])].join(' '))
}

const messages = [
  ['Who runs the secretariat of the Almaty Process?', ['secretariat almaty-process'], 'one question'],
  ['<@U1> secretariat of the *Almaty Process*?', ['secretariat almaty-process'], 'with mark-up around it'],
  [
    'When was the meeting in Gaborone and who opened it?',
    ['when global-rcp-meeting-2011', 'opener global-rcp-meeting-2011'],
    'the second question takes its subject from the first',
  ],
  [
    'When and where was the consultation for Africa?',
    ['when rcsc-africa', 'where rcsc-africa'],
    'the first question takes its subject from the second',
  ],
  ['What was the theme in 2004?', ['theme idm-2004'], 'only one series has themes by year'],
  ['who runs the secretariat?', ['secretariat'], 'no subject'],
  ['the theme of twenty fourteen', ['theme idm-2014'], 'a dictated year'],
  ['¿Quién dirige la MPD?', ['head mpd'], 'Spanish'],
  ['Quel était le thème de l’IDM en 2014 ?', ['theme idm-2014'], 'French'],
] as const

const threads = [
  [['What is IOM’s role in MIDSA?', 'and MIDWA?'], ['role midwa'], 'another name keeps what was asked'],
  [['What is IOM’s role in MIDSA?', 'and who runs it?'], ['secretariat midsa'], 'another question keeps the name'],
  [['What was the theme of IDM 2014?', 'the year before?'], ['theme idm-2013'], 'the year counts from 2014'],
  [['What was the theme of IDM 2014?', 'two years later'], ['theme idm-2016'], 'a number of years'],
  [['When was the consultation in Bangkok?', 'and in Quito?'], ['when rcsc-latin-america'], 'another place'],
  [['What is MIDSA?', 'what does ISCM stand for'], ['expansion iscm'], 'a new subject'],
] as const

describe('understand', () => {
  test.each(messages)('reads "%s" as %j (%s)', (message, readings) => {
    expect(readingsOf(message)).toEqual(readings)
  })

  test.each(threads)('reads the last of %j as %j (%s)', (thread, readings) => {
    expect(readingsOf(...thread)).toEqual(readings)
  })

  test('gives readings best first, with confidences between 0 and 1', () => {
    const [readings = []] = understandAfter(['Who hosts the IGC secretariat?']).clauses
    const confidences = readings.map((reading) => reading.confidence)
    expect(confidences).toEqual(confidences.toSorted((a, b) => b - a))
    expect(confidences.every((confidence) => confidence >= 0 && confidence <= 1)).toBe(true)
  })

  test.each([
    ['Who runs the secretariat of MIDSA?', { lacksSubject: false, held: true }, 'a fact we have'],
    ['who runs the secretariat?', { lacksSubject: true, held: false }, 'of what?'],
    ['Who chairs the Bali Process?', { lacksSubject: false, held: false }, 'no source says it'],
    ['hello', { lacksSubject: false, held: true }, 'small talk needs neither'],
  ])('says of "%s" %j (%s)', (message, expected) => {
    expect(understandAfter([message]).clauses[0]?.[0]).toMatchObject(expected)
  })

  test('holds words against a reading that it does not account for', () => {
    const unexplained = (message: string) => understandAfter([message]).clauses[0]?.[0]?.unexplained ?? 0
    expect(unexplained('Bali Process')).toBe(0)
    expect(unexplained('Bali beaches')).toBeGreaterThan(0.5)
  })

  test.each(['', ' ', '???', '<@U1>', '\u200b'])('reads nothing in %j', (message) => {
    expect(understand(message, { context: undefined, today }, tools).clauses).toEqual([])
  })
})

describe('nextContext', () => {
  test('remembers the question, its subject and the series of the subject', () => {
    const reading = understandAfter(['What was the theme of IDM 2014?']).clauses[0]?.[0]
    const context = nextContext(reading, tools)
    expect([context?.intent, idsOf(context?.subjects ?? []), idsOf(context?.series ?? [])]).toEqual([
      'theme',
      ['idm-2014'],
      ['idm'],
    ])
  })

  test('remembers a question that still lacks its subject', () => {
    const reading = understandAfter(['who runs the secretariat?']).clauses[0]?.[0]
    expect(nextContext(reading, tools)).toMatchObject({ intent: 'secretariat', subjects: [] })
  })

  test.each(['hello', 'will it rain tomorrow'])('remembers nothing of "%s"', (message) => {
    expect(nextContext(understandAfter([message]).clauses[0]?.[0], tools)).toBeUndefined()
  })
})
