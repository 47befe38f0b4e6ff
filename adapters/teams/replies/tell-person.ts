import type { Language } from '../../../src/knowledge/language.ts'
import { notices } from '../../chat/wording.ts'
import type { Origin } from '../connection/activity.ts'
import { connectorFailure } from '../connector/connector-failure.ts'
import { type Notice, renderWords } from '../drawing/render-notices.ts'
import type { TeamsTools } from '../tools.ts'
import { deliver } from './deliver.ts'
import { asDeliverable } from './drawing.ts'

type Whom = { readonly origin: Origin; readonly language: Language }

/** Tells a person, and nobody else, something. Never rejects for Teams' sake. */
export async function tellPerson(notice: Notice, { origin, language }: Whom, tools: TeamsTools): Promise<void> {
  const isTold = await tryToTell(notices[notice][language], { origin, language }, tools)
  if (!isTold) tools.log.warn('teams person not told', { notice })
}

/** The same in any words. */
export async function tellInWords(text: string, { origin, language }: Whom, tools: TeamsTools): Promise<void> {
  const isTold = await tryToTell(text, { origin, language }, tools)
  if (!isTold) tools.log.warn('teams person not told')
}

async function tryToTell(text: string, { origin, language }: Whom, tools: TeamsTools): Promise<boolean> {
  try {
    await deliver(asDeliverable(renderWords(text, language), language), { origin, isPrivate: true }, tools)
    return true
  } catch (error) {
    if (!connectorFailure(error)) throw error
    return false
  }
}
