import { describe, expect, test } from 'vitest'
import { warnOfFewPhrasings } from '../../src/knowledge/phrasing-counts.ts'
import type { Files } from './knowledge-folder.ts'
import { intentFile, topicFile, warningsOf } from './warnings-of.ts'

const list = (count: number) => Array.from({ length: count }, (_, i) => `question ${i}`)
const warnings = (files: Files) => warningsOf(files, warnOfFewPhrasings)

describe('warnOfFewPhrasings', () => {
  test('says how many phrasings an intent has in each language with fewer than twenty', () => {
    const french = list(20).map((text) => `    - ${text}`)
    const spanish = ['    - cuándo']
    expect(
      warnings({
        'intents/host.yaml': `${intentFile('host', list(19))}${['  fr:', ...french, '  es:', ...spanish, ''].join('\n')}`,
      }),
    ).toEqual([
      'intents/host.yaml:4:3: warning: the intent "host" has few phrasings (19 in English, 1 in Spanish), expected are 20 or more in each language; add some, short and long',
    ])
  })

  test('is content with twenty phrasings', () => {
    expect(warnings({ 'intents/host.yaml': intentFile('host', list(20)) })).toEqual([])
  })

  test('misses a language only where another intent has it', () => {
    const files = {
      'intents/host.yaml': intentFile('host', list(20)),
      'intents/when.yaml': `${intentFile('when', list(20))}  fr:\n    - quand\n`,
    }
    expect(warnings(files)).toEqual([
      expect.stringContaining('intents/host.yaml:4:3: warning: the intent "host" has few phrasings (0 in French)'),
      expect.stringContaining('intents/when.yaml:25:3: warning: the intent "when" has few phrasings (1 in French)'),
    ])
  })

  test('says where a topic has fewer than five questions', () => {
    const files = { 'topics/office.yaml': `${topicFile('badge', list(5))}${topicFile('leave', list(4))}` }
    expect(warnings(files)).toEqual([
      'topics/office.yaml:12:3: warning: the topic "leave" has few questions (4), expected are 5 or more; add other wordings',
    ])
  })
})
