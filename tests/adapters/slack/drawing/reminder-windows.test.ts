import { describe, expect, test } from 'vitest'
import { renderEditWindow, renderSetWindow } from '../../../../adapters/slack/drawing/reminder-windows.ts'
import { languages } from '../../../../src/knowledge/language.ts'
import { aListedReminder } from '../../chat/a-reminder.ts'
import { checkView } from '../fake/block-check.ts'
import { elementsOf } from './an-answer.ts'

const setting = { language: 'en', name: 'Wind Workshop', canBeShared: true, metadata: '{}' } as const

function chosenIn(view: unknown, type: string): unknown {
  const chosen = elementsOf(view, type)[0]?.initial_options
  return Array.isArray(chosen) ? chosen.map(({ value }) => value) : chosen
}

describe('the window for a new reminder', () => {
  test.each(languages)('is a valid window in %s, also for a very long name', (language) => {
    expect(checkView(renderSetWindow({ ...setting, language, name: 'Wind '.repeat(900) }))).toEqual([])
  })

  test('begins with a week and a day before, at nine, for the person alone', () => {
    const view = renderSetWindow(setting)
    expect(chosenIn(view, 'checkboxes')).toEqual(['P7D', 'P1D'])
    expect(elementsOf(view, 'timepicker')).toMatchObject([{ initial_time: '09:00' }])
    expect(elementsOf(view, 'radio_buttons')).toMatchObject([{ initial_option: { value: 'me' } }])
  })

  test('asks for whom only where there is a channel', () => {
    expect(elementsOf(renderSetWindow({ ...setting, canBeShared: false }), 'radio_buttons')).toEqual([])
  })
})

describe('the window that changes a reminder', () => {
  test.each(languages)('is a valid window in %s', (language) => {
    expect(checkView(renderEditWindow({ language, reminder: aListedReminder(), metadata: '{}' }))).toEqual([])
  })

  test('begins with what it is now, whatever else it offers', () => {
    const reminder = aListedReminder({ leads: ['P10D', 'P1D', 'PT30M'], at: '17:30' })
    const view = renderEditWindow({ language: 'en', reminder, metadata: '{}' })
    expect(chosenIn(view, 'checkboxes')).toEqual(['P10D', 'PT30M', 'P1D'])
    expect(elementsOf(view, 'timepicker')).toMatchObject([{ initial_time: '17:30' }])
  })

  test('has a menu where there are too many leads for boxes', () => {
    const leads = Array.from({ length: 12 }, (_, i) => `P${20 + i}D`)
    const view = renderEditWindow({ language: 'en', reminder: aListedReminder({ leads }), metadata: '{}' })
    expect(checkView(view)).toEqual([])
    expect(chosenIn(view, 'multi_static_select')).toEqual(leads)
  })
})
