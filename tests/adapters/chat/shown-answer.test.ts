import { expect, test } from 'vitest'
import { ask, findKept, keepForButtons } from '../../../adapters/chat/shown-answer.ts'
import type { ChatTools, KnowingFocalPoint } from '../../../adapters/chat/tools.ts'
import { createLog } from '../../../adapters/log.ts'
import type { Question } from '../../../src/focal-point.ts'
import { openStore, type Store } from '../../../src/store/store.ts'
import { knowledge } from '../../intents/shipped-understanding.ts'
import { temporaryFolder } from '../../store/temporary-folder.ts'
import { TestClock } from '../test-clock.ts'
import { anAnswer, aPart } from './an-answer.ts'

const answer = anAnswer([aPart({ meeting: 'council-2027' })])
const asked = { text: 'Who?', workspace: 'one', conversation: 'teams:one:a' } as const

type Asking = KnowingFocalPoint & { readonly questions: readonly Question[] }

function focalPoint(reply: () => typeof answer = () => answer): Asking {
  const questions: Question[] = []
  return {
    knowledge,
    knowledgeReadAt: Temporal.Instant.from('2026-11-22T08:00:00Z'),
    questions,
    ask: async (question) => {
      questions.push(question)
      return reply()
    },
    find: async () => [],
    findTargets: async () => ({ language: 'en', targets: [], isWhole: true, nearest: [] }),
  }
}

function toolsWith(store: ChatTools['store'], own = focalPoint()) {
  const logged: string[] = []
  const log = createLog('debug', (line) => logged.push(line))
  return { focalPoint: own, store, clock: new TestClock(), log, logged, needsKeeping: () => true }
}

const failing = () => {
  throw new Error('no answer')
}

test('an answer is kept as it is shown, and found in its workspace only', async () => {
  using folder = temporaryFolder()
  await using store = await openStore(folder.path)
  const { shown, language } = await ask(asked, { asked: 'Who?', canShare: true }, toolsWith(store))
  expect(language).toBe('en')
  expect(shown).toMatchObject({ answer, workspace: 'one', asked: 'Who?', canShare: true })
  const id = shown?.id ?? ''
  expect(await findKept(id, 'one', { store })).toEqual(shown)
  expect(await findKept(id, 'two', { store })).toBeUndefined()
})

test('an answer that nothing needs again is not kept', async () => {
  using folder = temporaryFolder()
  await using store = await openStore(folder.path)
  const tools = { ...toolsWith(store), needsKeeping: () => false }
  const { shown } = await ask(asked, { canShare: false }, tools)
  expect(shown).toBeDefined()
  expect(await findKept(shown?.id ?? '', 'one', { store })).toBeUndefined()
})

test('a question carries the time, the conversation and both languages', async () => {
  using folder = temporaryFolder()
  await using store = await openStore(folder.path)
  const own = focalPoint()
  const tools = toolsWith(store, own)
  await ask({ ...asked, reader: 'fr', language: 'es' }, { canShare: false }, tools)
  const { text, conversation } = asked
  expect(own.questions).toEqual([{ text, conversation, reader: 'fr', language: 'es', now: tools.clock.now() }])
})

test.each([
  [{ language: 'es', reader: 'fr' }, 'es'],
  [{ reader: 'fr' }, 'fr'],
  [{}, 'en'],
] as const)('where there is no answer, the reply to %j is in %s', async (languages, language) => {
  using folder = temporaryFolder()
  await using store = await openStore(folder.path)
  const tools = toolsWith(store, focalPoint(failing))
  expect(await ask({ ...asked, ...languages }, { canShare: false }, tools)).toEqual({ shown: undefined, language })
  expect(tools.logged.join()).toContain('no answer')
})

test('an answer that cannot be kept is still shown', async () => {
  using folder = temporaryFolder()
  await using store = await openStore(folder.path)
  const keptAnswers: Store['keptAnswers'] = { ...store.keptAnswers, keep: failing }
  const tools = toolsWith({ ...store, keptAnswers })
  expect(await ask(asked, { canShare: false }, tools)).toMatchObject({ shown: { answer } })
  expect(tools.logged.join()).toContain('answer not kept')
})

test('an answer that another version kept is as good as gone', async () => {
  using folder = temporaryFolder()
  await using store = await openStore(folder.path)
  const tools = toolsWith(store)
  const shown = { id: 'a', workspace: 'one', canShare: false, answer }
  await keepForButtons(shown, tools)
  expect(await findKept('a', 'one', { store })).toEqual(shown)
  await store.keptAnswers.keep({ id: 'b', workspace: 'one', body: '{"format":0,"shown":{}}' }, 0)
  expect(await findKept('b', 'one', { store })).toBeUndefined()
})
