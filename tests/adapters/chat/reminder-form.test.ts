import { describe, expect, test } from 'vitest'
import { offeredLeads, readReminderForm } from '../../../adapters/chat/reminder-form.ts'

test('reads what is chosen, longest first and each once', () => {
  expect(readReminderForm(['PT1H', 'P14D', 'P1M', 'PT1H'], '09:00', 'here')).toEqual({
    leads: ['P1M', 'P14D', 'PT1H'],
    at: '09:00',
    place: 'here',
  })
})

test('takes a time of day only where a lead is counted in days', () => {
  expect(readReminderForm(['PT1H'], '09:00')).toEqual({ leads: ['PT1H'], at: undefined, place: 'me' })
})

test('takes all that is offered', () => {
  expect(readReminderForm(offeredLeads, undefined)?.leads).toEqual(offeredLeads)
})

describe('does not take', () => {
  test.each([
    ['words', ['tomorrow'], '09:00'],
    ['nothing at all before', ['P'], '09:00'],
    ['what is after the meeting', ['-P1D'], '09:00'],
    ['years', ['P1Y'], '09:00'],
    ['a time that is none', ['P1D'], '24:00'],
    ['a time in other words', ['P1D'], '9 am'],
    ['more than anybody chooses', Array.from({ length: 21 }, (_, i) => `P${i}D`), '09:00'],
  ])('%s', (_, leads, at) => {
    expect(readReminderForm(leads, at)).toBeUndefined()
  })
})
