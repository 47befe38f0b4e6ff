import { expect, test } from 'vitest'
import { prompts } from '../../../adapters/chat/prompts.ts'
import { languages } from '../../../src/knowledge/language.ts'
import { aMessage } from './fake/activities/message.ts'
import { long, topicsFocalPoint } from './own-topics.ts'
import { execute, labelsIn } from './pressing.ts'
import { type RunningAdapter, startAdapter } from './running-adapter.ts'
import { saidIn } from './shown-card.ts'

/** What Teams takes by the narrowest of its documents, in UTF-16. */
const teams = { maxActivityBytes: 28_000 }

function refused({ teams }: RunningAdapter): readonly unknown[] {
  return teams.calls.filter(({ status }) => status === undefined || status >= 400)
}

const lists = ['publications', 'process', 'events', 'contacts', 'Which processes is IOM an observer in?']

test.each([
  ['for all to see', false],
  ['for one person', true],
])('no answer to what people ask most is more than Teams takes, %s', async (_whom, targeted) => {
  await using running = await startAdapter({ teams })
  const texts = [...languages.flatMap((language) => prompts[language].map(({ message }) => message)), ...lists]
  for (const text of texts) await running.send(aMessage(running.teams, { text, place: 'channel', targeted }))
  expect(running.teams.messages).toHaveLength(texts.length)
  expect(refused(running)).toEqual([])
})

test('an answer that takes more is cut, with a button for more, and so is each of its pages', async () => {
  await using running = await startAdapter({ teams, focalPoint: topicsFocalPoint() })
  await running.send(aMessage(running.teams, { text: long, place: 'channel' }))
  let [page] = running.teams.shown()
  expect(saidIn(page)).toMatch(/Page 1 of 4/)
  expect(labelsIn(page?.body)).toEqual(['More'])
  for (const _turn of [2, 3, 4]) {
    const before = running.teams.messages.length
    await execute(running, page, 'More')
    await running.teams.until(() => running.teams.messages.length > before, 'the next page')
    page = running.teams.shown()[0]
  }
  expect(saidIn(page)).toMatch(/Page 4 of 4/)
  expect(refused(running)).toEqual([])
})

test.each([
  ['a word without end', 'x'.repeat(100_000)],
  ['what takes more room as JSON', '"\\\u0001\n'.repeat(20_000)],
  ['what takes more room in UTF-8', '谁😀'.repeat(20_000)],
])('a question of %s, which its private answer repeats, is cut', async (_what, text) => {
  await using running = await startAdapter({ teams, focalPoint: topicsFocalPoint() })
  await running.send(aMessage(running.teams, { text: `I lost my badge ${text}`, place: 'groupChat', targeted: true }))
  expect(saidIn(running.teams.messages[0])).toMatch(/^Question: I lost my badge .*…\n/s)
  expect(refused(running)).toEqual([])
})
