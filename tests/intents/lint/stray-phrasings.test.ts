import { describe, expect, test } from 'vitest'
import { warnOfStrayPhrasings } from '../../../src/intents/lint/stray-phrasings.ts'
import type { Files } from '../../knowledge/knowledge-folder.ts'
import { intentFile, topicFile, warningsOf } from '../../knowledge/warnings-of.ts'

const warnings = (files: Files) => warningsOf(files, warnOfStrayPhrasings)

const hosts = ['who hosts <event>', 'which state hosts <event>', 'who is the host of <event>', 'the host of <event>']
const fees = ['what is the fee of <event>', 'how much does <event> cost', 'price of <event>', 'is <event> free']

describe('warnOfStrayPhrasings', () => {
  test('names a phrasing that is filed under the wrong intent, and one that it is like', () => {
    const files = {
      'intents/fee.yaml': intentFile('fee', [...fees, 'which states host <event>']),
      'intents/host.yaml': intentFile('host', hosts),
    }
    expect(warnings(files)).toEqual([
      'intents/fee.yaml:9:7: warning: "which states host <event>" of the intent "fee" is nearer to the intent "host", for instance to "which state hosts <event>" (intents/host.yaml:6); if it asks for that, file it there',
    ])
  })

  test('names a question that is filed under the wrong topic', () => {
    const badge = ['Where do I get a badge?', 'I lost my badge', 'Who prints badges?', 'My badge is broken']
    const leave = ['How do I ask for leave?', 'Where is the leave form?', 'How many days of leave do I have?']
    const files = {
      'topics/office.yaml': `${topicFile('badge', badge)}${topicFile('leave', [...leave, 'My badge is lost'])}`,
    }
    expect(warnings(files)).toEqual([
      expect.stringMatching(
        /^topics\/office.yaml:15:7: .*"My badge is lost" of the topic "leave" is nearer to the topic "badge"/,
      ),
    ])
  })

  test('says nothing where all stands where it belongs', () => {
    expect(
      warnings({ 'intents/fee.yaml': intentFile('fee', fees), 'intents/host.yaml': intentFile('host', hosts) }),
    ).toEqual([])
  })

  test('says nothing of wordings that differ in what they name', () => {
    const files = {
      'intents/fee.yaml': intentFile('fee', [...fees, 'which states host <process>']),
      'intents/host.yaml': intentFile('host', hosts),
    }
    expect(warnings(files)).toEqual([])
  })

  test('says nothing of a lone phrasing, of which nobody can tell', () => {
    expect(warnings({ 'intents/host.yaml': intentFile('host', ['who hosts <event>']) })).toEqual([])
    expect(warnings({ 'topics/a.yaml': topicFile('a', ['x']) })).toEqual([])
  })
})
