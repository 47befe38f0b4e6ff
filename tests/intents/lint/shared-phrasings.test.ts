import { describe, expect, test } from 'vitest'
import { warnOfSharedPhrasings } from '../../../src/intents/lint/shared-phrasings.ts'
import type { Files } from '../../knowledge/knowledge-folder.ts'
import { intentFile, topicFile, warningsOf } from '../../knowledge/warnings-of.ts'

const warnings = (files: Files) => warningsOf(files, warnOfSharedPhrasings)

describe('warnOfSharedPhrasings', () => {
  test('says which phrasings two intents share', () => {
    const files = {
      'intents/chair.yaml': intentFile('chair', ['who chairs <process>', 'Who leads <process>?']),
      'intents/head.yaml': intentFile('head', ['who leads <process>']),
    }
    expect(warnings(files)).toEqual([
      'intents/head.yaml:5:7: warning: "who leads <process>" of the intent "head" is the same as "Who leads <process>?" of the intent "chair" (intents/chair.yaml:6); keep one of them',
    ])
  })

  test('leaves words out that say nothing', () => {
    const files = {
      'lexicon/lexicon.yaml': '- {id: filler, use: filler, words: {en: [please]}}\n',
      'intents/chair.yaml': intentFile('chair', ['who leads <process> please']),
      'intents/head.yaml': intentFile('head', ['who leads <process>']),
    }
    expect(warnings(files)).toHaveLength(1)
  })

  test('says which topics share a question', () => {
    const files = {
      'topics/office.yaml': `${topicFile('badge', ['Where is the desk?'])}${topicFile('leave', ['x', 'where is the desk'])}`,
    }
    expect(warnings(files)).toEqual([
      'topics/office.yaml:10:7: warning: "where is the desk" of the topic "leave" is the same as "Where is the desk?" of the topic "badge" (topics/office.yaml:4); keep one of them',
    ])
  })

  test('says what is asked of an intent and yet out of scope', () => {
    const files = {
      'intents/help.yaml': intentFile('help', ['sing a song']),
      'out-of-scope.yaml': 'en: [sing a song]\n',
    }
    expect(warnings(files)).toEqual([
      expect.stringMatching(/^out-of-scope.yaml:1:6: .* of what is out of scope is the same/),
    ])
  })

  test.each([
    ['the same words with another slot', ['who leads <process>'], ['who leads <event>']],
    ['the same phrasing twice in one intent', ['who leads', 'who leads?'], ['who chairs']],
    ['phrasings without a word', ['👍'], ['👋']],
  ])('says nothing of %s', (_, one, other) => {
    const files = { 'intents/a.yaml': intentFile('a', one), 'intents/b.yaml': intentFile('b', other) }
    expect(warnings(files)).toEqual([])
  })
})
