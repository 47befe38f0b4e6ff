import { describe, expect, test } from 'vitest'
import { aFolder, aKnowledgeFolder, brokenTopicsFile } from '../knowledge-fixture.ts'
import { runProgram } from '../run-program.ts'

/** Nothing of which an editor need be warned. */
const flawlessTopicsFile = `id: badge
title: Badge
questions: [Where do I get a badge?, I lost my badge, Who prints badges?, My badge is broken, new badge]
answer: Go to the gate.
source: House rules
`

function termCiting(source: string): string {
  return `- {id: term-${source}, name: Term ${source}, definition: It is one., source: "${source}:1"}\n`
}

function runCheck(...args: string[]) {
  return runProgram('terminal/knowledge-check.ts', { args })
}

describe.concurrent('knowledge:check', () => {
  test('counts what a good folder holds in one line', async () => {
    using folder = aFolder()
    folder.write('topics/badge.yaml', flawlessTopicsFile)
    const { exitCode, stdout, stderr } = await runCheck(folder.path)
    expect(stdout).toBe(`${folder.path}: 1 topic\n`)
    expect([exitCode, stderr]).toEqual([0, ''])
  })

  test('prints what an editor may want to look at, by its place, and is content all the same', async () => {
    using folder = aKnowledgeFolder()
    const { exitCode, stdout, stderr } = await runCheck(folder.path)
    expect(stdout.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^\/.*\/topics\/office\.yaml:1:3: warning: the topic "badge" has no source; /),
      expect.stringMatching(/^\/.*\/topics\/office\.yaml:3:3: warning: the topic "badge" has few questions \(3\)/),
      expect.stringMatching(/^\/.*\/topics\/office\.yaml:5:3: warning: the topic "leave" has no source; /),
      expect.stringMatching(/^\/.*\/topics\/office\.yaml:7:3: warning: the topic "leave" has few questions \(2\)/),
      `${folder.path}: 2 topics; 4 warnings`,
    ])
    expect([exitCode, stderr]).toEqual([0, ''])
  })

  test('calls a source old by the day on which it runs', async () => {
    using folder = aFolder()
    const thisYear = Temporal.Now.plainDateISO().year
    folder.write(
      'sources/all.yaml',
      `- {id: a, title: A, asOf: "${thisYear}"}\n- {id: b, title: B, asOf: "${thisYear - 6}"}\n`,
    )
    folder.write('terms/all.yaml', [termCiting('a'), termCiting('b')].join(''))
    const { stdout } = await runCheck(folder.path)
    expect(stdout).toMatch(/^\S+\/sources\/all\.yaml:2:\d+: warning: the source "b" is of .*\n.*; 1 warning\n$/)
  })

  test('accepts the knowledge of the project', async () => {
    const { exitCode, stdout } = await runCheck()
    expect(stdout).toMatch(/^\S+knowledge: .*\d+ processes.*\n$/m)
    expect(exitCode).toBe(0)
  })

  test('prints one line for each problem and no warning, and exits with 1', async () => {
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
