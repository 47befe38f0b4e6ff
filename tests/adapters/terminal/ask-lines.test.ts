import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { beforeAll, describe, expect, test } from 'vitest'
import { aKnowledgeFolder, badgeQuestion } from '../knowledge-fixture.ts'
import { type Outcome, runProgram, startProgram } from '../run-program.ts'

function runLines(knowledge: string, lines: readonly (string | object)[], args: string[] = []): Promise<Outcome> {
  const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
  return runProgram('terminal/ask.ts', { args: ['--jsonl', '--knowledge', knowledge, ...args], input })
}

function parseLines(stdout: string): Record<string, unknown>[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

describe.concurrent('ask --jsonl', () => {
  test('answers each line with one line, in order, and skips blank ones', async () => {
    using folder = aKnowledgeFolder()
    const questions = ['a', 'b', 'c'].map((id) => ({ id, question: badgeQuestion, expected: 'ignored' }))
    const { exitCode, stdout, stderr } = await runLines(folder.path, ['', ...questions, '  ', ''])
    const answers = parseLines(stdout)
    expect(answers.map((answer) => answer.id)).toEqual(['a', 'b', 'c'])
    expect(Object.keys(answers[0] ?? {})).toEqual([
      'id',
      'status',
      'intent',
      'text',
      'sources',
      'suggestions',
      'candidates',
      'ms',
    ])
    expect(answers[0]).toMatchObject({ status: 'answered', intent: 'topic:badge' })
    expect([exitCode, stderr]).toEqual([0, ''])
  })

  test('answers bad lines with their error and number, goes on, and exits with 1', async () => {
    using folder = aKnowledgeFolder()
    const good = { id: 'good', question: badgeQuestion }
    const bad = [
      'not JSON',
      '[]',
      { id: 'no-question' },
      { question: 'no id' },
      { ...good, lang: 'de' },
      { ...good, now: 'today' },
      `"${'x'.repeat(1_000_000)}"`,
    ]
    const { exitCode, stdout } = await runLines(folder.path, [...bad, good])
    expect(parseLines(stdout)).toEqual([
      { error: expect.stringContaining('not JSON'), line: 1 },
      { error: expect.stringContaining('expected a JSON object'), line: 2 },
      { id: 'no-question', error: expect.stringMatching(/^question: missing/), line: 3 },
      { error: expect.stringMatching(/^id: missing/), line: 4 },
      { id: 'good', error: expect.stringMatching(/^lang: expected "en" or "fr" or "es", got "de"/), line: 5 },
      { id: 'good', error: expect.stringMatching(/^now: expected an instant/), line: 6 },
      { error: expect.stringContaining('1000002 bytes, allowed are at most 1000000'), line: 7 },
      expect.objectContaining({ id: 'good', status: 'answered' }),
    ])
    expect(exitCode).toBe(1)
  })

  test('answers a line before the next one comes', async () => {
    using folder = aKnowledgeFolder()
    const program = startProgram('terminal/ask.ts', ['--jsonl', '--knowledge', folder.path])
    const answers = createInterface({ input: program.stdout })[Symbol.asyncIterator]()
    for (const id of ['first', 'second']) {
      program.stdin.write(`${JSON.stringify({ id, question: badgeQuestion })}\n`)
      expect(JSON.parse((await answers.next()).value ?? '{}')).toMatchObject({ id })
    }
    program.stdin.end()
    expect(await once(program, 'close')).toEqual([0, null])
  })

  test('ends quietly when its reader has gone', async () => {
    using folder = aKnowledgeFolder()
    const program = startProgram('terminal/ask.ts', ['--jsonl', '--knowledge', folder.path])
    const complaints = program.stderr.toArray()
    program.stdin.on('error', () => program.stdin.destroy())
    program.stdout.once('data', () => program.stdout.destroy())
    program.stdin.write(`${JSON.stringify({ id: 'x', question: badgeQuestion })}\n`.repeat(2_000))
    const [exitCode] = await once(program, 'exit')
    expect([exitCode, await complaints]).toEqual([0, []])
  })
})

describe('ask --jsonl on the knowledge of the project', () => {
  let answers: Map<unknown, Record<string, unknown>>

  beforeAll(async () => {
    const outcome = await runProgram('terminal/ask.ts', {
      args: ['--jsonl', '--now', '2030-01-01T00:00:00Z'],
      input: [
        { id: 'bali', question: 'What is the Bali Process?', conversation: 'c1' },
        { id: 'almaty', question: 'What is the Almaty Process?', conversation: 'c2' },
        { id: 'its-1', question: 'Who runs its secretariat?', conversation: 'c1' },
        { id: 'its-2', question: 'Who runs its secretariat?', conversation: 'c2' },
        { id: 'next-2017', question: 'When is the next IDM workshop?', now: '2017-01-15T00:00:00Z' },
        { id: 'next-2030', question: 'When is the next IDM workshop?' },
        { id: 'french', question: 'What is the Bali Process?', lang: 'fr' },
      ]
        .map((line) => JSON.stringify(line))
        .join('\n'),
    })
    expect(outcome.stderr).toBe('')
    answers = new Map(parseLines(outcome.stdout).map((answer) => [answer.id, answer]))
  })

  test('shares the context within a conversation and not beyond', () => {
    expect(answers.get('its-1')).toMatchObject({ status: 'answered', text: expect.stringContaining('Bali') })
    expect(answers.get('its-2')).toMatchObject({ status: 'answered', text: expect.stringContaining('Almaty') })
  })

  test('answers as of the instant of the line, or else of --now', () => {
    expect(answers.get('next-2017')).toMatchObject({ status: 'answered', text: expect.stringContaining('2017') })
    expect(answers.get('next-2030')).toMatchObject({ status: 'unknown' })
  })

  test('answers in the language of the line', () => {
    expect(answers.get('french')).toMatchObject({ text: expect.stringContaining('OIM') })
  })

  test('names the source of an answer', () => {
    expect(answers.get('its-1')?.sources).toContainEqual({
      document: expect.any(String),
      locator: expect.any(String),
      asOf: expect.stringMatching(/^\d{4}/),
    })
  })
})
