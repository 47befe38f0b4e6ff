import type { HomeView } from '@slack/types'
import { describe, expect, test } from 'vitest'
import { exampleQuestions } from '../../../../adapters/chat/prompts.ts'
import { reminderWords } from '../../../../adapters/chat/reminder-wording.ts'
import { words } from '../../../../adapters/chat/wording.ts'
import { parseChooseValue } from '../../../../adapters/slack/drawing/control-values.ts'
import { renderHome } from '../../../../adapters/slack/drawing/render-home.ts'
import type { Answer } from '../../../../src/answers/answer.ts'
import { type Language, languages } from '../../../../src/knowledge/language.ts'
import type { ListedReminder } from '../../../../src/reminders/reply.ts'
import { ask } from '../../../answers/shipped-answers.ts'
import { knowledge } from '../../../intents/shipped-understanding.ts'
import { aListedReminder } from '../../chat/a-reminder.ts'
import { anAnswer, aPart } from '../../chat/an-answer.ts'
import { checkView } from '../fake/block-check.ts'
import { elementsOf, shownTexts } from './an-answer.ts'

function home(
  upcoming: Answer = anAnswer(),
  language: Language = 'en',
  reminders: readonly ListedReminder[] | undefined = [],
): HomeView {
  return renderHome({
    language,
    zone: 'Europe/Paris',
    upcoming,
    reminders,
    examples: exampleQuestions(knowledge, language),
    knowledgeReadAt: Temporal.Instant.from('2027-03-27T23:30:00Z'),
    documents: 5,
    knowledgeAsOf: '2021',
  })
}

describe('App Home', () => {
  test.each(languages)('is a valid view in %s', (language) => {
    const view = home(ask('events next', language), language)
    expect(checkView(view)).toEqual([])
    expect(shownTexts(view.blocks).some((text) => text.includes('Europe/Paris'))).toBe(true)
  })

  test.each(languages)('says in %s how to set a reminder where there is none', (language) => {
    expect(shownTexts(home(anAnswer(), language).blocks)).toContain(words.noReminders[language])
  })

  test('lists reminders with what is next, what went wrong and buttons', () => {
    const lines = ['Next: Monday', 'Failed on Sunday (channel_not_found)']
    const view = home(anAnswer(), 'en', [aListedReminder({ lines })])
    expect(checkView(view)).toEqual([])
    const texts = shownTexts(view.blocks)
    expect(texts).toContain(`1. ${aListedReminder().title}`)
    expect(texts).toEqual(expect.arrayContaining(lines.map((line) => `\n${line}`)))
    expect(texts).toEqual(expect.arrayContaining(['Snooze for 1 day', 'Change', 'Stop']))
  })

  test('of very many reminders shows the first, and says that there are more', () => {
    const reminders = Array.from({ length: 100 }, (_, i) => aListedReminder({ number: i + 1, id: `reminder-${i}` }))
    const view = home(anAnswer(), 'en', reminders)
    expect(checkView(view)).toEqual([])
    expect(shownTexts(view.blocks)).toContain(reminderWords.moreReminders.en)
  })

  test('has examples to click on, which ask in the language of the view', () => {
    const buttons = elementsOf(home(anAnswer(), 'es').blocks, 'button')
    expect(buttons.map(({ action_id }) => action_id)).toEqual([0, 1, 2, 3].map((at) => `focal.example.${at}`))
    expect(parseChooseValue(buttons[0]?.value)).toEqual({
      question: exampleQuestions(knowledge, 'es')[0],
      language: 'es',
    })
  })

  test('tells when the knowledge was read, in the reader’s own zone', () => {
    expect(elementsOf(home().blocks, 'mrkdwn')).toEqual([
      {
        type: 'mrkdwn',
        text: 'Knowledge read: <!date^1806190200^{date_short_pretty} {time}|28 March 2027 at 00:30 (Europe/Paris)>',
      },
    ])
  })

  test('shows the upcoming meetings with their source, and says that there are no reminders yet', () => {
    const upcoming = anAnswer([aPart({ lead: 'Two meetings:', facts: ['Quito', 'Nadi'], suggestions: ['Why?'] })])
    expect(shownTexts(home(upcoming).blocks)).toEqual(
      expect.arrayContaining([
        'Two meetings:',
        'Quito',
        'Nadi',
        'Source: Wind pages, 900:1 (as of 2021)',
        words.noReminders.en,
      ]),
    )
    expect(shownTexts(home(upcoming).blocks).join()).not.toContain('Why?')
  })

  test('shows as many meetings as there is room for, and says that there are more', () => {
    const upcoming = anAnswer([
      aPart({ facts: Array.from({ length: 300 }, (_, i) => `<@U1> Meeting ${i} `.repeat(5)) }),
    ])
    expect(checkView(home(upcoming))).toEqual([])
    expect(shownTexts(home(upcoming).blocks)).toContain('There are more: ask me for “events next”.')
  })

  test.each([[[]], [[aPart({ lead: '', sources: [] })]]])('stays valid without a meeting: %j', (parts) => {
    expect(checkView(home(anAnswer(parts)))).toEqual([])
  })
})
