import { z } from 'zod'
import { chooseSchema, pageSchema, shareSchema } from '../../chat/control-values.ts'
import { againSchema, changeSchema, remindSchema, stopSchema } from '../../chat/reminder-values.ts'
import { listSchema, saveSchema, setSchema } from './reminder-values.ts'

/** A button that somebody pressed: its verb and what it carries. */
export type CardAction = Readonly<z.infer<typeof actionSchema>>

/** What the buttons of our cards carry. */
export type CardData = DataOf<CardAction>

type DataOf<A> = A extends CardAction ? Omit<A, 'verb'> : never

const actionSchema = z.discriminatedUnion('verb', [
  chooseSchema.extend({ verb: z.literal('choose') }),
  chooseSchema.extend({ verb: z.literal('contact') }),
  pageSchema.extend({ verb: z.literal('page') }),
  shareSchema.extend({ verb: z.literal('share') }),
  changeSchema.extend({ verb: z.literal('change') }),
  againSchema.extend({ verb: z.literal('again') }),
  stopSchema.extend({ verb: z.literal('stop') }),
  remindSchema.extend({ verb: z.literal('remind') }),
  setSchema.extend({ verb: z.literal('set') }),
  saveSchema.extend({ verb: z.literal('save') }),
  listSchema.extend({ verb: z.literal('list') }),
])

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
