import { z } from 'zod'
import {
  type ChooseValue,
  chooseSchema,
  type PageValue,
  pageSchema,
  type ShareValue,
  shareSchema,
} from '../../chat/control-values.ts'

import {
  type AgainValue,
  againSchema,
  type ChangeValue,
  changeSchema,
  type RemindValue,
  remindSchema,
  type StopValue,
  stopSchema,
} from '../../chat/reminder-values.ts'

/** What the buttons of our cards carry. */
export type CardData = ChooseValue | PageValue | ShareValue | ChangeValue | AgainValue | StopValue | RemindValue

const actionSchema = z.discriminatedUnion('verb', [
  chooseSchema.extend({ verb: z.literal('choose') }),
  chooseSchema.extend({ verb: z.literal('contact') }),
  pageSchema.extend({ verb: z.literal('page') }),
  shareSchema.extend({ verb: z.literal('share') }),
  changeSchema.extend({ verb: z.literal('change') }),
  againSchema.extend({ verb: z.literal('again') }),
  stopSchema.extend({ verb: z.literal('stop') }),
  remindSchema.extend({ verb: z.literal('remind') }),
])

/** A button that somebody pressed: its verb and what it carries. */
export type CardAction = Readonly<z.infer<typeof actionSchema>>

/**
 * What was pressed, out of an `Action.Execute`, or of an `Action.Submit`, whose data also holds the verb. Undefined for
 * anything else than what we draw today: other versions' buttons and made-up ones.
 */
export function parseCardAction(verb: unknown, data: unknown): CardAction | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  // Teams may leave its own instructions in what a button of ours carries.
  const { msteams: _, ...value } = { ...data, verb } as Record<string, unknown>
  return actionSchema.safeParse(value).data
}
