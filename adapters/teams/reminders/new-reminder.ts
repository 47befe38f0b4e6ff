import { nameTarget } from '../../../src/reminders/subscription-names.ts'
import type { CardAction } from '../drawing/card-values.ts'
import { renderSetForm } from '../drawing/reminder-form.ts'
import type { Outcome } from '../handlers/outcome.ts'
import { pickOne } from './change-reminder.ts'
import type { Doing } from './doing.ts'
import { readForm } from './read-form.ts'
import { sendForm } from './send-form.ts'
import { outcomeOf } from './show-reply.ts'

type Of<V extends CardAction['verb']> = Extract<CardAction, { readonly verb: V }>

/** "Remind me" below an answer about a meeting to come: asks when, and among others for whom. */
export async function askWhen({ meeting, language }: Of<'remind'>, doing: Doing): Promise<Outcome> {
  const { asking, tools } = doing
  const name = nameTarget({ kind: 'event', id: meeting }, tools.focalPoint.knowledge, language)
  const setting = { language, meeting, name }
  const form = renderSetForm({ ...setting, canBeShared: !asking.here.isPersonal })
  return await sendForm({ form, inPerson: renderSetForm({ ...setting, canBeShared: false }), language }, doing)
}

/** The form for a new reminder is sent: its place takes what was understood. */
export async function setReminder(action: Of<'set'>, doing: Doing): Promise<Outcome> {
  const form = readForm(action)
  if (!form) return { kind: 'tell', notice: 'unknownControl', language: action.language }
  if (form.leads.length === 0) return pickOne(action)
  const target = { kind: 'event', id: action.meeting } as const
  return await outcomeOf(await doing.reminders.set({ target, ...form }, doing.asking), doing)
}
