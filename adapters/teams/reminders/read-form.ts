import { type ReminderForm, readReminderForm } from '../../chat/reminder-form.ts'

type Submitted = {
  readonly leads?: string | undefined
  readonly at?: string | undefined
  readonly where?: 'me' | 'here' | undefined
}

/** Reads the fields of a form; undefined for what our forms do not submit. Teams puts commas between what is chosen. */
export function readForm({ leads = '', at, where }: Submitted): ReminderForm | undefined {
  const chosen = leads.split(',').filter((lead) => lead !== '')
  return readReminderForm(chosen, at || undefined, where)
}
