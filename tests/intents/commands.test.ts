import { describe, expect, test } from 'vitest'
import { type Command, commands } from '../../src/intents/commands.ts'
import { decide } from '../../src/intents/decide.ts'
import { detectLanguage } from '../../src/intents/detect-language.ts'
import { understand } from '../../src/intents/understand.ts'
import { entriesOf } from '../../src/knowledge/knowledge.ts'
import { inLanguage, type Language, languages } from '../../src/knowledge/language.ts'
import { ask } from '../answers/shipped-answers.ts'
import { today, tools } from './shipped-understanding.ts'

/** What a message is understood as: what is to be done about which intent and which entries. */
function meaningOf(text: string, reader?: Language): string[] {
  const speller = tools.speller.reading(detectLanguage(text, reader, tools.languageWords))
  const decisions = decide(understand(text, { context: undefined, today }, { ...tools, speller }), tools)
  return decisions.map(({ kind, reading }) => [kind, reading?.intent, reading?.subjects.map(({ id }) => id)].join(' '))
}

/** A command with its example, or alone where there is none or none is wanted. */
function written({ title, example }: Command, language: Language, alone: boolean): string {
  return alone || !example ? title[language] : `${title[language]} ${example[language]}`
}

const ways: Readonly<Record<string, (text: string) => string>> = {
  'as it stands': (text) => text,
  'in capitals': (text) => text.toUpperCase(),
  'with one capital': (text) => text.slice(0, 1).toUpperCase() + text.slice(1),
  'without accents': (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
}

/** What the English commands mean; the others are measured by it. */
const meanings: readonly [text: string, meaning: string][] = [
  ['process', 'answer list-processes '],
  ['process Bali', 'answer describe bali-process'],
  ['role', 'ask-subject role '],
  ['role Rabat Process', 'answer role rabat-process'],
  ['contact', 'ask-subject contact '],
  ['contact MPD', 'answer contact mpd'],
  ['events', 'answer list-events '],
  ['events 2017', 'answer list-events '],
  ['idm', 'answer describe idm'],
  ['idm 2014', 'answer describe idm-2014'],
  ['publications', 'answer list-publications '],
  ['remind', 'answer remind '],
  ['remind me 2 weeks before Colombo Process meetings', 'answer remind colombo-process'],
  ['reminders', 'answer remind '],
  ['help', 'answer help '],
]

/** The id of each process, the command with its name, and the name, in each language. */
function withEveryProcess(name: string): [id: string, text: string, name: string, language: Language][] {
  const { title } = commands.find((one) => one.name === name) as Command
  return entriesOf(tools.knowledge, 'process').flatMap((process) =>
    languages.map((language) => {
      const called = inLanguage(process.name, language)
      return [process.id, `${title[language]} ${called}`, called, language]
    }),
  )
}

describe('a command', () => {
  test.each(meanings)('"%s" is understood: %s', (text, meaning) => {
    expect(meaningOf(text)).toEqual([meaning])
  })

  test('is in the table above, alone and with its example', () => {
    const all = commands.flatMap((command) => [written(command, 'en', true), written(command, 'en', false)])
    expect(new Set(meanings.map(([text]) => text))).toEqual(new Set(all))
  })

  const rows = commands.flatMap((command) => languages.map((language) => [command.name, language, command] as const))
  test.each(rows)('"%s" means the same in %s, however it is written and whoever reads', (_, language, command) => {
    for (const alone of [true, false]) {
      const meaning = meaningOf(written(command, 'en', alone))
      for (const [way, write] of Object.entries(ways)) {
        const text = write(written(command, language, alone))
        for (const reader of [undefined, ...languages]) {
          expect(meaningOf(text, reader), `${text} (${way}, read by ${reader})`).toEqual(meaning)
        }
      }
    }
  })

  test('"role" is understood with every process, in every language', () => {
    for (const [process, text] of withEveryProcess('role'))
      expect(meaningOf(text), text).toEqual([`answer role ${process}`])
  })

  test('"process" with any of them is answered as its name alone', () => {
    for (const [, text, name, language] of withEveryProcess('process')) {
      expect(ask(text, language).parts[0]?.lead, text).toBe(ask(name, language).parts[0]?.lead)
    }
  })

  test('has a short description in every language, and a title of its own', () => {
    for (const language of languages) {
      for (const { about } of commands) expect(about[language].length).toBeLessThanOrEqual(100)
      expect(new Set(commands.map(({ title }) => title[language])).size).toBe(commands.length)
    }
    for (const { name, title } of commands) expect(title.en).toBe(name)
  })
})
