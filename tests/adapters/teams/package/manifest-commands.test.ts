import { describe, expect, test } from 'vitest'
import { commandsIn } from '../../../../adapters/teams/package/manifest-commands.ts'
import { answerWith } from '../../../../src/focal-point.ts'
import { type Command, commands } from '../../../../src/intents/commands.ts'
import { languages } from '../../../../src/knowledge/language.ts'
import { readReminderCommand } from '../../../../src/reminders/reminder-command.ts'
import { learnShipped } from '../../../intents/learn-shipped.ts'

/** What chats do not carry out by themselves. */
function isQuestion({ name }: Command): boolean {
  return !name.startsWith('remind')
}

describe('the commands in the menus of Teams', () => {
  test('are those that the assistant knows', () => {
    expect(commandsIn('en').map(({ title }) => title)).toEqual(commands.map(({ name }) => name))
  })

  test.each(languages)('are few enough and short enough (%s)', (language) => {
    const offered = commandsIn(language)
    expect(offered.length).toBeLessThanOrEqual(12)
    expect(new Set(offered.map(({ title }) => title)).size).toBe(offered.length)
    for (const { title, description } of offered) {
      expect(title.length).toBeLessThanOrEqual(128)
      expect(description.length).toBeLessThanOrEqual(128)
    }
  })

  test('show what may follow them', () => {
    expect(commandsIn('fr')).toContainEqual({ title: 'contact', description: 'À qui écrire (contact MPD)' })
  })

  test('mean the same in every language, as they stand there and with what may follow', () => {
    const focalPoint = answerWith(learnShipped())
    const now = Temporal.Instant.from('2017-04-01T09:00:00Z')
    const read = (text: string) => focalPoint.ask({ text, now }).parts.map(({ intent, status }) => ({ intent, status }))
    for (const { title, example } of commands.filter(isQuestion)) {
      const meant = read(title.en)
      expect(meant[0]?.status, title.en).not.toBe('unknown')
      for (const language of languages) {
        expect(read(title[language]), title[language]).toEqual(meant)
        if (!example) continue
        expect(read(`${title[language]} ${example[language]}`)).toEqual(read(`${title.en} ${example.en}`))
      }
    }
  })

  test('about reminders are read as such in every language, as they stand there and with what may follow', () => {
    const context = { now: Temporal.Instant.from('2026-12-01T09:00:00Z'), zone: 'UTC' }
    const kinds = commands
      .filter((command) => !isQuestion(command))
      .map(({ title, example }) => {
        const texts = languages.flatMap((language) => [
          title[language],
          `${title[language]} ${example?.[language] ?? ''}`,
        ])
        return texts.map((text) => readReminderCommand(text, context)?.kind)
      })
    expect(kinds).toEqual([
      ['unclear', 'set', 'unclear', 'set', 'unclear', 'set'],
      ['list', 'list', 'list', 'list', 'list', 'list'],
    ])
  })
})
