import { z } from 'zod'
import type { Activity } from '../connection/activity.ts'
import { tellInWords, tellPerson } from '../replies/tell-person.ts'
import type { TeamsTools } from '../tools.ts'
import { act } from './act.ts'
import { replaceCard } from './outcome.ts'
import { readPress } from './press.ts'

const valueSchema = z.looseObject({ verb: z.unknown().optional() })

/** A pressed button of a client that knows no Action.Execute (Action.Submit): it comes as a message without a text. */
export async function submitCard(activity: Activity, tools: TeamsTools): Promise<void> {
  const { verb, ...data } = valueSchema.safeParse(activity.value).data ?? { verb: undefined }
  const press = await readPress(activity, { verb, data }, tools)
  const outcome = await act(press, tools)
  if (outcome.kind === 'replace') await replaceCard(outcome, press, tools)
  if (outcome.kind === 'tell') await tellPerson(outcome.notice, { ...press, language: outcome.language }, tools)
  if (outcome.kind === 'say') await tellInWords(outcome.text, { ...press, language: outcome.language }, tools)
}
