/** What is to be read in blocks, a line for each paragraph, without what stands on buttons. */
export function textOf(shown: unknown): string {
  return linesIn(shown).join('\n')
}

/** What markup shows as. */
export function readMarkup(markup: string): string {
  return markup.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

const controls: ReadonlySet<unknown> = new Set(['button', 'feedback_buttons'])
const lines: ReadonlySet<unknown> = new Set(['rich_text_section', 'rich_text_quote'])

function linesIn(shown: unknown): string[] {
  if (Array.isArray(shown)) return shown.flatMap(linesIn)
  if (typeof shown !== 'object' || shown === null) return []
  const { type, text, ...rest } = shown as Readonly<Record<string, unknown>>
  if (controls.has(type)) return []
  if (lines.has(type)) return [Object.values(rest).flatMap(linesIn).join('')]
  if (typeof text === 'string') return [type === 'mrkdwn' ? readMarkup(text) : text]
  return [text, ...Object.values(rest)].flatMap(linesIn)
}
