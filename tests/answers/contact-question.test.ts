import { describe, expect, test } from 'vitest'
import { findHits } from '../../src/answers/hits.ts'
import { createFocalPoint } from '../../src/focal-point.ts'
import { languages } from '../../src/knowledge/language.ts'
import { tools } from '../intents/shipped-understanding.ts'
import { aProcess, aSmallKnowledge } from '../intents/small-knowledge.ts'
import { ask, now } from './shipped-answers.ts'

const general = 'Whom do I write to about RCP?'

/** A question, the question for whom to write to that belongs to its answer, why. */
const rows: readonly [text: string, contact: string | undefined, why: string][] = [
  [
    'Where was the Bangkok consultation?',
    'Whom do I write to about Regional Civil Society Consultation for Asia?',
    'the event has one',
  ],
  ['What is MPD?', 'Whom do I write to about Multilateral Processes Division (MPD)?', 'the unit has some'],
  ['What is an RCP?', general, 'the term has one'],
  ['Was ist MPD?', undefined, 'another language is declined in whole'],
  ['What is the Bali Process?', undefined, 'it has none and belongs to nothing'],
  ['What was the theme of the IDM in 2014?', undefined, 'nor has its series'],
  ['What is the RCSC?', undefined, 'what is said of its contact is that there is none'],
  ['What is the budget of the Bali Process?', general, 'not known, and the process has none'],
  [
    'Who paid for the Bangkok consultation?',
    'Whom do I write to about Regional Civil Society Consultation for Asia?',
    'not known, but whom to ask is',
  ],
  ['Whom do I write to about the Rabat Process?', general, 'not known whom, so the general one'],
  ['What is the role of IOM in the Prague Process?', general, 'nothing of ours is named'],
  ['how do I cook pasta', general, 'nothing is understood'],
  ['Whom do I write to about MPD?', undefined, 'it is told already'],
  [general, undefined, 'the general one too'],
  ['Who is Tamara Keating?', undefined, 'the person is the contact'],
  ['Which processes is IOM an observer in?', undefined, 'a list is of many'],
  ['What are MPD and IPD?', undefined, 'two are not one'],
  ['role', undefined, 'something is asked back'],
  ['hello', undefined, 'no question'],
  ['my cousin’s visa was refused, can you help', undefined, 'a personal case is for others'],
  ['¿Cuál es el presupuesto del IDM?', '¿A quién escribo: PCR (RCP)?', 'in the language of the answer'],
]

describe('whom to write to', () => {
  test.each(rows)('is offered with the answer to "%s" as %j: %s', (text, contact) => {
    expect(ask(text).parts.map((part) => part.contact)).toEqual(ask(text).parts.map(() => contact))
  })

  test('is answered wherever it is offered, in every language', () => {
    const offered = new Set<string>()
    for (const language of languages) {
      for (const { id } of tools.knowledge.entries.values()) {
        for (const { answer } of findHits({ text: id.replaceAll('-', ' '), language, limit: 25 }, tools)) {
          const contact = answer.parts[0]?.contact
          if (contact === undefined || offered.has(contact)) continue
          offered.add(contact)
          expect(ask(contact, language), contact).toMatchObject({ status: 'answered', intent: 'contact' })
        }
      }
    }
    expect(offered.size).toBeGreaterThan(30)
  })

  test('is not offered by a knowledge without contacts', () => {
    const focalPoint = createFocalPoint(aSmallKnowledge({ entries: [aProcess('Heron Process')] }))
    expect(focalPoint.ask({ text: 'zzqx', now }).parts[0]).toMatchObject({ status: 'unknown', contact: undefined })
  })
})
