import { tidyText } from '../../chat/tidy-text.ts'

/**
 * What a person wrote, out of Slack's markup: without the mention of the bot, with links and channels as they read, on
 * lines that hold something. Empty when nothing is left. Linear in the length of the text.
 */
export function readMessageText(text: string, { botUserId }: { readonly botUserId: string }): string {
  return tidyText(decodeEntities(readMarkup(text, botUserId)).replace(curly, straighten))
}

const curly = /[‘’‚‛“”„‟]/g

function straighten(quote: string): string {
  return '‘’‚‛'.includes(quote) ? "'" : '"'
}

/** Without the comma or colon that follows the mention at the start. */
function readMarkup(text: string, botUserId: string): string {
  const read = text.replace(/<([^<>]*)>/g, (_whole, inside: string) => readToken(inside, botUserId))
  return /^\s*<@/.test(text) ? read.replace(/^[\s,:;]+/, '') : read
}

/** What `<…>` stands for. A label is what the person saw. */
function readToken(inside: string, botUserId: string): string {
  const bar = inside.indexOf('|')
  const target = bar < 0 ? inside : inside.slice(0, bar)
  const label = bar < 0 ? '' : inside.slice(bar + 1)
  if (target === `@${botUserId}`) return ' '
  switch (target[0]) {
    case '@':
      return label ? `@${label.replace(/^@/, '')}` : ' '
    case '#':
      return label ? `#${label.replace(/^#/, '')}` : ' '
    case '!':
      return label || ' '
    default:
      return label || target.replace(/^mailto:/, '')
  }
}

/** Once, and all at the same time: `&amp;lt;` is a written `&lt;`. */
function decodeEntities(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_whole, name: keyof typeof entities) => entities[name])
}

const entities = { amp: '&', lt: '<', gt: '>' } as const
