import { describe, expect, test } from 'vitest'
import { commandsIn } from '../../../../adapters/teams/package/manifest-commands.ts'
import { answerWith } from '../../../../src/focal-point.ts'
import { commands, offeredCommands } from '../../../../src/intents/commands.ts'
import { languages } from '../../../../src/knowledge/language.ts'
import { learnShipped } from '../../../intents/learn-shipped.ts'

describe('the commands in the menus of Teams', () => {
  test('are those that the assistant knows, without the ones it cannot carry out yet', () => {
    const names = commands.map(({ name }) => name).filter((name) => !name.startsWith('remind'))
    expect(offeredCommands.map(({ name }) => name)).toEqual(names)
    expect(commandsIn('en').map(({ title }) => title)).toEqual(names)
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
    for (const { title, example } of offeredCommands) {
      const meant = read(title.en)
      expect(meant[0]?.status, title.en).not.toBe('unknown')
      for (const language of languages) {
        expect(read(title[language]), title[language]).toEqual(meant)
        if (!example) continue
        expect(read(`${title[language]} ${example[language]}`)).toEqual(read(`${title.en} ${example.en}`))
      }
    }
  })
})
