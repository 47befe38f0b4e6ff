import { describe, expect, test } from 'vitest'
import { AnswerThread } from '../../adapters/answer-thread.ts'
import { UnavailableError } from '../../adapters/unavailable-error.ts'
import { toPlainText } from '../../src/answers/plain-text.ts'
import { createFocalPoint } from '../../src/focal-point.ts'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { KnowledgeError } from '../../src/knowledge/problem.ts'
import { failingProgram, orders } from './failing-program.ts'
import { aKnowledgeFolder, badgeQuestion, brokenTopicsFile, unknownQuestion } from './knowledge-fixture.ts'

const now = Temporal.Instant.from('2026-11-22T09:00:00Z')
const badge = { text: badgeQuestion, now }

function threadOn(folder: string): AnswerThread & AsyncDisposable {
  const thread = new AnswerThread({ kind: 'folder', folder }, failingProgram)
  return Object.assign(thread, { [Symbol.asyncDispose]: () => thread.terminate() })
}

test('answers like the assistant in this thread, from the same knowledge', async () => {
  using folder = aKnowledgeFolder()
  await using thread = threadOn(folder.path)
  const knowledge = loadKnowledge(folder.path)
  expect(await thread.ready).toEqual(knowledge)
  const here = createFocalPoint(knowledge)
  for (const text of [badgeQuestion, unknownQuestion, 'Où est le badge ?']) {
    expect(await thread.ask({ text, now })).toEqual(here.ask({ text, now }))
  }
})

test('tells which meeting an answer is about', async () => {
  using folder = aKnowledgeFolder()
  folder.write('sources/notes.yaml', 'id: notes\ntitle: Notes\nasOf: "2026-11-01"\n')
  folder.write('events/gulls.yaml', 'id: gulls\nname: Gull Count\nstarts: "2026-12-08"\nsource: notes:1\n')
  await using thread = threadOn(folder.path)
  expect((await thread.ask({ text: 'When is the Gull Count?', now })).parts).toMatchObject([{ meeting: 'gulls' }])
})

test('finds like the assistant in this thread, while questions wait for their turn', async () => {
  using folder = aKnowledgeFolder()
  await using thread = threadOn(folder.path)
  const here = createFocalPoint(loadKnowledge(folder.path))
  thread.takeOver(new Promise(() => {}))
  for (const text of ['bad', '', 'zzqx']) {
    expect(await thread.find({ text, limit: 5 })).toEqual(here.find({ text, limit: 5 }))
  }
})

test('explains like the assistant in this thread', async () => {
  using folder = aKnowledgeFolder()
  await using thread = threadOn(folder.path)
  const here = createFocalPoint(loadKnowledge(folder.path))
  expect(await thread.explain(badge)).toEqual(here.explain(badge))
  expect((await thread.explain(badge)).clauses[0]?.decision).toMatchObject({ intent: 'topic:badge' })
})

test('can be built from knowledge that another thread has checked', async () => {
  using folder = aKnowledgeFolder()
  const knowledge = loadKnowledge(folder.path)
  const thread = new AnswerThread({ kind: 'knowledge', knowledge }, failingProgram)
  expect(await thread.ready).toEqual(knowledge)
  expect(await thread.ask(badge)).toMatchObject({ intent: 'topic:badge' })
  await thread.terminate()
})

test('ends with all problems of an invalid folder', async () => {
  using folder = aKnowledgeFolder()
  folder.write('topics/office.yaml', brokenTopicsFile)
  const thread = threadOn(folder.path)
  const error = await thread.ready.catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(KnowledgeError)
  expect(error).toMatchObject({
    problems: [
      { line: 4, column: 3 },
      { line: 6, column: 3 },
    ],
  })
  expect(await thread.ended).toBe(error)
})

test('tells a defect to whoever asked, and goes on answering', async () => {
  using folder = aKnowledgeFolder()
  await using thread = threadOn(folder.path)
  await thread.ready
  await expect(thread.ask({ text: 5 as unknown as string, now })).rejects.toThrow(TypeError)
  await expect(thread.find({ text: 5 as unknown as string, limit: 5 })).rejects.toThrow(TypeError)
  expect(await thread.ask(badge)).toMatchObject({ status: 'answered' })
})

test('finishes what is in flight, and takes nothing afterwards', async () => {
  using folder = aKnowledgeFolder()
  const thread = threadOn(folder.path)
  await thread.ready
  const asked = [thread.ask(badge), thread.ask(badge), thread.ask(badge)]
  await thread.finish()
  expect(await Promise.all(asked)).toMatchObject(asked.map(() => ({ status: 'answered' })))
  expect(await thread.ended).toBeUndefined()
  await expect(thread.ask(badge)).rejects.toThrow(UnavailableError)
  await expect(thread.find({ text: 'badge', limit: 5 })).rejects.toThrow(UnavailableError)
})

describe('a thread that hands its conversations over', () => {
  const askAbout = (text: string) => ({ text, conversation: 'web:1', now })

  /** Two threads on the shipped knowledge, the second of which goes on with what the first was told. */
  async function twoThreads() {
    const knowledge = loadKnowledge('knowledge')
    const [first, second] = [1, 2].map(() => new AnswerThread({ kind: 'knowledge', knowledge })) as [
      AnswerThread,
      AnswerThread,
    ]
    await Promise.all([first.ready, second.ready])
    return {
      first,
      second,
      [Symbol.asyncDispose]: async () => void (await Promise.all([first, second].map((thread) => thread.terminate()))),
    }
  }

  test('lets the next one go on where it was, however close the questions follow', async () => {
    await using threads = await twoThreads()
    const { first, second } = threads
    const before = first.ask(askAbout('Who runs the secretariat of MIDSA?'))
    second.takeOver(first.handOver())
    const after = [second.ask(askAbout('and of MIDWA?')), second.ask(askAbout('with whom?'))]
    await first.finish()
    expect(await before).toMatchObject({ intent: 'secretariat' })
    const texts = (await Promise.all(after)).map(toPlainText)
    expect(texts).toEqual([expect.stringContaining('secretariat support'), expect.stringContaining('ECOWAS')])
  })

  test('leaves the next one to begin afresh when it fails', async () => {
    await using threads = await twoThreads()
    const { first, second } = threads
    await first.ask(askAbout('Who runs the secretariat of MIDSA?'))
    await first.terminate()
    second.takeOver(first.handOver())
    expect(await second.ask(askAbout('with whom?'))).toMatchObject({ status: 'clarify' })
  })
})

test.each([
  [orders.crash, { message: 'told to crash' }],
  [orders.exhaust, { code: 'ERR_WORKER_OUT_OF_MEMORY' }],
  [orders.exit, undefined],
])('rejects all questions in flight when the thread is told to %s', async (text, failure) => {
  using folder = aKnowledgeFolder()
  const thread = threadOn(folder.path)
  await thread.ready
  const asked = [thread.ask({ text, now }), thread.ask(badge)]
  for (const { status, reason } of (await Promise.allSettled(asked)) as PromiseRejectedResult[]) {
    expect([status, reason]).toEqual(['rejected', expect.any(UnavailableError)])
    expect(reason.message).toContain('started again')
  }
  if (failure) expect(await thread.ended).toMatchObject(failure)
  else expect(await thread.ended).toBeUndefined()
})
