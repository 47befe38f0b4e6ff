import { expect, test } from 'vitest'
import { bareIntent } from '../../src/intents/bare-questions.ts'
import type { Entry } from '../../src/knowledge/knowledge.ts'
import { knowledge, read, tools } from './shipped-understanding.ts'

test.each<[string, string, string, string | undefined, string]>([
  ['since when?', 'secretariat', 'puebla-process', 'since', 'of what was said'],
  ['depuis quand ?', 'head', 'mpd', 'since', 'of the head and not of the unit'],
  ['¿desde cuándo?', 'describe', 'mpd', 'founded', 'of the thing itself'],
  ['since when?', 'describe', 'colombo-process', 'since', 'where a source says it'],
  ['why?', 'role', 'midsa', 'reason', 'the reason'],
  ['pourquoi ?', 'role', 'midsa', 'reason', 'the reason in French'],
  ['and who chairs it?', 'role', 'midsa', undefined, 'another question'],
  ['why does IOM host the secretariat', 'role', 'midsa', undefined, 'a question of its own'],
])('%j after the %s of %s asks for %s (%s)', (text, intent, id, expected) => {
  const context = { intent, subjects: [knowledge.entries.get(id) as Entry], series: [] }
  expect(bareIntent(read(text), context, tools)).toBe(expected)
})
