import { expect, test } from 'vitest'
import { whereLooked } from '../../../adapters/chat/where-looked.ts'
import type { Knowledge } from '../../../src/knowledge/knowledge.ts'
import { knowledge } from '../../intents/shipped-understanding.ts'

function withDates(...dates: string[]): Knowledge {
  return {
    ...knowledge,
    sources: new Map(dates.map((asOf, i) => [`${i}`, { asOf }])) as unknown as Knowledge['sources'],
  }
}

test.each([
  [['2019', '2021-03', '2020'], 3, '2021-03'],
  [['2019', 'undated'], 2, '2019'],
  [['undated'], 1, undefined],
  [[], 0, undefined],
])('of the documents as of %j it tells how many and the newest date', (dates, documents, knowledgeAsOf) => {
  expect(whereLooked(withDates(...dates))).toEqual({ documents, knowledgeAsOf })
})
