import { describe, expect, test } from 'vitest'
import { warnOfSources } from '../../src/knowledge/source-ages.ts'
import type { Files } from './knowledge-folder.ts'
import { topicFile, warningsOf } from './warnings-of.ts'

const today = Temporal.PlainDate.from('2026-11-22')
const warnings = (files: Files) => warningsOf(files, (located) => warnOfSources(located, today))

/** A folder with the source 900 and an entry that cites it. */
function citing(asOf: string, more: Files = {}): Files {
  return { 'sources/900.yaml': `id: "900"\ntitle: Minutes\nasOf: "${asOf}"\n`, ...entries('900:1'), ...more }
}

function entries(...citations: readonly string[]): Files {
  const list = citations.map(
    (source, i) => `- {id: term-${i}, name: Term ${i}, definition: It is one., source: ${source}}\n`,
  )
  return { 'terms/terms.yaml': list.join('') }
}

describe('warnOfSources', () => {
  test.each(['2021-11-21', '2021-10', '2020', '1999'])('calls a source of %s old', (asOf) => {
    expect(warnings(citing(asOf))).toEqual([
      `sources/900.yaml:3:1: warning: the source "900" is of ${asOf}, more than 5 years old, and nothing newer bears out 1 entry (term-0); look for a newer document`,
    ])
  })

  test.each(['2021-11-22', '2021-11', '2021', '2026'])('calls a source that can be of %s new enough', (asOf) => {
    expect(warnings(citing(asOf))).toEqual([])
  })

  test('says that a source has no date', () => {
    expect(warnings(citing('undated'))).toEqual([
      'sources/900.yaml:3:1: warning: the source "900" has no date, and nothing newer bears out 1 entry (term-0); look for a newer document',
    ])
  })

  test('names a source once, with the number of entries and the first five', () => {
    const six = entries(...Array.from({ length: 6 }, () => '900:1'))
    expect(warnings(citing('2010', six))).toEqual([
      expect.stringContaining('bears out 6 entries (term-0, term-1, term-2, term-3, term-4, …);'),
    ])
  })

  test('says nothing of an old source where a newer one bears the entry out', () => {
    const newer = { 'sources/901.yaml': 'id: "901"\ntitle: Page\nasOf: "2025"\n', ...entries('[900:1, 901:1]') }
    expect(warnings(citing('2010', newer))).toEqual([])
  })

  test('goes by the newest source of an entry, and of lines with a date of their own by that', () => {
    const parts =
      'parts:\n  - {lines: 1-9, title: Header, asOf: undated}\n  - {lines: 20-29, title: Box, asOf: "2026"}\n'
    const files = {
      'sources/900.yaml': `id: "900"\ntitle: Minutes\nasOf: "2010"\n${parts}`,
      ...entries('900:5', '[900:5, 900:12]', '900:22'),
    }
    expect(warnings(files)).toEqual([
      expect.stringMatching(
        /^sources\/900.yaml:5:\d+: warning: the source "900", lines 1-9, has no date, .* \(term-0\);/,
      ),
      expect.stringMatching(/^sources\/900.yaml:3:1: warning: the source "900" is of 2010, .* \(term-1\);/),
    ])
  })

  test('says which topic has no source', () => {
    const files = { 'topics/office.yaml': `${topicFile('badge', ['a'], 'House rules')}${topicFile('leave', ['b'])}` }
    expect(warnings(files)).toEqual([
      'topics/office.yaml:7:3: warning: the topic "leave" has no source; say in "source:" where the answer comes from',
    ])
  })
})
