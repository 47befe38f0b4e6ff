import { describe, expect, test } from 'vitest'
import { decide } from '../../src/intents/decide.ts'
import { tools, understandAfter } from './shipped-understanding.ts'
import { idsOf } from './small-knowledge.ts'

const decisionsOn = (message: string) => decide(understandAfter([message]), tools)

/** "answer secretariat almaty-process", "decline", "ask-subject theme". */
function outcomesOf(message: string): string[] {
  return decisionsOn(message).map(({ kind, reading }) => {
    if (kind === 'decline') return kind
    return [kind, reading.intent, ...idsOf(reading.subjects)].join(' ')
  })
}

const answers = [
  ['Who runs the secretariat of the Almaty Process?', ['answer secretariat almaty-process'], 'intent and subject'],
  ['Bali', ['answer describe bali-process'], 'a head word alone'],
  ['Migrants and Cities', ['answer describe idm-2015 wmr-2015'], 'both bearers of a name'],
  ['mbusatti@iom.int', ['answer describe maurizio-busatti'], 'an address asks whose it is'],
  ['In how many countries is IOM present?', ['answer figure iom-presence'], 'a figure that the words single out'],
  ['Tell me about the focal point newsletter', ['answer describe ipd'], 'a passage that the words point to'],
  ['Who chairs the Bali Process?', ['answer chair bali-process'], 'clear, though no source says it'],
  ['Hello, who hosts the IGC secretariat?', ['answer host igc'], 'the greeting is passed over'],
  [
    'When was the meeting in Gaborone and who opened it?',
    ['answer when global-rcp-meeting-2011', 'answer opener global-rcp-meeting-2011'],
    'two questions',
  ],
  [
    'Bali, Almaty and Colombo: who runs the secretariat?',
    ['answer secretariat almaty-process bali-process colombo-process'],
    'names before a question are no questions',
  ],
  ['hello', ['answer greeting'], 'small talk where there is nothing else'],
  ['hola', ['answer greeting'], 'Spanish'],
  ['thanks', ['answer thanks'], 'thanks'],
  ['help', ['answer help'], 'a call for help'],
  ['who are you?', ['answer identity'], 'about ourselves'],
  ['I need a visa', ['answer individual-case'], 'a personal case'],
] as const

const questionsBack = [
  ['who runs the secretariat?', ['ask-subject secretariat'], 'of which process?'],
  ['mail?', ['ask-subject contact'], 'one word'],
  ['theme?', ['ask-subject theme'], 'another'],
  ['who runs it?', ['ask-subject secretariat'], 'nothing to point back at'],
] as const

const declined = [
  ['Bali beaches', 'a head word and a word of no use to us'],
  ['Rabat weather', 'another'],
  ['hotels in Bangkok', 'a place of a meeting, but no meeting'],
  ['Prague Process', 'a process we have no entry for'],
  ['Prague Process contact person?', 'the same, asked for something that we know of others'],
  ['secretariat of Mercosur', 'an organisation we have no entry for'],
  ['Bali Process in 2030', 'a year that no source can tell of'],
  ['role of Germany in the Bali Process', 'a country that the process has no entry for'],
  ['asdf qwer zxcv', 'no words at all'],
  ['recommend me a good restaurant', 'nothing of ours'],
  ['list everything', 'a list of what?'],
  ['', 'nothing'],
] as const

describe('decide', () => {
  test.each(answers)('answers "%s": %j (%s)', (message, outcomes) => {
    expect(outcomesOf(message)).toEqual(outcomes)
  })

  test.each(questionsBack)('asks back for "%s": %j (%s)', (message, outcomes) => {
    expect(outcomesOf(message)).toEqual(outcomes)
  })

  test.each(declined)('declines "%s" (%s)', (message) => {
    expect(outcomesOf(message)).toEqual(['decline'])
  })

  test('answers at most four questions at once', () => {
    const message = ['MIDSA', 'MIDWA', 'MIDCOM', 'MIDCAS', 'SACM', 'IGC'].map((name) => `What is ${name}?`).join(' ')
    expect(outcomesOf(message)).toHaveLength(4)
  })

  test('is surer of a plain question than of one with strange words', () => {
    const [plain] = decisionsOn('Who runs the secretariat of MIDSA?')
    const [strange] = decisionsOn('MIDSA zzyzx qwertz secretariat vlorp')
    expect(plain?.confidence).toBeGreaterThan(strange?.confidence ?? 1)
  })
})
