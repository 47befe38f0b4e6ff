import { describe, expect, test } from 'vitest'
import { type IntentModel, type ModelCache, trainIntentModel } from '../../src/intents/intent-model.ts'
import { createLexicon } from '../../src/intents/lexicon.ts'
import { listPhrasings, maskedWords, outOfScope } from '../../src/intents/phrasings.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { knowledge, tools } from './shipped-understanding.ts'
import { aGroup, anIntent, aSmallKnowledge } from './small-knowledge.ts'

function train(knowledge: Knowledge, models?: ModelCache): IntentModel {
  const lexicon = createLexicon(knowledge.lexicon)
  const phrasings = listPhrasings(knowledge, lexicon, maskedWords)
  return trainIntentModel(phrasings, lexicon, models && { models, groups: knowledge.lexicon })
}

/** Questions that stand in no intent file; names are slots, as the model sees them. */
const unseen: readonly (readonly [question: string, intent: string, reason: string])[] = [
  ['by whom is the secretarial work of <process> done', 'secretariat', 'a relative of the word'],
  ['who sits at the top of <unit>', 'head', 'no word of the usual ones but "top"'],
  ['in which town did <event> happen', 'where', '"town" for "city"'],
  ['what city was <event> in', 'where', 'the preposition at the end'],
  ['on what days did <event> run', 'when', '"run" is not about who runs it here'],
  ['when exactly did <event> start', 'when', 'a verb that also fits a founding'],
  ['in what room was <event>', 'venue', 'narrower than "where"'],
  ['drop me the mail of <person>', 'contact', 'slang around the telling word'],
  ['I need to get in touch with <person>', 'contact', 'a phrase and no question'],
  ['what number do I ring for <person>', 'phone', 'not the number of a document'],
  ['telephone of <organisation>', 'phone', 'no verb'],
  ['which topic did <dialogue> deal with', 'theme', '"topic" for "theme"'],
  ['list the workshops held under <dialogue>', 'workshops', 'a list, but of one year'],
  ['who gave money for <event>', 'sponsor', 'money, but not the budget'],
  ['who opened <event> officially', 'opener', 'an adverb more'],
  ['what does <term> stand for', 'expansion', 'the usual words around a term'],
  ['what part does IOM play in <process>', 'role', '"part" for "role"'],
  ['is IOM a member of <process> or just watching', 'role', 'two roles in one question'],
  ['who works with IOM in <process>', 'partner', 'not who works there'],
  ['since when has <process> existed', 'founded', 'how long, not when it meets'],
  ['what is the goal of <event>', 'purpose', '"goal" for "purpose"'],
  ['why was <event> organised', 'reason', '"why" is stronger than "organised"'],
  ['which reports has IOM published', 'list-publications', 'a list'],
  ['where do I sign up for <event>', 'registration', '"where", but not the place'],
  ['how much does it cost to attend <event>', 'fee', '"attend", but not who did'],
  ['any open positions at <unit>', 'vacancies', 'not who opened it'],
  ['is <unit> on twitter', 'social-media', 'a yes-no question'],
  ['do you have a fax for <person>', 'fax', 'not the phone'],
  ['who chairs <process> this year', 'chair', 'the year is no date asked for'],
  ['good morning bot', 'greeting', 'small talk'],
  ['recommend me a good restaurant', outOfScope, 'nothing of ours'],
  ['remind me a week before <event>', 'remind', 'an order with a time'],
  ['when will <process> meet again', 'next-meeting', '"when", but of what is to come'],
  ['what jobs does <unit> do', 'activities', 'no vacancies'],
  ['qui tient le secrétariat du <process>', 'secretariat', 'French'],
  ['dans quelle ville a eu lieu <event>', 'where', 'French'],
  ['quelle fonction occupe <person>', 'job-title', 'French, not the role of IOM'],
  ['¿quién lleva la secretaría del <process>?', 'secretariat', 'Spanish'],
  ['¿en qué ciudad fue <event>?', 'where', 'Spanish'],
  ['give me the phone of <unit> please', 'phone', 'an order'],
  ['so what came out of <event> in the end', 'outcome', 'talk around the telling words'],
  ['is there a web page for <process>', 'website', 'a yes-no question'],
  ['who looks after the secretariat of <process> nowadays', 'secretariat', 'a verb nobody taught'],
  ['quel était le sujet principal de <dialogue>', 'theme', 'French'],
  ['combien de personnes sont venues à <event>', 'attendance', 'French'],
  ['¿cuál es el teléfono de <organisation>?', 'phone', 'Spanish'],
  ['¿para qué sirve <term>?', 'purpose', 'Spanish'],
]

const plain = (text: string) => maskedWords(text).join(' ')
const taught = new Set(
  [...knowledge.intents.values()].flatMap(({ phrasings }) => Object.values(phrasings).flat()).map(plain),
)

describe('trainIntentModel, on the shipped knowledge', () => {
  test.each(unseen)('takes "%s" for %s (%s)', (question, intent) => {
    expect(tools.model.classify(maskedWords(question))[0]?.intent).toBe(intent)
  })

  test.each(unseen)('was not taught "%s"', (question) => {
    expect(taught.has(plain(question))).toBe(false)
  })

  test('gives probabilities, best first, that leave room for none of them', () => {
    const scores = tools.model.classify(['who', 'runs', '<process>'])
    const probabilities = scores.map((score) => score.probability)
    const sum = probabilities.reduce((a, b) => a + b, 0)
    expect(sum).toBeGreaterThan(0.8)
    expect(sum).toBeLessThanOrEqual(1.000001)
    expect(probabilities).toEqual(probabilities.toSorted((a, b) => b - a))
    expect(new Set(scores.map((score) => score.intent)).size).toBe(scores.length)
  })

  test('is surer of what it was taught than of words it never saw', () => {
    const surest = (text: string) => tools.model.classify(maskedWords(text)).find(({ intent }) => intent !== outOfScope)
    expect(surest('who runs the secretariat of <process>')?.probability).toBeGreaterThan(0.8)
    expect(surest('which spanner fits the flange of a gearbox')?.probability).toBeLessThan(0.3)
  })

  test('learns the same from the same files', () => {
    const again = train(knowledge)
    for (const [question] of unseen.slice(0, 5)) {
      expect(again.classify(maskedWords(question))).toEqual(tools.model.classify(maskedWords(question)))
    }
  })
})

describe('trainIntentModel, on small knowledge', () => {
  const small = aSmallKnowledge({
    intents: [
      anIntent('gate', ['which gate for <event>', 'where is the gate of <event>', 'gate']),
      anIntent('price', ['what does <event> cost', 'price of <event>', 'how much']),
    ],
    lexicon: [aGroup('cost', ['price', 'fare', 'cost']), aGroup('polite', ['please', 'kindly'], 'filler')],
    outOfScope: ['sing me a song', 'tell a joke'],
  })
  const model = train(small)
  const best = (text: string) => model.classify(maskedWords(text))[0]?.intent

  test.each([
    ['gate of <event>', 'gate', 'words it has seen'],
    ['fare of <event>', 'price', 'another word for the same concept'],
    ['gat', 'gate', 'a misspelt word'],
    ['sing a joke', outOfScope, 'what it has learnt to decline'],
  ])('takes "%s" for %s (%s)', (text, intent) => {
    expect(best(text)).toBe(intent)
  })

  test('does not care about politeness', () => {
    expect(model.classify(['please', 'gate', 'kindly'])).toEqual(model.classify(['gate']))
  })

  test.each([
    ['gate', 'gate', true, 'the word itself'],
    ['price', 'fare', true, 'another word for the same concept'],
    ['gate', 'price', false, 'a word of another intent'],
    ['unknown', 'gate', false, 'an intent that does not exist'],
  ])('expects in %s the word "%s": %s (%s)', (intent, word, expected) => {
    expect(model.expects(intent, word)).toBe(expected)
  })

  test('knows topics by their title and questions', () => {
    const badge = { id: 'badge', title: 'Badge', questions: ['I lost my badge'], answer: 'At the gate.' }
    const withTopic = { ...small, topics: new Map([['badge', { kind: 'topic' as const, ...badge }]]) }
    expect(train({ ...withTopic, lexicon: [] }).classify(['badge'])[0]?.intent).toBe('topic:badge')
  })

  test('takes up a model that was kept, and keeps another one for other phrasings', () => {
    const kept = new Map<string, Uint8Array>()
    const cache: ModelCache = { load: (key) => kept.get(key), save: (key, bytes) => void kept.set(key, bytes) }
    const first = train(small, cache)
    const second = train(small, cache)
    expect(kept.size).toBe(1)
    expect(second.classify(['gate'])).toEqual(first.classify(['gate']))
    expect(first.classify(['gate'])).toEqual(model.classify(['gate']))
    train({ ...small, outOfScope: { en: ['dance'] } }, cache)
    expect(kept.size).toBe(2)
  })

  test.each([
    [new Uint8Array(0), 'nothing'],
    [new Uint8Array(3), 'too little'],
    [new Uint8Array(5000).fill(7), 'nonsense'],
  ])('learns anew when what was kept cannot be read (%#: $1)', (bytes) => {
    const cache: ModelCache = { load: () => bytes, save: () => {} }
    const again = train(small, cache)
    expect(again.classify(['gate'])).toEqual(model.classify(['gate']))
  })

  test('says nothing where there is nothing to learn', () => {
    expect(train(aSmallKnowledge({})).classify(['gate'])).toEqual([])
  })
})
