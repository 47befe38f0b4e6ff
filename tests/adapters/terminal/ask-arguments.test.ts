import { describe, expect, test } from 'vitest'
import { type AskMode, parseAskArguments } from '../../../adapters/terminal/ask-arguments.ts'
import { UsageError } from '../../../adapters/terminal/usage-error.ts'

function problemOf(args: readonly string[]): string {
  try {
    parseAskArguments(args, false)
  } catch (error) {
    if (error instanceof UsageError) return error.message.split('\n\nUsage: ')[0] ?? ''
    throw error
  }
  return ''
}

describe('the arguments of ask', () => {
  test.each<[string[], AskMode]>([
    [['Who?'], { kind: 'question', text: 'Who?', json: false }],
    [['Who', 'is', 'it?', '--json'], { kind: 'question', text: 'Who is it?', json: true }],
    [['--', '--what?'], { kind: 'question', text: '--what?', json: false }],
    [[''], { kind: 'question', text: '', json: false }],
    [['--jsonl'], { kind: 'lines' }],
    [[], { kind: 'conversation' }],
  ])('of %j choose how to ask', (args, mode) => {
    expect(parseAskArguments(args, true).mode).toEqual(mode)
  })

  test('carry the folder, the instant and the language', () => {
    const args = ['--knowledge', 'mine', '--now', '2017-04-01T11:00:00+02:00', '--lang', 'fr', 'Qui ?']
    expect(parseAskArguments(args, false)).toMatchObject({
      knowledge: 'mine',
      now: Temporal.Instant.from('2017-04-01T09:00:00Z'),
      language: 'fr',
    })
  })

  test.each([
    [['--colour', 'x'], /--colour.*--json, --jsonl, --knowledge, --now, --lang/],
    [['--lang', 'de', 'x'], /^--lang: expected en, fr, es, got "de"$/],
    [['--now', '2017-04-01', 'x'], /^--now: expected an instant.*got "2017-04-01"$/],
    [['--now', '+012017-04-01T00:00Z', 'x'], /^--now: expected an instant/],
    [['--now'], /--now/],
    [['--knowledge', '', 'x'], /^--knowledge: expected a folder/],
    [['--json=yes', 'x'], /--json/],
    [['--json'], /^--json: expected a question$/],
    [['--jsonl', 'x', 'y'], /^--jsonl: .*standard input.*"x y"$/],
    [[], /^no question given/],
  ])('%j are refused in one line that says what is allowed', (args, problem) => {
    expect(problemOf(args)).toMatch(problem)
    expect(problemOf(args)).not.toContain('\n')
  })
})
