import type { Platform } from '../../src/store/platform.ts'
import type { ShownAnswer } from './shown-answer.ts'
import type { ChatTools } from './tools.ts'

/** The right to share an answer. Whoever could not share it gives it back, so that the next press can. */
export type ShareAttempt = { giveBack(): Promise<void> }

/** Nobody presses a button so often that does not work. */
const mostAttempts = 20

/** The right to share an answer, or to send what goes with it, once: one press has it at a time. Undefined while another has it or has used it. */
export async function claimShareAttempt(
  platform: Platform,
  { id, workspace }: Pick<ShownAnswer, 'id' | 'workspace'>,
  { store: { seenEvents }, clock }: Pick<ChatTools, 'store' | 'clock'>,
): Promise<ShareAttempt | undefined> {
  const nowMs = clock.now().epochMilliseconds
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const key = `share:${workspace}:${id}:${attempt}`
    const failed = `${key}:failed`
    if (await seenEvents.claim(platform, key, nowMs)) {
      return { giveBack: async () => void (await seenEvents.claim(platform, failed, nowMs)) }
    }
    if (!(await seenEvents.has(platform, failed))) return undefined
  }
  return undefined
}
