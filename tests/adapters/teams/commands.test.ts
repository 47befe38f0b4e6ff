import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Command, commands } from '../../../src/intents/commands.ts'
import { type Language, languages } from '../../../src/knowledge/language.ts'
import { aMessage, type Said } from './fake/activities/message.ts'
import { aPerson } from './fake/state/people.ts'
import { type RunningAdapter, startAdapter } from './running-adapter.ts'
import { saidIn } from './shown-card.ts'

let running: RunningAdapter

beforeAll(async () => {
  running = await startAdapter()
})

afterAll(() => running[Symbol.asyncDispose]())

let people = 0

/** What somebody who has said nothing before gets for an answer. */
async function answerTo(said: Said): Promise<string> {
  people += 1
  await running.send(aMessage(running.teams, { from: aPerson(`Person ${people}`), ...said }))
  return saidIn(running.teams.messages.at(-1))
}

/** A command as it is typed in a language, with its example. */
function written({ title, example }: Command, language: Language): string {
  return [title[language], example?.[language]].join(' ').trim()
}

/** An answer that nobody else sees shows the question too, as Teams does not. */
const question = /^(?:Question|Pregunta) ?: .*\n/

const typed = commands.flatMap((command) => {
  const { title } = command
  return [...new Set([title.en, written(command, 'en'), `/${written(command, 'en')}`])]
})

test.each(typed)('"%s" says the same after a mention, in person and as a slash command', async (text) => {
  const [inPerson, mentioned, slash] = [
    await answerTo({ text, place: 'personal' }),
    await answerTo({ text, place: 'channel' }),
    await answerTo({ text, place: 'channel', targeted: true }),
  ]
  expect(inPerson.length).toBeGreaterThan(20)
  expect(mentioned).toBe(inPerson)
  expect(slash).toMatch(question)
  expect(slash.replace(question, '')).toBe(inPerson)
})

test.each([
  ['process Bali', /Bali Process/],
  ['role Rabat Process', /observer/],
  ['contact MPD', /@iom\.int/],
  ['events 2017', /2017.*2017/s],
  ['idm 2014', /2014/],
  ['publications', /Source/],
  ['help', /process Bali/],
  ['remind me 2 weeks before Colombo Process meetings', /I will remind you of Colombo Process: 2 weeks before/],
  ['reminders', /No reminders are set/],
])('"%s" is answered', async (text, expected) => {
  expect(await answerTo({ text, place: 'channel' })).toMatch(expected)
})

const titles = commands.flatMap((command) =>
  languages.map((language) => [written(command, language), language, command] as const),
)

const english = new Map<string, string>()

/** The answer to the English command for somebody who reads that language. */
async function answerInEnglish(command: Command, locale: Language): Promise<string> {
  const key = `${command.name} ${locale}`
  const answer = english.get(key) ?? (await answerTo({ text: written(command, 'en'), place: 'personal', locale }))
  english.set(key, answer)
  return answer
}

test.each(titles)('"%s" (%s) is understood whatever a person reads', async (text, language, command) => {
  for (const locale of languages) {
    // The answer is in the language of the command, or in that of the person where it is the same word in several.
    const either = [await answerInEnglish(command, language), await answerInEnglish(command, locale)]
    expect(either, locale).toContain(await answerTo({ text, place: 'personal', locale }))
  }
})
