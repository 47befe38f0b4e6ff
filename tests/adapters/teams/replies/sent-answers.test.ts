import { mkdtempDisposableSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createLog } from '../../../../adapters/log.ts'
import { type SentAnswer, SentAnswers } from '../../../../adapters/teams/replies/sent-answers.ts'
import { openStore, type Store } from '../../../../src/store/store.ts'
import { TestClock } from '../../test-clock.ts'

const key = { tenant: 'tenant-1', conversationId: 'a:1', messageId: '7' }
const place = { tenant: 'tenant-1', conversationId: 'a:1' }
const asked = { intent: 'role', status: 'answered', language: 'en', question: 'Who?', isPrivate: false } as const

function anAnswer(answerId: string): SentAnswer {
  return { answerId, ...asked }
}

function sentAnswers(store: Pick<Store, 'keptAnswers'>, lines: string[] = []): SentAnswers {
  return new SentAnswers({ store, clock: new TestClock(), log: createLog('debug', (line) => lines.push(line)) })
}

test('tells what a message answers, also after a restart', async () => {
  using folder = aTemporaryFolder()
  await using store = await openStore(folder.path)
  await sentAnswers(store).note(key, anAnswer('answer-1'))
  expect(await sentAnswers(store).find(key)).toEqual(anAnswer('answer-1'))
})

test('tells it while it is still being stored', async () => {
  const keptAnswers = { keep: () => new Promise<never>(() => {}), find: async () => undefined }
  const sent = sentAnswers({ keptAnswers })
  void sent.note(key, anAnswer('answer-1'))
  expect(await sent.find(key)).toEqual(anAnswer('answer-1'))
})

test('tells the answer that took the place of another', async () => {
  using folder = aTemporaryFolder()
  await using store = await openStore(folder.path)
  const sent = sentAnswers(store)
  await Promise.all([sent.note(key, anAnswer('answer-1')), sent.note(key, anAnswer('answer-2'))])
  expect(await sent.find(key)).toEqual(anAnswer('answer-2'))
})

test.each([
  ['tenant', { ...key, tenant: 'tenant-2' }],
  ['conversation', { ...key, conversationId: 'a:2' }],
  ['message', { ...key, messageId: '8' }],
])('tells nothing of another %s', async (_, other) => {
  using folder = aTemporaryFolder()
  await using store = await openStore(folder.path)
  const sent = sentAnswers(store)
  await sent.note(key, anAnswer('answer-1'))
  expect(await sent.find(other)).toBeUndefined()
})

test('knows the latest answer of each conversation', async () => {
  using folder = aTemporaryFolder()
  await using store = await openStore(folder.path)
  const sent = sentAnswers(store)
  await sent.note(key, anAnswer('answer-1'))
  await sent.note({ ...key, messageId: '8' }, anAnswer('answer-2'))
  await sent.note({ ...key, conversationId: 'a:2' }, anAnswer('answer-3'))
  expect(sent.latest(place)).toEqual(anAnswer('answer-2'))
  expect(sent.latest({ ...place, tenant: 'tenant-2' })).toBeUndefined()
})

test('a store that fails costs a line in the log and nothing else', async () => {
  const keptAnswers = { keep: () => Promise.reject(new Error('disk full')), find: async () => undefined }
  const lines: string[] = []
  const sent = sentAnswers({ keptAnswers }, lines)
  await sent.note(key, anAnswer('answer-1'))
  expect(sent.latest(place)).toEqual(anAnswer('answer-1'))
  expect(lines.join('')).toMatch(/teams message not noted/)
})

function aTemporaryFolder() {
  return mkdtempDisposableSync(join(tmpdir(), 'focal-point-sent-'))
}
