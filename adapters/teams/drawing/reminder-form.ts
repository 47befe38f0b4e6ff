import type { Language } from '../../../src/knowledge/language.ts'
import { echoLeads } from '../../../src/reminders/echo-leads.ts'
import { defaultAt, defaultLeads } from '../../../src/reminders/leads.ts'
import type { ListedReminder } from '../../../src/reminders/reply.ts'
import { cleanText } from '../../chat/clean-text.ts'
import { cutText } from '../../chat/cut-text.ts'
import { offeredLeads } from '../../chat/reminder-form.ts'
import { reminderWords } from '../../chat/reminder-wording.ts'
import { words as chatWords } from '../../chat/wording.ts'
import { adaptiveCard } from './adaptive-card.ts'
import { actionSets, button } from './card-actions.ts'
import type { CardElement, ChoiceSet, ExecuteAction, TimeInput } from './card-elements.ts'
import { budgets } from './limits.ts'
import { fieldIds } from './reminder-values.ts'
import type { Drawing } from './render-answer.ts'
import { heading, inDirectionOf, paragraph, quietLine } from './text-elements.ts'
import { words } from './wording.ts'

type Setting = {
  readonly language: Language
  /** The meeting that is to be reminded of, and its name. */
  readonly meeting: string
  readonly name: string
  /** Others could be reminded, too. */
  readonly canBeShared: boolean
}

/** Asks when to be reminded of a meeting. */
export function renderSetForm({ language, meeting, name, canBeShared }: Setting): Drawing {
  const fields = [
    leadsField(defaultLeads, language),
    ...timeField(defaultAt, language),
    ...(canBeShared ? [whereField(language)] : []),
  ]
  const save = button(reminderWords.save[language], { verb: 'set', meeting, language })
  return formOf(reminderWords.setTitle[language], name, [...fields, ...actionSets([save])], language)
}

type Editing = {
  readonly language: Language
  readonly reminder: Pick<ListedReminder, 'id' | 'title' | 'leads' | 'at'>
  /** The list is then shown anew. */
  readonly inList: boolean
}

/** Asks how to change a reminder; begins with what it is now. */
export function renderEditForm({ language, reminder, inList }: Editing): Drawing {
  const { id, title, leads, at = defaultAt } = reminder
  const buttons = [
    button(reminderWords.save[language], { verb: 'save', reminder: id, inList, language }),
    withoutFields(button(chatWords.cancel[language], { verb: 'list', language })),
  ]
  const body = [leadsField(leads, language), ...timeField(at, language), ...actionSets(buttons)]
  return formOf(reminderWords.editTitle[language], title, body, language)
}

function formOf(title: string, name: string, body: readonly CardElement[], language: Language): Drawing {
  const shown = cutText(cleanText(name).trim(), budgets.reminderLine)
  const about = inDirectionOf(shown, paragraph([{ text: shown, bold: true }]))
  const text = `${title}\n${shown}`
  return { text, card: adaptiveCard([heading(title), about, ...body], text, language) }
}

/** What is chosen may be none of what is offered. */
function leadsField(chosen: readonly string[], language: Language): ChoiceSet {
  const others = chosen.filter((lead) => !offeredLeads.includes(lead))
  const choices = [...others, ...offeredLeads].map((value) => ({
    title: echoLeads([value], undefined, language),
    value,
  }))
  return {
    ...choiceField(fieldIds.leads, reminderWords.leads[language], choices, chosen.join(',')),
    style: 'expanded',
    isMultiSelect: true,
    errorMessage: reminderWords.leadsMissing[language],
  }
}

function whereField(language: Language): ChoiceSet {
  const choices = [
    { title: reminderWords.forMe[language], value: 'me' },
    { title: words.forAllHere[language], value: 'here' },
  ]
  return choiceField(fieldIds.where, reminderWords.where[language], choices, 'me')
}

/** As a menu: buttons to choose one of are taken for those of all cards in sight that have a field of that name. */
function choiceField(id: string, label: string, choices: ChoiceSet['choices'], value: string): ChoiceSet {
  const look = { style: 'compact', isMultiSelect: false, wrap: true, spacing: 'Medium' } as const
  return { type: 'Input.ChoiceSet', id, label, ...look, isRequired: true, errorMessage: label, choices, value }
}

function timeField(value: string, language: Language): readonly [TimeInput, CardElement] {
  const label = reminderWords.at[language]
  const errorMessage = words.atMissing[language]
  return [
    { type: 'Input.Time', id: fieldIds.at, label, isRequired: true, errorMessage, value, spacing: 'Medium' },
    { ...quietLine(reminderWords.atHint[language]), spacing: 'Small' },
  ]
}

function withoutFields(action: ExecuteAction): ExecuteAction {
  return { ...action, associatedInputs: 'none', fallback: { ...action.fallback, associatedInputs: 'none' } }
}
