import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types'
import type { Language } from '../../../src/knowledge/language.ts'
import { echoLeads } from '../../../src/reminders/echo-leads.ts'
import { defaultAt, defaultLeads } from '../../../src/reminders/leads.ts'
import type { ListedReminder } from '../../../src/reminders/reply.ts'
import { cutText } from '../../chat/cut-text.ts'
import { offeredLeads } from '../../chat/reminder-form.ts'
import { reminderWords as words } from '../../chat/reminder-wording.ts'
import { words as chatWords } from '../../chat/wording.ts'
import { callbackIds } from './control-values.ts'
import { budgets, slackLimits } from './limits.ts'
import { paragraph, plainText } from './text-objects.ts'

/** Where the fields are in what the windows submit. */
export const reminderFields = {
  leads: { block: 'leads', action: 'focal.leads' },
  at: { block: 'at', action: 'focal.at' },
  where: { block: 'where', action: 'focal.where' },
} as const

type Setting = {
  readonly language: Language
  /** What is to be reminded of. */
  readonly name: string
  /** A channel could be reminded, too. */
  readonly canBeShared: boolean
  readonly metadata: string
}

/** Asks when to be reminded of a meeting. */
export function renderSetWindow({ language, name, canBeShared, metadata }: Setting): ModalView {
  return windowOf(callbackIds.setReminder, language, metadata, [
    paragraph([{ text: cutText(name, budgets.reminderLine), bold: true }]),
    leadsField(defaultLeads, language),
    timeField(defaultAt, language),
    ...(canBeShared ? [whereField(language)] : []),
  ])
}

type Editing = {
  readonly language: Language
  readonly reminder: Pick<ListedReminder, 'title' | 'leads' | 'at'>
  readonly metadata: string
}

/** Asks how to change a reminder; begins with what it is now. */
export function renderEditWindow({ language, reminder, metadata }: Editing): ModalView {
  return windowOf(callbackIds.changeReminder, language, metadata, [
    paragraph([{ text: cutText(reminder.title, budgets.reminderLine), bold: true }]),
    leadsField(reminder.leads, language),
    timeField(reminder.at ?? defaultAt, language),
  ])
}

/** The errors that refuse a form without any lead, by the field they belong to. */
export function leadErrors(language: Language): Record<string, string> {
  return { [reminderFields.leads.block]: words.leadsMissing[language] }
}

function windowOf(callbackId: string, language: Language, metadata: string, blocks: KnownBlock[]): ModalView {
  const isNew = callbackId === callbackIds.setReminder
  return {
    type: 'modal',
    callback_id: callbackId,
    private_metadata: metadata,
    title: plainText(cutText((isNew ? words.setTitle : words.editTitle)[language], slackLimits.modalTitle)),
    submit: plainText(words.save[language]),
    close: plainText(chatWords.cancel[language]),
    blocks,
  }
}

/** Those that are offered and those that are chosen; as boxes, of which there may be ten, or else as a menu. */
function leadsField(chosen: readonly string[], language: Language): InputBlock {
  const others = chosen.filter((lead) => !offeredLeads.includes(lead))
  const options = [...others, ...offeredLeads].map((lead) => leadOption(lead, language))
  const initial = options.filter(({ value }) => chosen.includes(value ?? ''))
  const choice = {
    action_id: reminderFields.leads.action,
    options,
    ...(initial.length > 0 && { initial_options: initial }),
  }
  const { block } = reminderFields.leads
  const label = plainText(words.leads[language])
  return options.length <= slackLimits.checkboxes
    ? { type: 'input', block_id: block, label, element: { type: 'checkboxes', ...choice } }
    : { type: 'input', block_id: block, label, element: { type: 'multi_static_select', ...choice } }
}

/** "1 week before". */
function leadOption(lead: string, language: Language): PlainTextOption {
  return { text: plainText(echoLeads([lead], undefined, language)), value: lead }
}

function timeField(at: string, language: Language): InputBlock {
  return {
    type: 'input',
    block_id: reminderFields.at.block,
    label: plainText(words.at[language]),
    hint: plainText(words.atHint[language]),
    element: { type: 'timepicker', action_id: reminderFields.at.action, initial_time: at },
  }
}

function whereField(language: Language): InputBlock {
  const [me, here] = [option(words.forMe[language], 'me'), option(words.forChannel[language], 'here')]
  return {
    type: 'input',
    block_id: reminderFields.where.block,
    label: plainText(words.where[language]),
    element: { type: 'radio_buttons', action_id: reminderFields.where.action, options: [me, here], initial_option: me },
  }
}

function option(text: string, value: string): PlainTextOption {
  return { text: plainText(text), value }
}
