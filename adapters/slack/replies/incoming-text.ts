/**
 * What a person wrote, out of Slack's markup: without the mention of the bot, with links and channels as they read, on
 * lines that hold something. Empty when nothing is left. Linear in the length of the text.
 */
export function readMessageText(text: string, { botUserId }: { readonly botUserId: string }): string {
  const read = tidySpaces(decodeEntities(readMarkup(text, botUserId)).replace(invisible, '').replace(curly, straighten))
  return visible.test(read) ? read : ''
}

// Neither joiner: they hold emoji and Persian words together.
const invisible = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g
const curly = /[‘’‚‛“”„‟]/g
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

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

/** Each class of spaces is joined first, so that no pattern has to look at a run of them twice. */
function tidySpaces(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n+/g, '\n')
    .trim()
}
