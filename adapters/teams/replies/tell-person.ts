import type { Language } from '../../../src/knowledge/language.ts'
import type { Origin } from '../connection/activity.ts'
import { connectorFailure } from '../connector/connector-failure.ts'
import { type Notice, renderNotice } from '../drawing/render-notices.ts'
import type { TeamsTools } from '../tools.ts'
import { deliver } from './deliver.ts'
import { asDeliverable } from './drawing.ts'

/** Tells a person, and nobody else, something. Never rejects for Teams' sake. */
export async function tellPerson(
  notice: Notice,
  { origin, language }: { readonly origin: Origin; readonly language: Language },
  tools: TeamsTools,
): Promise<void> {
  try {
    await deliver(asDeliverable(renderNotice(notice, language), language), { origin, isPrivate: true }, tools)
  } catch (error) {
    if (!connectorFailure(error)) throw error
    tools.log.warn('teams person not told', { notice })
  }
}
