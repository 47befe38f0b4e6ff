import { describe, expect, test } from 'vitest'
import { aFolder, aKnowledgeFolder, brokenTopicsFile } from '../knowledge-fixture.ts'
import { runProgram } from '../run-program.ts'

function runCheck(...args: string[]) {
  return runProgram('terminal/knowledge-check.ts', { args })
}

describe.concurrent('knowledge:check', () => {
  test('counts what a good folder holds in one line', async () => {
    using folder = aKnowledgeFolder()
    const { exitCode, stdout, stderr } = await runCheck(folder.path)
    expect(stdout).toBe(`${folder.path}: 2 topics\n`)
    expect([exitCode, stderr]).toEqual([0, ''])
  })

  test('accepts the knowledge of the project', async () => {
    const { exitCode, stdout } = await runCheck()
    expect(stdout).toMatch(/^\S+knowledge: .*\d+ processes.*\n$/)
    expect(exitCode).toBe(0)
  })

  test('prints one line for each problem and exits with 1', async () => {
    using folder = aFolder()
    folder.write('topics/broken.yaml', brokenTopicsFile)
    const { exitCode, stdout } = await runCheck(folder.path)
    expect(stdout.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^\/.*\/topics\/broken\.yaml:4:3: .*"colour"/),
      expect.stringMatching(/^\/.*\/topics\/broken\.yaml:6:3: questions: missing/),
    ])
    expect(exitCode).toBe(1)
  })

  test.each([[['a', 'b']], [['--all']]])('explains %j as wrong usage, with exit code 2', async (args) => {
    const { exitCode, stdout, stderr } = await runCheck(...args)
    expect(stderr).toContain('Usage: npm run knowledge:check')
    expect([exitCode, stdout]).toEqual([2, ''])
  })
})
