import { describe, expect, test } from 'vitest'
import { redact } from '../../adapters/chat/redact.ts'
import { InsightRecorder } from '../../adapters/insight-recorder.ts'
import { createLog } from '../../adapters/log.ts'
import type { AnswerCount, NotedQuestion } from '../../src/store/insight.ts'
import { anObservedAnswer, aVainQuestion } from './observed-answers.ts'
import { ownFocalPoint } from './own-focal-point.ts'
import { TestClock } from './test-clock.ts'

type Note = { readonly counts: readonly AnswerCount[]; readonly questions: readonly NotedQuestion[] }

function recording({ failures = 0, explain = ownFocalPoint().explain } = {}) {
  const notes: Note[] = []
  const lines: string[] = []
  const clock = new TestClock()
  let left = failures
  let told = Promise.withResolvers<void>()
  const insights = {
    note: async (counts: readonly AnswerCount[], questions: readonly NotedQuestion[]) => {
      told.resolve()
      told = Promise.withResolvers()
      left -= 1
      if (left >= 0) throw new Error('disk full')
      notes.push({ counts, questions })
    },
  }
  const log = createLog('debug', (line) => lines.push(line))
  const recorder = new InsightRecorder({ insights, explaining: { explain }, redact, log, clock })
  const pass = async () => {
    const next = told.promise
    await clock.passSleepOf(5000)
    await next
  }
  return { recorder, notes, lines, pass }
}

describe('the recorder of insights', () => {
  test('keeps what came together in one go, some seconds later', async () => {
    const { recorder, notes, pass } = recording()
    for (const ms of [3, 4, 90]) recorder.note(anObservedAnswer({ ms }))
    expect(notes).toEqual([])
    await pass()
    const usual = { day: '2026-11-22', surface: 'slack', status: 'answered', language: 'en' }
    expect(notes).toEqual([
      {
        counts: [
          { ...usual, latency: 5, answers: 2, totalMs: 7 },
          { ...usual, latency: 100, answers: 1, totalMs: 90 },
        ],
        questions: [],
      },
    ])
  })

  test('keeps questions without an answer once, with nothing that tells who asked, and with what is nearest', async () => {
    const { recorder, notes } = recording()
    recorder.note(aVainQuestion('Almaty Process budget? Write to ann@example.org or +41 22 555 0199'))
    recorder.note(aVainQuestion('almaty process budget, write to bob@example.org or +41 22 555 0100'))
    await recorder.stop()
    expect(notes[0]?.questions).toEqual([
      {
        question: 'almaty process budget, write to [email] or [number]',
        language: 'en',
        asked: 2,
        day: '2026-11-22',
        candidates: [{ intent: 'venue', confidence: 0.2 }],
        nearest: expect.arrayContaining([{ id: 'almaty-process', title: expect.stringContaining('Almaty') }]),
      },
    ])
  })

  test('keeps what could not be kept with what comes next, and logs no text', async () => {
    const { recorder, notes, lines, pass } = recording({ failures: 1 })
    recorder.note(aVainQuestion('pelican?'))
    await pass()
    recorder.note(aVainQuestion('Pelican'))
    await recorder.stop()
    expect(notes).toMatchObject([{ counts: [{ answers: 2 }], questions: [{ asked: 2 }] }])
    expect(lines).toEqual([expect.stringContaining('insights not kept')])
    expect(lines.join()).not.toMatch(/pelican/i)
  })

  test('keeps a question also where nothing can be found', async () => {
    const { recorder, notes } = recording({ explain: () => Promise.reject(new Error('no thread')) })
    recorder.note(aVainQuestion('pelican'))
    await recorder.stop()
    expect(notes[0]?.questions).toMatchObject([{ question: 'pelican', nearest: [] }])
  })

  test('holds a hundred different questions at a time, and counts all answers', async () => {
    const { recorder, notes } = recording({ explain: () => Promise.reject(new Error('no thread')) })
    for (let i = 0; i < 150; i++) recorder.note(aVainQuestion(`question ${i}`))
    await recorder.stop()
    expect([notes[0]?.questions.length, notes[0]?.counts[0]?.answers]).toEqual([100, 150])
  })
})
