import { describe, expect, test } from 'vitest'
import { createFocalPoint } from '../../src/focal-point.ts'
import { isForeign } from '../../src/intents/foreign-language.ts'
import { factQuestions } from '../fixtures/fact-questions.ts'
import { foreignQuestions } from '../fixtures/foreign-questions.ts'
import { unanswerableQuestions } from '../fixtures/unanswerable-questions.ts'
import { pick, seededRandom, withSlip } from '../search/seeded-random.ts'
import { knowledge, tools } from './shipped-understanding.ts'
import { aSmallKnowledge } from './small-knowledge.ts'

const ours = [...factQuestions, ...unanswerableQuestions].map(([question]) => question)
/** Rows of the tables that are in other languages, or in none. */
const inOtherLanguages =
  /[\u0370-\u1dff\u3040-\uffff]|Wann findet|Abteilung|Wetter|Aufenthalt|Klingonisch|bacalhau|oggi|Quem preside|qual é o|mkutano/
const read = ours.filter((question) => !inOtherLanguages.test(question))
/** With slips, noise and code look like anything. */
const worded = read.filter((question) => !/qwx|blorptag|constructor/i.test(question))

describe('isForeign', () => {
  test('takes no question of the tables for foreign', () => {
    expect(read.length).toBeGreaterThan(ours.length - 30)
    expect(read.filter((question) => isForeign(question, tools))).toEqual([])
  })

  test('takes no phrasing for foreign, with a name in place of its slots', () => {
    const phrasings = [...knowledge.intents.values()].flatMap(({ phrasings }) => Object.values(phrasings).flat())
    const texts = phrasings.map((phrasing) => phrasing.replace(/<[^>]*>/g, 'Almaty'))
    expect(texts.length).toBeGreaterThan(5000)
    expect(texts.filter((text) => isForeign(text, tools))).toEqual([])
  })

  test('takes none for foreign that has two slips, no accents, capitals or no space', () => {
    const random = seededRandom(9)
    const mangled = worded.flatMap((question) => [
      ...[1, 2, 3].map(() => withTwoSlips(question, random)),
      question.normalize('NFD').replace(/\p{M}/gu, ''),
      question.toUpperCase(),
      question.replace(' ', ''),
      `${question} ${pick(worded, random)}`,
    ])
    expect(mangled.filter((question) => isForeign(question, tools))).toEqual([])
  })

  test.each([
    '',
    '???',
    '😀',
    'MIDSA',
    'IDM 2014',
    '/focal events 2011',
    'Tamara Keating',
    'Müller',
    'São Tomé',
    'chao',
    'who is Jürgen Schäfer?',
  ])('takes "%s" for none', (text) => {
    expect(isForeign(text, tools)).toBe(false)
  })

  test('finds out more than nine in ten questions of thirty-five languages', () => {
    const all = Object.values(foreignQuestions).flat()
    expect(all.length).toBeGreaterThan(150)
    expect(all.filter((question) => isForeign(question, tools)).length / all.length).toBeGreaterThan(0.9)
  })

  test.each(['pt', 'it', 'de', 'nl', 'ru', 'ar', 'zh'])('finds out more than three in four in %s', (language) => {
    const questions = foreignQuestions[language] ?? []
    const found = questions.filter((question) => isForeign(question, tools)).length
    expect(found / questions.length).toBeGreaterThan(0.75)
  })

  test('is as quick for a long message as for a short one', () => {
    const long = 'wer leitet das blorptag '.repeat(250)
    isForeign(long, tools)
    const started = performance.now()
    isForeign(long, tools)
    expect(performance.now() - started).toBeLessThan(50)
  })
})

const now = Temporal.Instant.from('2026-11-22T09:00:00Z')

describe('a message in another language', () => {
  const focalPoint = createFocalPoint(knowledge)

  test('is declined in the three languages that are read', () => {
    const { status, intent, language, parts } = focalPoint.ask({
      text: 'Wer leitet das Sekretariat des Colombo-Prozesses?',
      now,
    })
    expect({ status, intent, language }).toEqual({ status: 'unknown', intent: 'out-of-scope', language: 'en' })
    expect(parts.map((part) => part.lead)).toEqual([
      expect.stringMatching(/only English.*que l’anglais.*Solo leo inglés/),
    ])
  })

  test('leaves the conversation as it was', () => {
    const ask = (text: string) => focalPoint.ask({ text, now, conversation: 'c' })
    ask('Quel est le rôle de l’OIM dans le Processus de Bali ?')
    expect(ask('Quem dirige a secretaria do Processo de Colombo?').language).toBe('fr')
    expect(ask('et le secrétariat ?').parts[0]?.lead).toContain('Bali')
  })
})

describe('topics in a language that is not read', () => {
  const topic = (id: string, questions: string[], answer: string) =>
    [id, { kind: 'topic' as const, id, title: questions[0] ?? '', questions, answer, tags: [], notes: [] }] as const
  const focalPoint = createFocalPoint({
    ...aSmallKnowledge({}),
    topics: new Map([
      topic(
        'garage',
        ['Wo kann ich mein Auto parken?', 'Gibt es eine Garage?', 'Parkplatz für Besucher'],
        'In Garage B.',
      ),
      topic('badge', ['Wie bekomme ich einen Ausweis?', 'Mein Ausweis ist weg'], 'Am Empfang.'),
      topic('lunch', ['Wann gibt es Mittagessen?', 'Was gibt es heute in der Kantine?'], 'Um zwölf.'),
    ]),
  })
  const ask = (text: string) => focalPoint.ask({ text, now }).parts[0]?.lead

  test.each([
    ['Wo darf ich das Auto parken?', 'In Garage B.'],
    ['ich brauche einen neuen Ausweis', 'Am Empfang.'],
    ['Wann gibt es Mittagessen in der Kantine?', 'Um zwölf.'],
  ])('are told: "%s"', (question, answer) => {
    expect(ask(question)).toContain(answer)
  })

  test('do not make the assistant read that language', () => {
    expect(ask('Wer hat gestern das Spiel gewonnen?')).toContain('only English')
  })
})

function withTwoSlips(question: string, random: () => number): string {
  const words = question.match(/\p{L}{4,}/gu) ?? []
  return [1, 2].reduce((text) => {
    const word = words.length > 0 ? pick(words, random) : ''
    return text.replace(word, word && withSlip(word, random))
  }, question)
}
