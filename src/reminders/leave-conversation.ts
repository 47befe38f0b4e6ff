import type { Language } from '../knowledge/language.ts'
import type { ReferenceKey } from '../store/references.ts'
import type { Store } from '../store/store.ts'
import { endedText } from './reply-wording.ts'

/** Somebody whose reminders have ended, and what to say. */
export type Owner = {
  readonly platform: ReferenceKey['platform']
  readonly workspace: string
  /** As the platform names people. */
  readonly person: string
  readonly language: Language
  readonly text: string
}

type Leaving = { readonly store: Pick<Store, 'references' | 'subscriptions'>; readonly now: Temporal.Instant }

/** Ends all that a conversation gets; returns who asked for it, each once. The second time there is nobody any more. */
export async function leaveConversation(
  conversation: ReferenceKey,
  reason: string,
  { store, now }: Leaving,
): Promise<Owner[]> {
  await store.references.markUnreachable(conversation, reason, now.epochMilliseconds)
  const all = await store.subscriptions.listOf(conversation)
  const active = all.filter(({ isActive }) => isActive)
  await Promise.all(active.map(({ id }) => store.subscriptions.change(id, { isActive: false })))
  const { platform, workspace } = conversation
  const owners = new Map(active.map(({ createdBy, language }) => [createdBy, language]))
  return [...owners].map(([person, language]) => {
    return { platform, workspace, person, language, text: endedText(reason)[language] }
  })
}
