import type { SlackTools } from '../tools.ts'
import { type Person, tellPerson } from './tell-person.ts'

/**
 * Does what a person asked for by a click. When it fails after Slack was told that the click arrived, the person hears so
 * from us.
 * @throws what the work throws
 */
export async function orTell(person: Person, tools: SlackTools, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    await tellPerson('failed', person, tools)
    throw error
  }
}
