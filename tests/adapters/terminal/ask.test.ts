import { describe, expect, test } from 'vitest'
import { aKnowledgeFolder, badgeQuestion, brokenTopicsFile, unknownQuestion } from '../knowledge-fixture.ts'
import { runProgram } from '../run-program.ts'

function runAsk(args: string[], options: { input?: string; env?: Record<string, string>; cwd?: string } = {}) {
  return runProgram('terminal/ask.ts', { args, ...options })
}

describe.concurrent('ask', () => {
  test('prints the answer as text and exits with 0', async () => {
    using folder = aKnowledgeFolder()
    const { exitCode, stdout, stderr } = await runAsk(['--knowledge', folder.path, badgeQuestion])
    expect(stdout).toContain('Pelican')
    expect(stdout).not.toMatch(/^[{[]/)
    expect([exitCode, stderr]).toEqual([0, ''])
  })

  test('exits with 3 when it does not know', async () => {
    using folder = aKnowledgeFolder()
    const { exitCode, stdout, stderr } = await runAsk(['--knowledge', folder.path, unknownQuestion])
    expect(stdout).not.toBe('')
    expect([exitCode, stderr]).toEqual([3, ''])
  })

  test('takes a question without quotes', async () => {
    using folder = aKnowledgeFolder()
    const { exitCode, stdout } = await runAsk(['--knowledge', folder.path, 'I', 'lost', 'my', 'badge'])
    expect(stdout).toContain('Pelican')
    expect(exitCode).toBe(0)
  })

  test('prints one JSON object with --json', async () => {
    using folder = aKnowledgeFolder()
    const { exitCode, stdout } = await runAsk(['--json', '--lang', 'en', '--knowledge', folder.path, badgeQuestion])
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      status: 'answered',
      intent: 'topic:badge',
      text: expect.stringContaining('Pelican'),
      sources: expect.any(Array),
      suggestions: expect.any(Array),
      candidates: expect.arrayContaining([{ intent: 'topic:badge', confidence: expect.any(Number) }]),
      ms: expect.any(Number),
    })
  })

  test('gives its candidates also when it does not know', async () => {
    using folder = aKnowledgeFolder()
    const { exitCode, stdout } = await runAsk(['--json', '--knowledge', folder.path, unknownQuestion])
    expect(JSON.parse(stdout)).toMatchObject({ status: 'unknown', candidates: expect.any(Array) })
    expect(exitCode).toBe(3)
  })

  test('reads the folder that FOCAL_POINT_KNOWLEDGE names, also in .env', async () => {
    using folder = aKnowledgeFolder()
    folder.write('.env', 'FOCAL_POINT_KNOWLEDGE=.\n')
    expect((await runAsk([badgeQuestion], { env: { FOCAL_POINT_KNOWLEDGE: folder.path } })).stdout).toContain('Pelican')
    expect((await runAsk([badgeQuestion], { cwd: folder.path })).stdout).toContain('Pelican')
  })

  test('reads the knowledge of the project from wherever it is started', async () => {
    const { exitCode, stdout, stderr } = await runAsk(['Who runs the secretariat of the Almaty Process?'])
    expect([exitCode, stderr]).toEqual([0, ''])
    expect(stdout).toContain('UNHCR')
  })

  test('prints each problem of broken knowledge and exits with 1', async () => {
    using folder = aKnowledgeFolder()
    folder.write('topics/broken.yaml', brokenTopicsFile)
    const { exitCode, stdout, stderr } = await runAsk(['--knowledge', folder.path, badgeQuestion])
    expect(stderr).toMatch(/topics\/broken\.yaml:4:3: .*colour/)
    expect(stderr).not.toContain('    at ')
    expect([exitCode, stdout]).toEqual([1, ''])
  })

  test('exits with 1 when there is no such folder', async () => {
    const { exitCode, stderr } = await runAsk(['--knowledge', '/no/such/folder', badgeQuestion])
    expect(stderr).toMatch(/^\/no\/such\/folder:1:1: .*\n$/)
    expect(exitCode).toBe(1)
  })

  test('explains wrong usage and exits with 2', async () => {
    const { exitCode, stdout, stderr } = await runAsk(['--lang', 'de', 'x'])
    expect(stderr).toMatch(/^--lang: .*"de"\n\nUsage: /)
    expect([exitCode, stdout]).toEqual([2, ''])
  })

  test('asks for a question when it does not run in a terminal', async () => {
    const { exitCode, stderr } = await runAsk([])
    expect(stderr).toMatch(/^no question given/)
    expect(exitCode).toBe(2)
  })
})
