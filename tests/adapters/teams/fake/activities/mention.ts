import type { Fields } from '../fields.ts'

/** A mention: the words in the text, and the entity that says who is meant. */
export type Mention = { readonly text: string; readonly entity: Fields }

/** Mentions somebody by their name or in other words. */
export function mentionOf(account: { readonly id: string; readonly name: string }, words = account.name): Mention {
  const text = `<at>${words}</at>`
  return { text, entity: { type: 'mention', mentioned: { id: account.id, name: account.name }, text } }
}
