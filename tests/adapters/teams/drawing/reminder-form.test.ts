import { expect, test } from 'vitest'
import { renderEditForm, renderSetForm } from '../../../../adapters/teams/drawing/reminder-form.ts'
import { languages } from '../../../../src/knowledge/language.ts'
import { aListedReminder } from '../../chat/a-reminder.ts'
import { buttonsOf, elementsOf, shownTexts } from './an-answer.ts'
import { cardViolations } from './card-violations.ts'

const setting = { language: 'en', meeting: 'wind-workshop', name: 'Wind Workshop', canBeShared: true } as const

test.each(languages)('forms are valid and small in %s', (language) => {
  const reminder = aListedReminder({ title: 'Wind '.repeat(200) })
  for (const canBeShared of [true, false]) {
    expect(cardViolations(renderSetForm({ ...setting, language, canBeShared }))).toEqual([])
  }
  expect(cardViolations(renderEditForm({ language, reminder, inList: true }))).toEqual([])
})

test('a new reminder begins with a week and a day before, at nine', () => {
  const { card } = renderSetForm(setting)
  expect(elementsOf(card, 'Input.ChoiceSet')).toMatchObject([
    { id: 'leads', value: 'P7D,P1D', isMultiSelect: true, isRequired: true, errorMessage: 'Please pick at least one.' },
    { id: 'where', value: 'me', isMultiSelect: false },
  ])
  expect(elementsOf(card, 'Input.Time')).toMatchObject([{ id: 'at', value: '09:00' }])
  expect(shownTexts(card.body)).toContain('Wind Workshop')
})

test('a change begins with what is, also where that is none of what is offered', () => {
  const reminder = aListedReminder({ leads: ['P10D', 'PT1H'], at: undefined })
  const { card } = renderEditForm({ language: 'en', reminder, inList: false })
  const [leads] = elementsOf(card, 'Input.ChoiceSet') as {
    value: string
    choices: { title: string; value: string }[]
  }[]
  expect(leads?.value).toBe('P10D,PT1H')
  expect(leads?.choices[0]).toEqual({ title: '10 days before', value: 'P10D' })
  expect(leads?.choices.filter(({ value }) => value === 'PT1H')).toHaveLength(1)
})

test('calling it off looks at no field', () => {
  const { card } = renderEditForm({ language: 'en', reminder: aListedReminder(), inList: true })
  expect(buttonsOf(card)).toMatchObject([
    { title: 'Save', verb: 'save' },
    { title: 'Cancel', verb: 'list', associatedInputs: 'none', fallback: { associatedInputs: 'none' } },
  ])
  expect(buttonsOf(card)[0]).not.toHaveProperty('associatedInputs')
})
