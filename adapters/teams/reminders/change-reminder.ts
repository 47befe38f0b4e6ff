import type { Change } from '../../../src/reminders/reminders.ts'
import { replyWith } from '../../../src/reminders/serving.ts'
import { reminderWords } from '../../chat/reminder-wording.ts'
import type { CardAction } from '../drawing/card-values.ts'
import { renderEditForm } from '../drawing/reminder-form.ts'
import type { Outcome } from '../handlers/outcome.ts'
import type { Doing } from './doing.ts'
import { readForm } from './read-form.ts'
import { sendForm } from './send-form.ts'
import { listOutcome, outcomeOf, sayReply } from './show-reply.ts'

type Of<V extends CardAction['verb']> = Extract<CardAction, { readonly verb: V }>

const changes = { stop: { kind: 'stop' }, snooze: { kind: 'snooze', for: 'P1D' } } as const

/** "Snooze", "Change" and "Stop" beside a reminder. What is shown there is then shown as it is now. */
export async function changeReminder(action: Of<'change'>, doing: Doing): Promise<Outcome> {
  const { reminder: id, does, inList } = action
  if (does === 'edit') return await askHow(action, doing)
  return await change(id, changes[does], { inList }, doing)
}

/** The form that changes a reminder is sent. */
export async function saveReminder(action: Of<'save'>, doing: Doing): Promise<Outcome> {
  const form = readForm(action)
  if (!form) return { kind: 'tell', notice: 'unknownControl', language: action.language }
  if (form.leads.length === 0) return pickOne(action)
  const { leads, at } = form
  return await change(action.reminder, { kind: 'edit', leads, ...(at !== undefined && { at }) }, action, doing)
}

/** Back from a form to the list. */
export async function showList(doing: Doing): Promise<Outcome> {
  return await listOutcome(undefined, doing)
}

/** What a client sends that does not look whether all is filled in. */
export function pickOne({ language }: Pick<Of<'save'>, 'language'>): Outcome {
  return sayReply(replyWith('refused', 'edit', reminderWords.leadsMissing, { language }))
}

async function change(
  id: string,
  wanted: Change,
  { inList }: { readonly inList: boolean },
  doing: Doing,
): Promise<Outcome> {
  const reply = await doing.reminders.change(id, wanted, doing.asking)
  return inList && reply.kind === 'done' ? await listOutcome(reply, doing) : await outcomeOf(reply, doing)
}

/** Where only the person sees the list, the form takes its place; the others keep theirs. */
async function askHow({ reminder: id, inList, language }: Of<'change'>, doing: Doing): Promise<Outcome> {
  const { asking, reminders } = doing
  // The form is for the person alone, whose own are not told among others.
  const { listed } = await reminders.list({ ...asking, isPrivate: true })
  const reminder = listed.find((one) => one.id === id && one.mayChange)
  // Says why it cannot be changed: it is somebody else's, or gone.
  if (!reminder) return await outcomeOf(await reminders.change(id, { kind: 'edit' }, asking), doing)
  const form = renderEditForm({ language, reminder, inList })
  if (!asking.isPrivate) return await sendForm({ form, language }, doing)
  return { kind: 'replace', drawing: form, reply: { shown: undefined, language }, question: '' }
}
