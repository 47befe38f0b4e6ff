import { readMessageText } from '../replies/incoming-text.ts'

/** What a person wrote, as a command may read it. */
export type WrittenCommand = {
  readonly text: string
  /** The channels in it, as they stand in the text, and their ids. */
  readonly channels: ReadonlyMap<string, string>
}

/** The text without Slack's markup, in which a channel that Slack gives no name, as a private one, is called by its id. */
export function readCommand(markup: string, bot: { readonly botUserId: string }): WrittenCommand {
  const named = markup.replace(/<#([CG][A-Z0-9]+)\|?>/g, '<#$1|$1>')
  const mentions = [...named.matchAll(/<#([CG][A-Z0-9]+)\|#?([^<>]+)>/g)]
  const channels = new Map(mentions.map(([, id = '', label = '']) => [`#${label}`, id]))
  return { text: readMessageText(named, bot), channels }
}
